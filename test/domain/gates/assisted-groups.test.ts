import { describe, expect, it } from "vitest";
import type { SusStatistics, TasksStatistics } from "../../../src/domain/evidence/statistics.ts";
import { assessGate } from "../../../src/domain/gates/assess.ts";
import type { ConditionResult } from "../../../src/domain/technology/state/condition-result.ts";
import { tiers } from "../../../src/domain/words/tier.ts";
import type { Tier } from "../../../src/domain/words/tier.ts";
import { conditionReason } from "../../../src/http/say/condition-shown.ts";
import { fairPlan, houseNumbers, piloted } from "../../support/safeguards.ts";
import {
  aPiece,
  aPlan,
  aPolicy,
  by,
  day,
  digest,
  given,
  happened,
  stateAfter,
  text,
} from "../../support/technology.ts";
import type { Happened } from "../../support/technology.ts";
import { realLanguages } from "../../http/view/support.ts";

const plain = aPolicy();
const asked = { key: "assisted-groups", waivable: true, deferrable: true };
const policy = aPolicy({
  safeguards: houseNumbers,
  gates: { ...plain.gates, rollout: { ...plain.gates.rollout, conditions: [asked] } },
});

const sus = (groups: SusStatistics["groups"]): SusStatistics => ({
  ...{ kind: "sus", rows: 60, rejected: 0, n: 60, mean: 75, sd: 8, dropped: 0, alreadyCounted: 0 },
  groups,
});

const tasks = (groups: readonly { readonly group: string; readonly n: number }[]): TasksStatistics => ({
  ...{ kind: "tasks", rows: 60, rejected: 0, participants: 60, attempts: 60, successes: 60, alreadyCounted: 0 },
  succeeded: { clusters: 60, trials: 60, events: 60, sumEE: 60, sumET: 60, sumTT: 60 },
  groups,
});

const piece = (n: number, statistics: SusStatistics | TasksStatistics): Happened =>
  happened(
    "EvidenceAttached",
    aPiece(n, { kind: statistics.kind, statistics, digest: digest(`people ${n}`) }),
    "pia",
    12,
  );

function finding(story: readonly Happened[], n = 22): ConditionResult {
  const [result] = assessGate("rollout", stateAfter(...story), policy, { today: day(n) });
  if (result === undefined) throw new Error("Nothing is asked");
  return result;
}

const says = (story: readonly Happened[], n?: number): string => {
  const { status, reason } = finding(story, n);
  return `${status} ${reason.code.replace("conditions:assisted-groups.", "")}`;
};

const namedIn =
  (tier: Tier) =>
  (assisted: readonly string[], ...pieces: readonly Happened[]): readonly Happened[] => [
    ...piloted(tier, { ...fairPlan, assisted }),
    ...pieces,
  ];

describe.each(tiers)("groups of people who may need help, tier %s", (tier) => {
  const named = namedIn(tier);
  const two = [{ group: "older", n: 2 }] as const;

  it("are unknown where the plan names none, or no file says who is who", () => {
    expect(says(named([]))).toBe("unknown none");
    expect(says(named(["older"]))).toBe("unknown uncounted");
    expect(says(named(["older"], piece(5, sus([]))))).toBe("unknown uncounted");
  });

  it("are missing by as many as the policy asks for beyond those who came", () => {
    const story = named(["older", "disability"], piece(5, sus([...two, { group: "disability", n: 10, mean: 70 }])));
    const result = finding(story);
    expect(result.names).toEqual([{ kind: "group", id: "older", of: 1, at: 8 }]);
    const languages = realLanguages();
    expect(conditionReason(languages.of("en"), policy, result)).toContain("8 more people of 60 and over");
    expect(conditionReason(languages.of("zh-CN"), policy, result)).toContain("60 岁及以上的人还差 8 人");
    expect(says(named(["older"], piece(5, sus([{ group: "older", n: 10, mean: 70 }]))))).toBe("met met");
  });

  it("are waived for as many as were missing, and open again where more are", () => {
    const two = piece(5, sus([{ group: "older", n: 2 }]));
    const story = named(["older"], two);
    const names = finding(story).names ?? [];
    const asked = { waiver: "w1", gate: "rollout", condition: "assisted-groups", until: day(60), names } as const;
    const waived = [
      ...story,
      happened("WaiverRequested", { ...asked, reason: text("r"), control: text("c") }, "pia", 22),
      happened("WaiverGranted", { waiver: "w1", by: ["ada", "abel"], names }, "abel", 22),
    ];
    expect(finding(waived).status).toBe("waived");
    expect(finding(waived, 61).status).toBe("unmet");
    const worse = [...waived, happened("EvidenceWithdrawn", { evidence: "e5", reason: text("wrong") }, "pia", 23)];
    expect(finding(worse, 24).status).not.toBe("met");
    expect(finding(worse, 24).status).not.toBe("waived");
  });

  it("add up over pieces of one kind, and never over kinds: the same people did both", () => {
    const six = [{ group: "older", n: 6 }];
    expect(finding(named(["older"], piece(5, sus(six)), piece(6, sus(six)))).status).toBe("met");
    expect(finding(named(["older"], piece(5, sus(six)), piece(6, tasks(six)))).names?.[0]?.at).toBe(4);
  });

  it("are not shown by a piece that was withdrawn or has expired, nor by a group without its name", () => {
    const enough = piece(5, sus([{ group: "older", n: 12, mean: 70 }]));
    const withdrawn = happened("EvidenceWithdrawn", { evidence: "e5", reason: text("wrong") }, "pia", 13);
    expect(says(named(["older"], enough, withdrawn))).toBe("unknown uncounted");
    expect(says(named(["older"], enough), 400)).toBe("unknown uncounted");
    expect(says(named(["older"], piece(5, sus([{ group: 1, n: 30, mean: 70 }]))))).toBe("unmet unmet");
  });

  it("that the plan names none of, with a reason, are enough where the policy asks for the milder condition", () => {
    const reasoned = (assistedWhy = text("staff alone use it")) => piloted(tier, { ...fairPlan, assistedWhy });
    expect(says(reasoned())).toBe("unknown none-reasoned");
    const milder = (story: readonly Happened[]): string => {
      const asking = [{ key: "assisted-considered", waivable: true, deferrable: true }];
      const other = { ...policy, gates: { ...policy.gates, rollout: { ...policy.gates.rollout, conditions: asking } } };
      const [result] = assessGate("rollout", stateAfter(...story), other, { today: day(22) });
      return `${result?.status ?? ""} ${result?.reason.code.replace("conditions:assisted-considered.", "") ?? ""}`;
    };
    expect(milder(reasoned())).toBe("met met-reasoned");
    // Nothing said is no reason, and who is named is counted.
    expect(milder(named([]))).toBe("unknown none");
    expect(milder(named(["older"], piece(5, sus([...two]))))).toBe("unmet unmet");
    expect(milder(named(["older"], piece(5, sus([{ group: "older", n: 10, mean: 70 }]))))).toBe("met met");
  });
});

describe("groups that a plan names", () => {
  const named = namedIn("II");

  it("are named or reasoned away, not both, and no reason is found after the data", () => {
    const amend = (story: readonly Happened[], over: object) =>
      given(...story).when(
        { type: "AmendPilotPlan", plan: aPlan({ ...fairPlan, ...over }), reason: text("amended") },
        by("pia", 15),
      );
    const assistedWhy = text("staff alone use it");
    amend(named([]).slice(0, -4), { assisted: ["older"], assistedWhy }).thenRefused(
      "AssistedReasonNeedless@assistedWhy",
    );
    amend(named([]).slice(0, -4), { assistedWhy }).thenAccepted();
    amend(named([]), { assistedWhy }).thenRefused("FixedSinceData@assistedWhy");
  });

  it("are a choice of the plan, which no data may move", () => {
    const amend = (story: readonly Happened[], assisted: readonly string[]) =>
      given(...story).when(
        { type: "AmendPilotPlan", plan: aPlan({ ...fairPlan, assisted }), reason: text("amended") },
        by("pia", 15),
      );
    amend(named(["older"]), []).thenRefused("FixedSinceData@assisted");
    amend(named([]), ["older"]).thenRefused("FixedSinceData@assisted");
    amend(named(["older"]).slice(0, -4), ["older", "disability"]).thenAccepted();
    amend(named([]).slice(0, -4), ["older", "older"]).thenRefused("GroupRepeated@assisted");
  });
});
