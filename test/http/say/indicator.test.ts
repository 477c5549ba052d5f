import { describe, expect, it } from "vitest";
import { plainPolicy } from "../../../src/domain/policy/default/default-policy.ts";
import type { IndicatorResult } from "../../../src/domain/scoring/verdict-types.ts";
import type { Mark, UnknownReason } from "../../../src/domain/measures/finding-parts.ts";
import { indicatorRow, unknownText } from "../../../src/http/say/indicator.ts";
import { markNotes } from "../../../src/http/say/marks.ts";
import { neededText } from "../../../src/http/say/needed.ts";
import { createLanguages } from "../../../src/http/view/languages.ts";

const languages = createLanguages({
  localesDir: new URL("../../../views/locales", import.meta.url).pathname,
  timeZone: "UTC",
});
const [en, zh] = [languages.of("en"), languages.of("zh-CN")];

const result = (over: Partial<IndicatorResult> = {}): IndicatorResult => ({
  id: "sus",
  indicator: "sus",
  criterion: "usability",
  measure: "sus",
  unit: "points",
  better: "higher",
  weight: 0.35,
  value: [
    [0, 0],
    [100, 100],
  ],
  state: "unknown",
  marks: [],
  evidence: [],
  ...over,
});

/** One of each; the compiler sees to it that none is missing. */
const unknowns: { readonly [C in UnknownReason["code"]]: Extract<UnknownReason, { code: C }> } = {
  "no-evidence": { code: "no-evidence" },
  expired: { code: "expired", expiredAt: "2026-03-01" },
  "below-minimum": { code: "below-minimum", n: 4, minimum: 5, unit: "pages" },
  "rejected-rows": { code: "rejected-rows", rejected: 2, rows: 100 },
  withheld: { code: "withheld" },
  "totals-only": { code: "totals-only" },
  "single-rate": { code: "single-rate" },
  "no-steps": { code: "no-steps" },
  "no-latency-level": { code: "no-latency-level" },
  "other-latency-level": { code: "other-latency-level", planned: 800, measured: 900 },
  "no-demand": { code: "no-demand" },
  "no-restore-time": { code: "no-restore-time" },
  "no-service-named": { code: "no-service-named" },
  "service-missing": { code: "service-missing", service: "portal" },
  "small-piece-beyond-floor": { code: "small-piece-beyond-floor", estimate: 0.5 },
  "not-scored": { code: "not-scored" },
  "manual-review-needed": { code: "manual-review-needed", needsReview: 7 },
  "group-missing": { code: "group-missing", group: "Harbour" },
  "group-without-cases": { code: "group-without-cases", group: "Harbour" },
  "fairness-not-planned": { code: "fairness-not-planned" },
  "no-baseline": { code: "no-baseline" },
  "baseline-unknown": { code: "baseline-unknown", why: { code: "below-minimum", n: 3, minimum: 12, unit: "people" } },
};

const marks: { readonly [M in Mark]: true } = {
  "bound-optimistic": true,
  "no-upper-bound": true,
  "no-variation": true,
  "piece-differs": true,
  "restore-shown": true,
  "restore-unshown": true,
  "small-pieces-left-out": true,
  "totals-left-out": true,
  anytime: true,
  "anytime-not-possible": true,
  "unequal-base-rates": true,
  "under-four-fifths": true,
};

describe("why there is no number", () => {
  it.each(Object.values(unknowns))("is said in both languages: $code", (unknown) => {
    for (const language of [en, zh]) {
      const said = unknownText(language, result({ unknown }));
      expect(said).not.toMatch(/indicators:|\{\{|undefined/);
      expect(said.length).toBeGreaterThan(2);
    }
  });

  it("counts what waits for people, and says it where nobody has looked at all", () => {
    const said = (needsReview: number) =>
      unknownText(en, result({ unknown: { code: "manual-review-needed", needsReview } }));
    expect(said(7)).toBe("7 points wait for manual review");
    expect(said(1)).toBe("1 point waits for manual review");
    expect(said(0)).toContain("no conformance");
    expect(unknownText(zh, result({ unknown: { code: "manual-review-needed", needsReview: 0 } }))).toContain(
      "不等于合规",
    );
    expect(unknownText(en, result({ unknown: unknowns["baseline-unknown"] }))).toBe(
      "the baseline itself: 3 of 12 people",
    );
  });
});

describe("what a bound rests on", () => {
  it.each(Object.keys(marks) as Mark[])("is said in both languages: %s", (mark) => {
    for (const language of [en, zh]) {
      const [note = ""] = markNotes(language, plainPolicy, [
        result({ marks: [mark], eValue: { value: 31.25, needed: 20 } }),
      ]);
      expect(note).toContain("SUS");
      expect(note).not.toMatch(/indicators:|\{\{|undefined/);
    }
  });

  it("names the e-value", () => {
    const found = result({ marks: ["anytime"], eValue: { value: 31.25, needed: 20 } });
    expect(markNotes(en, plainPolicy, [found])).toEqual(["SUS, all users: anytime rule: e-value 31.3, 20 needed."]);
  });
});

describe("a comparison with the baseline", () => {
  const compared = result({
    ...{ id: "task-success~baseline", indicator: "task-success", measure: "task-success", unit: "share" },
    ...{ state: "cleared", weight: 0, floor: -0.05, n: 48, nUnit: "participants" },
    measured: { estimate: 0.0948, lower: -0.0414, upper: 0.244 },
    comparison: { margin: 0.05, pilot: 0.93, baseline: 0.84 },
  });

  it("shows differences with their sign, in percentage points, around none", () => {
    const row = indicatorRow(en, plainPolicy, compared);
    expect(row).toMatchObject({
      ...{
        name: "Task success, against the baseline",
        value: "+9.5 percentage points",
        bounds: "−4.1 to +24.4",
        floor: "≥ −5 percentage points",
      },
      mark: { min: -0.305, max: 0.305 },
    });
    expect(indicatorRow(zh, plainPolicy, compared)).toMatchObject({
      value: "+9.5 个百分点",
      bounds: "−4.1 至 +24.4",
    });
  });

  it("says a gap between groups in percentage points, which are not percent of anything", () => {
    const gap = result({
      id: "fairness",
      indicator: "fairness",
      measure: "fairness",
      unit: "share",
      better: "lower",
      state: "beyond",
      floor: 0.1,
      measured: { estimate: 0.198, lower: 0.123, upper: 0.267 },
    });
    const plain = ({ value, bounds, floor }: ReturnType<typeof indicatorRow>) =>
      [value, bounds, floor].map((text) => text?.replaceAll(/[\u00a0\u202f]/g, " "));
    expect(plain(indicatorRow(en, plainPolicy, gap))).toEqual([
      "19.8 percentage points",
      "12.3–26.7",
      "≤ 10 percentage points",
    ]);
    expect(plain(indicatorRow(zh, plainPolicy, gap))).toEqual(["19.8 个百分点", "12.3–26.7", "≤ 10 个百分点"]);
  });

  it("says how much more settles it", () => {
    const needed = { kind: "more", unit: "participants", amount: 20, atEstimate: 0.0948 } as const;
    expect(neededText(en, plainPolicy, { ...compared, state: "straddles", needed })).toBe(
      "Task success, against the baseline: 20 more participants, if the rate stays at +9.5 percentage points.",
    );
  });

  it("says with what chance, and how rarely where the estimate itself lies beyond the floor", () => {
    const said = (needed: NonNullable<IndicatorResult["needed"]>) =>
      [en, zh].map((language) => neededText(language, plainPolicy, { ...compared, state: "straddles", needed }));
    const more = { kind: "more", unit: "participants", amount: 20, atEstimate: 0.0948 } as const;
    expect(said({ ...more, chance: 0.8 })).toEqual([
      "Task success, against the baseline: 20 more participants, if the rate stays at +9.5 percentage points: it then clears in 8 of 10 such cases.",
      "任务完成率（与基线比较）：若成功率保持 +9.5 个百分点，还需 20 名参与者，届时 10 次这样的情形中有 8 次能达到底线。",
    ]);
    expect(said({ ...more, chance: 1 })).toEqual(said(more));
    const better = { kind: "better", atEstimate: -0.06, floor: -0.05 } as const;
    expect(said({ ...better, chance: 0.081 })[0]).toMatch(/in only about 1 of 12 such cases\.$/);
    expect(said({ ...better, chance: 0.002 })[0]).toMatch(/in fewer than 1 of 100 such cases\.$/);
    expect(said(better)[0]).toMatch(/so more of the same is unlikely to help\.$/);
  });
});

describe("what newer methods record beside a bound", () => {
  const note = (language: typeof en, over: Partial<IndicatorResult>, pieces?: ReadonlyMap<string, string>) =>
    markNotes(language, plainPolicy, [result(over)], pieces === undefined ? {} : { pieces })[0]?.replaceAll(
      /[\u00a0\u202f]/g,
      " ",
    );

  it("names the piece that truly differs, by its digest where its number is not known", () => {
    const differs = { marks: ["piece-differs"], decidedBy: "9f2c71d0aa00bb11cc2241ab" } as const;
    expect(note(en, differs, new Map([[differs.decidedBy, "e5"]]))).toBe(
      "SUS, all users: piece e5 is worse than the others, more than chance explains, and decides.",
    );
    expect(note(en, differs)).toContain("piece 9f2c71d0…41ab is worse");
  });

  it("says how long a failure is taken to last, and by what", () => {
    const shown = { marks: ["restore-shown"], restore: { seconds: 5400, by: "drill" } } as const;
    expect(note(en, shown)).toBe(
      "SUS, all users: a failure is taken to last 1 h 30 min: that is what drills showed, with a margin.",
    );
    expect(note(zh, shown)).toBe("SUS，全部用户：按每次故障持续 1 小时 30 分钟计算：依据恢复演练，并留有余量。");
    expect(note(en, { ...shown, restore: { seconds: 60, by: "newer-than-words" } })).toContain(
      "drills and outages showed it",
    );
    const unshown = { marks: ["restore-unshown"], restore: { seconds: 43_200, by: "unshown" } } as const;
    expect(note(en, unshown)).toContain("taken to last 12 h, because too few drills");
  });

  it("says up to which load shares were judged, and what lay beyond", () => {
    expect(note(en, { beyondLevels: { judgedTo: 360, tested: 520 } })).toBe(
      "SUS, all users: judged on loads up to 360 requests a second; the level at 520 was not asked for and does not count.",
    );
    expect(note(zh, { beyondLevels: { judgedTo: 360, tested: 520 } })).toContain("每秒 520 次请求的负载超出要求");
  });
});
