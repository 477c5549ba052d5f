import { describe, expect, it } from "vitest";
import { noDrillRules } from "../../../src/domain/policy/safeguards/drills.ts";
import { noPeopleRules } from "../../../src/domain/policy/safeguards/people.ts";
import { noSecurityRules } from "../../../src/domain/policy/safeguards/security.ts";
import type { Policy } from "../../../src/domain/policy/policy.ts";
import { assessGate } from "../../../src/domain/gates/assess.ts";
import type { SafeguardKey } from "../../../src/domain/safeguard-kinds/kinds.ts";
import type { SafeguardAnswers } from "../../../src/domain/technology/state/safeguards.ts";
import type { Tier } from "../../../src/domain/words/tier.ts";
import { groundOf } from "../../../src/domain/technology/gate/ground.ts";
import { accepted, asking, attachedComponents, careful, piloted, stating } from "../../support/safeguards.ts";
import { by, day, given, happened, stateAfter, text } from "../../support/technology.ts";
import type { Happened } from "../../support/technology.ts";

/** Nothing lapses by itself, so that a day shows what the words of the statement come to. */
const lasting = (over: Partial<Policy["safeguards"]> = {}): Policy => {
  const policy = asking("rollout");
  const days = { "security-baseline": null, "response-plan": null, "channels-kept": null, training: null };
  return { ...policy, safeguards: { ...policy.safeguards, days, ...over } };
};

function says(kind: SafeguardKey, story: readonly Happened[], n = 22, policy = lasting()): string {
  const finding = found(kind, story, n, policy);
  return `${finding?.status ?? ""} ${finding?.reason.code.replace(/^conditions:/, "") ?? ""}`;
}

const found = (kind: SafeguardKey, story: readonly Happened[], n: number, policy = lasting()) =>
  assessGate("rollout", stateAfter(...story), policy, { today: day(n) }).find(({ key }) => key === kind);

const standing = (kind: keyof typeof careful, over: SafeguardAnswers, story = piloted("IV")): readonly Happened[] =>
  accepted(story, kind, 21, { ...careful[kind], ...over });

const without = (kind: keyof typeof careful, ...keys: readonly string[]): SafeguardAnswers =>
  Object.fromEntries(Object.entries(careful[kind]).filter(([key]) => !keys.includes(key)));

describe("a security baseline", () => {
  const kind = "security-baseline";
  const weakness = (severity: string, remedied = "no") => ({
    findings: [
      {
        ...{ severity, finding: text("weakness"), remedyBy: day(60), remedied },
        ...(remedied === "yes" && { remediedOn: day(20), remedyProof: ["e4"] }),
      },
    ],
  });

  it("says that a restore was never tried, before anything that is only old", () => {
    const untried = accepted(piloted("IV"), kind, 21, {
      ...without(kind, "restoreHow", "restoreOn", "restoreProof", "restoreMinutes"),
      restore: "no",
    });
    expect(says(kind, untried)).toBe("unmet security-baseline.untried");
  });

  it("is held up by a grave weakness the day after its day of remedy, and by no light one", () => {
    const grave = standing(kind, weakness("high"));
    expect([60, 61].map((n) => says(kind, grave, n))).toEqual(["met safeguard.met", "unmet security-baseline.overdue"]);
    expect(says(kind, standing(kind, weakness("medium")), 61)).toBe("met safeguard.met");
    expect(says(kind, standing(kind, weakness("critical", "yes")), 61)).toBe("met safeguard.met");
  });

  it("grows old item by item, by the months of the policy", () => {
    const story = standing(kind, { backupOn: "2026-03-10" });
    const ends = { ...lasting().safeguards.security.months, backup: 1 };
    const policy = lasting({ security: { ...lasting().safeguards.security, months: ends } });
    const last = assessGate("rollout", stateAfter(...story), policy, { today: "2026-04-10" });
    const over = assessGate("rollout", stateAfter(...story), policy, { today: "2026-04-11" });
    const reason = (results: typeof last) => results.find(({ key }) => key === kind)?.reason;
    expect(reason(last)?.code).toBe("conditions:safeguard.met");
    expect(reason(over)).toMatchObject({
      code: "conditions:security-baseline.aged",
      params: { part: "security-baseline.backup", until: "2026-04-10" },
    });
  });

  it("counts components without version or licence, and does not know them of a list read before", () => {
    const listed = (over: Parameters<typeof attachedComponents>[0]): readonly Happened[] => {
      const story = piloted("IV").map((one) =>
        one.event.type === "EvidenceAttached" && one.event.payload.evidence === "e3" ? attachedComponents(over) : one,
      );
      return standing(kind, {}, story);
    };
    expect(found(kind, listed({ withVersion: 37 }), 22)?.reason.params).toMatchObject({ piece: "e3", count: 3 });
    expect(says(kind, listed({ withVersion: 37 }))).toBe("unmet security-baseline.unversioned");
    expect(says(kind, listed({ withLicense: 39 }))).toBe("unmet security-baseline.unlicensed");
    const old = listed({});
    const unread = old.map((one) => {
      if (one.event.type !== "EvidenceAttached" || one.event.payload.evidence !== "e3") return one;
      const { statistics } = one.event.payload;
      const { withVersion: _gone, ...rest } = statistics as { withVersion?: number };
      return { ...one, event: { ...one.event, payload: { ...one.event.payload, statistics: rest } } } as Happened;
    });
    expect(says(kind, unread)).toBe("unknown security-baseline.unread");
  });

  it("takes the level as declared, and asks when it was last assessed", () => {
    const level = (over: SafeguardAnswers) => standing(kind, over);
    expect(says(kind, level({ level: "4", assessedOn: day(2) }), 188)).toBe("unmet security-baseline.assessment");
    const unsaid = accepted(piloted("IV"), kind, 21, without(kind, "assessedOn"));
    expect(says(kind, unsaid)).toBe("unknown security-baseline.unassessed");
  });

  it("takes a list of components for components, and a document for a proof", () => {
    const story = piloted("IV");
    given(...story)
      .when(stating(story, kind, { ...careful[kind], components: ["e4"], accessProof: ["e3"] }), by("pia", 21))
      .thenRefused("EvidenceOfOtherKind@accessProof", "EvidenceOfOtherKind@components");
  });

  it.each([
    ["I", 3],
    ["II", 6],
    ["III", 11],
    ["IV", 11],
  ] as const)("asks a technology of tier %s for %i items with a day", (tier: Tier, items) => {
    const story = piloted(tier);
    given(...story)
      .when(stating(story, kind, {}), by("pia", 21))
      .thenRefused(...itemsAsked[tier].map((item) => `AnswerMissing@${item}`));
    expect(itemsAsked[tier].length).toBe(items);
  });
});

const itemsAsked: { readonly [T in Tier]: readonly string[] } = {
  I: ["access", "inTransit", "backup"],
  II: ["access", "logging", "inTransit", "backup", "restore", "level"],
  III: [
    ...["access", "logging", "layers", "detection", "inTransit", "atRest", "backup", "restore", "level", "supply"],
    ...["penetration"],
  ],
  IV: [
    ...["access", "logging", "layers", "detection", "inTransit", "atRest", "backup", "restore", "level", "supply"],
    ...["penetration"],
  ],
};

describe("a drill", () => {
  const kind = "response-plan";
  const rollback = (n: number) => happened("DrillRecorded", { on: day(n), minutes: 20, text: text("drill") }, "pia", n);
  const unrehearsed = (tier: Tier = "II") =>
    accepted(piloted(tier), kind, 21, { events: careful[kind].events, drilled: "no" });

  it("is missed until one is on record, and a rollback drill of the rollout is one", () => {
    expect(says(kind, unrehearsed())).toBe("unmet response-plan.never");
    expect(says(kind, [...unrehearsed(), rollback(22)])).toBe("met safeguard.met");
    const other = accepted(piloted("IV"), kind, 21, { events: careful[kind].events, drilled: "no" });
    expect(says(kind, [...other, rollback(22)])).toBe("unmet response-plan.class-never");
  });

  it("counts for the policy's months, and says how long ago the last one was", () => {
    const story = standing(kind, {}, piloted("II"));
    const heldOn = day(9);
    const at = (today: string) => assessGate("rollout", stateAfter(...story), lasting(), { today });
    const result = (today: string) => at(today).find(({ key }) => key === kind);
    expect(result("2027-03-11")?.status).toBe("met");
    expect(result("2027-03-12")).toMatchObject({
      status: "unmet",
      reason: { code: "conditions:response-plan.old", params: { last: heldOn, monthsAgo: 12 } },
    });
    expect(result("2027-05-20")?.reason.params["monthsAgo"]).toBe(14);
  });

  it("moves no vote by growing older", () => {
    const story = standing(kind, {}, piloted("II"));
    const ground = (today: string) => groundOf("rollout", stateAfter(...story), onlyDrills, { today });
    expect(ground("2027-05-20")).toBe(ground("2027-06-20"));
  });
});

const onlyDrills: Policy = {
  ...lasting(),
  gates: {
    ...lasting().gates,
    rollout: {
      ...lasting().gates.rollout,
      conditions: lasting().gates.rollout.conditions.filter(({ key }) => key === "response-plan"),
    },
  },
};

describe("channels that are kept", () => {
  const kind = "channels-kept";
  const ways = careful[kind].channels;

  it("are of as many kinds as the policy asks for, and stay for its months", () => {
    expect(says(kind, standing(kind, { channels: ways.slice(0, 1) }))).toBe("unmet channels-kept.few");
    const early = ways.map((way) => ({ ...way, ends: "yes", until: day(300) }));
    expect(says(kind, standing(kind, { channels: early }))).toBe("unmet channels-kept.early");
    expect(says(kind, standing(kind, { channels: ways }))).toBe("met safeguard.met");
  });

  it("need not be stated for the public where staff alone use it", () => {
    const staff = accepted(piloted(), kind, 21, { reaches: "staff", staffWhy: text("back office") });
    expect(says(kind, staff)).toBe("met safeguard.met");
  });
});

it("asks nothing of a body that has not taken the topics on", () => {
  const asksNothing = lasting({ security: noSecurityRules, drills: noDrillRules, people: noPeopleRules });
  const story = [
    accepted(piloted("IV"), "response-plan", 21, { events: careful["response-plan"].events, drilled: "no" }),
    standing("channels-kept", { channels: careful["channels-kept"].channels.slice(0, 1) }),
  ];
  expect(says("response-plan", story[0]!, 22, asksNothing)).toBe("met safeguard.met");
  expect(says("channels-kept", story[1]!, 22, asksNothing)).toBe("met safeguard.met");
});
