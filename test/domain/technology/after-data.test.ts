import { describe, expect, it } from "vitest";
import { earlyPolicy } from "../../support/early-policy.ts";
import type { PilotPlan } from "../../../src/domain/technology/state/pilot.ts";
import type { PlannedFairness } from "../../../src/domain/measures/planned-fairness.ts";
import type { PlannedIndicator } from "../../../src/domain/measures/planned-indicator.ts";
import { ofVerdict } from "../../../src/domain/technology/state/in-force.ts";
import { measureContext } from "../../../src/domain/technology/looks/look-context.ts";
import { goodPieces, load, piece, step } from "../scoring/pilot.ts";
import { attached } from "../../http/gate/looked.ts";
import {
  aPiece,
  aPlan,
  aProposal,
  by,
  day,
  decided,
  given,
  happened,
  piloting,
  planLocked,
  stateAfter,
  text,
  withEvidence,
} from "../../support/technology.ts";
import type { Happened } from "../../support/technology.ts";

const planned = (over: Partial<PlannedIndicator> = {}): PlannedIndicator => ({
  applicable: true,
  reason: null,
  floor: null,
  minimumSample: null,
  margin: null,
  anytime: false,
  ...over,
});
const byGroups: PlannedFairness = { measure: "fpr", favourable: "negative", reference: "A", groups: ["B", "C"] };
const amend = (over: Partial<PilotPlan>) =>
  ({ type: "AmendPilotPlan", plan: aPlan(over), reason: text("why") }) as const;

/** A plan that has chosen something of everything, so that everything can be given up too. */
const chosen: Partial<PilotPlan> = {
  days: 30,
  services: ["portal", "archive"],
  fairness: byGroups,
  indicators: {
    fairness: planned(),
    volume: planned({ applicable: false, reason: text("no volume") }),
    sus: planned({ floor: 70, minimumSample: 20, margin: 5 }),
    "task-success": planned({ anytime: true }),
    "failed-share": planned({ floor: 0.005, minimumSample: 60 }),
  },
};
const indicators = (over: Partial<PilotPlan["indicators"]>): Partial<PilotPlan> => ({
  indicators: { ...chosen.indicators, ...over } as PilotPlan["indicators"],
});
const seen = (plan: Partial<PilotPlan> = chosen): readonly Happened[] => [
  ...piloting(plan),
  happened("EvidenceAttached", aPiece(1), "pia", 6),
];
const afterData = (over: Partial<PilotPlan>, n = 9) =>
  given(...seen()).when(amend({ ...chosen, ...over }), by("pia", n));

describe("once evidence is attached, what the verdict depends on", () => {
  it.each<[string, Partial<PilotPlan>, string]>([
    ["a shorter promised restore time", { restoreSeconds: 60 }, "restoreSeconds"],
    ["no promised restore time", { restoreSeconds: null }, "restoreSeconds"],
    ["a higher latency level", { latencyMs: 900 }, "latencyMs"],
    ["a lower latency level, which leaves out what was seen", { latencyMs: 700 }, "latencyMs"],
    ["a service less", { services: ["portal"] }, "services"],
    ["a service more, behind which another hides", { services: ["portal", "archive", "new"] }, "services"],
    ["a look more", { looks: [day(20), day(40), day(50)] }, "looks"],
    ["a look moved", { looks: [day(20), day(41)] }, "looks"],
    ["a look less", { looks: [day(20)] }, "looks"],
    ["a shorter pilot", { days: 29 }, "days"],
    ["fewer sites", { siteCount: 2 }, "siteCount"],
    ["another start", { startsOn: day(4) }, "startsOn"],
    ["another binding measure", { fairness: { ...byGroups, measure: "tpr" } }, "fairness"],
    ["a group less", { fairness: { ...byGroups, groups: ["B"] } }, "fairness"],
    ["a group more", { fairness: { ...byGroups, groups: ["B", "C", "D"] } }, "fairness"],
    [
      "an indicator dropped",
      indicators({ availability: planned({ applicable: false, reason: text("no") }) }),
      "indicators.availability.applicable",
    ],
    ["an indicator taken back in", indicators({ volume: planned() }), "indicators.volume.applicable"],
    ["an optional one chosen", indicators({ accessibility: planned() }), "indicators.accessibility.applicable"],
    [
      "a floor lowered",
      indicators({ sus: planned({ floor: 69, minimumSample: 20, margin: 5 }) }),
      "indicators.sus.floor",
    ],
    ["a floor given up", indicators({ sus: planned({ minimumSample: 20, margin: 5 }) }), "indicators.sus.floor"],
    [
      "a floor raised where smaller is better",
      indicators({ "failed-share": planned({ floor: 0.006, minimumSample: 60 }) }),
      "indicators.failed-share.floor",
    ],
    [
      "a smaller minimum sample",
      indicators({ sus: planned({ floor: 70, minimumSample: 19, margin: 5 }) }),
      "indicators.sus.minimumSample",
    ],
    [
      "a larger minimum where the worst piece decides, which leaves out a bad one",
      indicators({ "failed-share": planned({ floor: 0.005, minimumSample: 61 }) }),
      "indicators.failed-share.minimumSample",
    ],
    [
      "another margin, even a smaller one",
      indicators({ sus: planned({ floor: 70, minimumSample: 20, margin: 4 }) }),
      "indicators.sus.margin",
    ],
    ["no margin", indicators({ sus: planned({ floor: 70, minimumSample: 20 }) }), "indicators.sus.margin"],
    ["no anytime rule", indicators({ "task-success": planned() }), "indicators.task-success.anytime"],
  ])("is not loosened: %s", (_, over, field) => {
    afterData(over).thenRefused(`FixedSinceData@${field}`);
  });

  it.each<[string, Partial<PilotPlan>]>([
    ["texts", { sites: text("more sites"), exit: text("another exit"), rollback: text("another way back") }],
    ["more sites", { siteCount: 4 }],
    ["a longer pilot", { days: 40 }],
    ["a longer promised restore time", { restoreSeconds: 7200 }],
    ["a stricter floor", indicators({ sus: planned({ floor: 71, minimumSample: 20, margin: 5 }) })],
    ["a larger minimum of people", indicators({ sus: planned({ floor: 70, minimumSample: 30, margin: 5 }) })],
    [
      "another reason why an indicator does not apply",
      indicators({ volume: planned({ applicable: false, reason: text("x") }) }),
    ],
  ])("may still ask for more: %s", (_, over) => {
    afterData(over).thenAccepted();
  });

  it("is refused naming the field, from what to what, and since when there is evidence", () => {
    const { decision } = afterData({ restoreSeconds: 60, ...indicators({ accessibility: planned() }) });
    expect(decision).toEqual({
      kind: "rejected",
      reasons: [
        {
          code: "FixedSinceData",
          field: "restoreSeconds",
          params: { what: "restoreSeconds", from: 3600, to: 60, since: day(6) },
        },
        {
          code: "FixedSinceData",
          field: "indicators.accessibility.applicable",
          params: { what: "applicable", from: false, to: true, since: day(6) },
        },
      ],
    });
  });

  it.each([
    ["withdrawn", happened("EvidenceWithdrawn", { evidence: "e1", reason: text("r") }, "pia", 7)],
    ["expired", happened("EvidenceExpired", { evidence: "e1" }, "system", 7)],
  ])("stays fixed where the evidence is %s: it was seen", (_, gone) => {
    given(...seen(), gone)
      .when(amend({ ...chosen, restoreSeconds: 60 }), by("pia", 9))
      .thenRefused("FixedSinceData@restoreSeconds");
  });

  it("is free before there are data", () => {
    for (const over of [{ restoreSeconds: 60 }, { latencyMs: 900 }, { services: ["new"] }, { looks: [day(30)] }])
      given(...piloting(chosen))
        .when(amend({ ...chosen, ...over }), by("pia", 4))
        .thenAccepted();
  });

  it("knows an indicator that is spelled out as the policy has it for the same as one left out", () => {
    const asThePolicy = planned({ floor: 68, minimumSample: 12 });
    expect(earlyPolicy.criteria.flatMap((one) => one.indicators).find(({ key }) => key === "sus")).toMatchObject({
      floor: 68,
      minimumSample: 12,
    });
    given(...withEvidence())
      .when(amend({ indicators: { sus: asThePolicy } }), by("pia", 9))
      .thenAccepted();
  });

  it("is not served better by a stricter floor of another indicator", () => {
    // Past its peak the service answers fewer: without the level of 40, headroom would be read from the higher rate at 20.
    const steps = [step(10, 30), step(20, 70), step(40, 52, 0.955)];
    const collapsing = piece(load({ steps }));
    const story = [...piloting(), attached(1, collapsing), attached(2, goodPieces.availability)];
    const stricter = { "within-share": planned({ floor: 0.96 }) };
    given(...story)
      .when(amend({ indicators: stricter }), by("pia", 9))
      .thenRefused("BetterAfterData@indicators.headroom");
    given(...piloting(), attached(1, goodPieces.load))
      .when(amend({ indicators: stricter }), by("pia", 9))
      .thenAccepted();
  });
});

describe("the demand that headroom is judged against", () => {
  it("cannot be restated once there is a plan, let alone evidence", () => {
    const lower = { users: 400, requestsPerSecond: 4, recordsPerHour: 90 };
    for (const story of [planLocked(), withEvidence()])
      given(...story)
        .when({ type: "ReviseProposal", proposal: aProposal({ demand: lower }) }, by("pia", 9))
        .thenRefused("NotInThisStage");
  });
});

describe("a plan locked anew after evidence of an earlier one", () => {
  const look = (n: number): Happened =>
    happened(
      "LookTaken",
      { plan: 1, look: n, of: 2, verdict: {} as never, evidence: [{ evidence: "e1", digest: aPiece(1).digest }] },
      "system",
      40,
    );
  const returned: readonly Happened[] = [
    ...withEvidence(),
    decided("completion", "approve", 32),
    look(1),
    look(2),
    decided("rollout", "return", 41),
  ];
  const lockedAnew: readonly Happened[] = [
    ...returned,
    happened(
      "PilotPlanLocked",
      { number: 2, policyVersion: 1, plan: aPlan({ startsOn: day(42), looks: [day(60), day(80)] }) },
      "pia",
      42,
    ),
    happened("PilotOpened", { on: day(42) }, "pia", 42),
  ];
  const anew = (over: Partial<PilotPlan>) => amend({ startsOn: day(42), looks: [day(60), day(80)], ...over });

  it("chooses everything afresh", () => {
    const next = aPlan({
      startsOn: day(42),
      looks: [day(60)],
      latencyMs: 900,
      restoreSeconds: 60,
      services: ["new"],
      indicators: { volume: planned({ applicable: false, reason: text("no") }) },
    });
    given(...returned)
      .when({ type: "LockPilotPlan", plan: next }, by("pia", 42))
      .thenAccepted();
  });

  it("sees no evidence of the earlier plan", () => {
    expect(ofVerdict(stateAfter(...lockedAnew))).toEqual([]);
    expect(measureContext(stateAfter(...lockedAnew), earlyPolicy, day(43))?.pieces).toEqual([]);
  });

  it("is free until evidence is attached under it, and fixed from then on", () => {
    given(...lockedAnew)
      .when(anew({ restoreSeconds: 60 }), by("pia", 43))
      .thenAccepted();
    const second = happened("EvidenceAttached", aPiece(2, { plan: 2 }), "pia", 44);
    const { decision } = given(...lockedAnew, second).when(anew({ restoreSeconds: 60 }), by("pia", 45));
    expect(decision).toMatchObject({ reasons: [{ code: "FixedSinceData", params: { since: day(44) } }] });
  });

  it("takes up no file again that was measured before it was locked", () => {
    const withdrawn = happened("EvidenceWithdrawn", { evidence: "e1", reason: text("r") }, "pia", 43);
    const again = {
      type: "AttachEvidence" as const,
      groupWords: [],
      mappingText: null,
      ...aPiece(1),
      from: `${day(5)}T08:00:00Z`,
      to: `${day(5)}T10:00:00Z`,
    };
    given(...lockedAnew, withdrawn)
      .when(again, by("pia", 44))
      .thenRefused("EvidenceBeforeLock@from", "EvidenceBeforeStart@from");
  });
});
