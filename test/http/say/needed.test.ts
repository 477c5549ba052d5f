import { describe, expect, it } from "vitest";
import { plainPolicy } from "../../../src/domain/policy/default/default-policy.ts";
import type { IndicatorResult, Needed } from "../../../src/domain/scoring/verdict-types.ts";
import { unknownText } from "../../../src/http/say/indicator.ts";
import { inOrderOfNeed, neededText } from "../../../src/http/say/needed.ts";
import { aResult, inEnglish, inChinese, plainly } from "./support.ts";

const said = (language: typeof inEnglish, over: Partial<IndicatorResult>): string =>
  plainly(neededText(language, plainPolicy, aResult("sus", { state: "straddles", ...over })) ?? "");

describe("what would settle an indicator", () => {
  it("never says that more of the same cannot help, for now and then it does", () => {
    const better = { kind: "better", atEstimate: 66, floor: 68 } as const;
    expect(said(inEnglish, { needed: better })).toBe(
      "SUS, all users: 66.0 itself misses the floor of 68, so more of the same is unlikely to help.",
    );
    expect(said(inEnglish, { needed: { ...better, chance: 0.094 } })).toBe(
      "SUS, all users: 66.0 itself misses the floor of 68; as much evidence again would clear it in only about 1 of 11 such cases.",
    );
    expect(said(inChinese, { needed: { ...better, chance: 0.094 } })).toBe(
      "SUS，全部用户：66.0 本身未达底线 68，证据即使再增一倍，11 次这样的情形中也只有约 1 次能达到底线。",
    );
  });

  it("gives the chance of what it advises, and boasts of no certainty", () => {
    const more = { kind: "more", unit: "respondents", amount: 20, atEstimate: 71.5 } as const;
    expect(said(inEnglish, { needed: { ...more, chance: 0.82 } })).toBe(
      "SUS, all users: 20 more answers, if the mean stays at 71.5: it then clears in 8 of 10 such cases.",
    );
    expect(said(inEnglish, { needed: { ...more, chance: 0.9999 } })).toBe(said(inEnglish, { needed: more }));
    expect(said(inEnglish, { needed: more })).toBe("SUS, all users: 20 more answers, if the mean stays at 71.5.");
  });

  it("asks of a load level what judges it, not a number of slices that can never be enough", () => {
    const headroom = aResult("headroom", {
      state: "unknown",
      floor: 1.2,
      needed: { kind: "more", unit: "slices", amount: 30 },
    });
    expect(plainly(neededText(inEnglish, plainPolicy, headroom) ?? "")).toBe(
      "Headroom over demand: a load run at 1.2 × the demand, as long as failed requests and answers in time take to clear their floors.",
    );
    expect(plainly(neededText(inChinese, plainPolicy, headroom) ?? "")).toContain("须按需求的 1.2 倍做负载测试");
  });

  it("says load in time, not in samples of ten seconds, and that a least is one if nothing goes wrong", () => {
    const failed = (needed: Needed) =>
      plainly(neededText(inEnglish, plainPolicy, aResult("failed-share", { state: "straddles", needed })) ?? "");
    expect(failed({ kind: "more", unit: "slices", amount: 10_800, atEstimate: 0.004 })).toBe(
      "Failed requests: 30 h more of load, if it stays at 0.40 %.",
    );
    expect(failed({ kind: "more", unit: "slices", amount: 368 })).toBe(
      "Failed requests: at least 1 h 1 min of load, if nothing goes wrong.",
    );
  });

  it("puts first what no amount of the same evidence mends, and last what people settle", () => {
    const needs: readonly (readonly [string, IndicatorResult["state"], Needed])[] = [
      ["moderation", "straddles", { kind: "moderation" }],
      ["more", "straddles", { kind: "more", unit: "hours", amount: 3, atEstimate: 0.99 }],
      ["first", "unknown", { kind: "more", unit: "hours", amount: 3 }],
      ["other", "unknown", { kind: "other-evidence" }],
      ["better", "straddles", { kind: "better", atEstimate: 0.9, floor: 0.95 }],
    ];
    const ordered = inOrderOfNeed(needs.map(([id, state, needed]) => aResult("sus", { id, state, needed })));
    expect(ordered.map(({ id }) => id)).toEqual(["better", "other", "first", "more", "moderation"]);
  });
});

it("a minimum sample that cannot be enough is not said to be: what is needed stands in its place", () => {
  const few = { code: "below-minimum", n: 8, minimum: 12, unit: "participants" } as const;
  const needed = { kind: "more", unit: "participants", amount: 16, atEstimate: 0.9 } as const;
  expect(unknownText(inEnglish, aResult("task-success", { unknown: few, needed }))).toBe("8 of 24 participants");
  expect(unknownText(inEnglish, aResult("task-success", { unknown: few }))).toBe("8 of 12 participants");
});
