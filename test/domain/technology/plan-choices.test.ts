import { describe, expect, it } from "vitest";
import { ofPilot } from "../../../src/domain/technology/state/in-force.ts";
import { measureContext } from "../../../src/domain/technology/looks/look-context.ts";
import type { PilotPlan } from "../../../src/domain/technology/state/pilot.ts";
import type { PlannedFairness } from "../../../src/domain/measures/planned-fairness.ts";
import type { PlannedIndicator } from "../../../src/domain/measures/planned-indicator.ts";
import type { Happened } from "../../support/technology.ts";
import {
  aPiece,
  aPlan,
  aPolicy,
  admitted,
  by,
  day,
  given,
  happened,
  piloting,
  planLocked,
  someEvidence,
  stateAfter,
  text,
} from "../../support/technology.ts";

const chosen: PlannedIndicator = {
  applicable: true,
  reason: null,
  floor: null,
  minimumSample: null,
  margin: null,
  anytime: false,
};
const byGroups: PlannedFairness = { measure: "fpr", favourable: "negative", reference: "A", groups: ["B", "C"] };

const lock = (over: Partial<PilotPlan>) => ({ type: "LockPilotPlan", plan: aPlan(over) }) as const;
const amend = (over: Partial<PilotPlan>) =>
  ({ type: "AmendPilotPlan", plan: aPlan(over), reason: text("why") }) as const;
const comparing: Partial<PilotPlan> = { indicators: { sus: { ...chosen, margin: 5 } } };

describe("what a plan chooses before the data", () => {
  it("is an optional indicator, which needs no reason to be left out", () => {
    const { accessibility, seq } = { accessibility: chosen, seq: { ...chosen, applicable: false } };
    given(...admitted())
      .when(lock({ indicators: { accessibility, seq } }), by("pia", 2))
      .thenAccepted();
  });

  it("is a margin against a baseline, the anytime rule, and fairness whole", () => {
    const indicators = {
      sus: { ...chosen, margin: 5 },
      "task-success": { ...chosen, margin: 0.05, anytime: true },
      fairness: chosen,
    };
    given(...admitted())
      .when(lock({ indicators, fairness: byGroups }), by("pia", 2))
      .then({
        type: "PilotPlanLocked",
        payload: { number: 1, policyVersion: 1, plan: aPlan({ indicators, fairness: byGroups }) },
      });
  });

  it("makes sense, or every reason why it does not is said at once", () => {
    const indicators = {
      availability: { ...chosen, margin: 0.01 },
      sus: { ...chosen, margin: 100, anytime: true },
      "failed-share": { ...chosen, margin: 0 },
      seq: { ...chosen, applicable: false, margin: 1 },
      "umux-lite": { ...chosen, floor: 101 },
      "task-success": { ...chosen, floor: 1, anytime: true },
    };
    given(...admitted())
      .when(lock({ indicators }), by("pia", 2))
      .thenRefused(
        "NotComparable@indicators.availability.margin",
        "MarginTooWide@indicators.sus.margin",
        "AnytimeNotPossible@indicators.sus.anytime",
        "MarginNotPositive@indicators.failed-share.margin",
        "ChoiceWithoutIndicator@indicators.seq",
        "FloorOutOfRange@indicators.umux-lite.floor",
        "AnytimeWithoutFloor@indicators.task-success.anytime",
      );
  });

  it("names of fairness one measure, a reference and other groups, each once", () => {
    const indicators = { fairness: chosen };
    const locked = (fairness: PlannedFairness | null, chosenIndicators: PilotPlan["indicators"] = indicators) =>
      given(...admitted()).when(lock({ indicators: chosenIndicators, fairness }), by("pia", 2));
    locked(null).thenRefused("FairnessMissing@fairness.measure");
    locked(byGroups, {}).thenRefused("FairnessNotChosen@fairness.measure");
    locked({ ...byGroups, groups: [] }).thenRefused("GroupMissing@fairness.groups");
    locked({ ...byGroups, groups: ["A", "B", "B"] }).thenRefused(
      "GroupRepeated@fairness.groups",
      "GroupIsReference@fairness.groups",
    );
    locked({ measure: "luck" as never, favourable: "maybe" as never, reference: " A", groups: [""] }).thenRefused(
      "FairnessMeasureUnknown@fairness.measure",
      "FavourableUnknown@fairness.favourable",
      "GroupMalformed@fairness.reference",
      "GroupMalformed@fairness.groups",
    );
  });

  it("may be amended until there are data, and neither added, changed nor given up after", () => {
    const { sus } = comparing.indicators ?? {};
    if (sus === undefined) throw new Error("nothing compared");
    given(...planLocked(comparing))
      .when(amend({ indicators: { sus: { ...sus, margin: 8 } } }), by("pia", 2))
      .thenAccepted();
    const withData = [...piloting(comparing), happened("EvidenceAttached", aPiece(1), "pia", 6)];
    const after = (indicators: PilotPlan["indicators"], fairness: PlannedFairness | null = null) =>
      given(...withData).when(amend({ indicators, fairness }), by("pia", 9));
    after({ sus: { ...sus, margin: 8 } }).thenRefused("FixedSinceData@indicators.sus.margin");
    after({}).thenRefused("FixedSinceData@indicators.sus.margin");
    after({ sus, "task-success": { ...chosen, anytime: true } }).thenRefused(
      "FixedSinceData@indicators.task-success.anytime",
    );
    after({ sus, fairness: chosen }, byGroups).thenRefused(
      "FixedSinceData@fairness",
      "FixedSinceData@indicators.fairness.applicable",
    );
    after({ sus: { ...sus, floor: 70 } }).thenAccepted();
  });
});

describe("a baseline", () => {
  const oldSus = (over: Parameters<typeof someEvidence>[1] = {}) =>
    someEvidence("old sus", {
      role: "baseline",
      kind: "sus",
      statistics: {
        kind: "sus",
        rows: 40,
        rejected: 0,
        n: 40,
        mean: 70,
        sd: 10,
        dropped: 0,
        alreadyCounted: 0,
        groups: [],
      },
      from: `${day(-60)}T08:00:00Z`,
      to: `${day(-50)}T10:00:00Z`,
      ...over,
    });

  it("may be older than the plan, where the plan compares its kind", () => {
    given(...piloting(comparing))
      .when(oldSus(), by("pia", 6))
      .thenAccepted();
    given(...piloting(comparing))
      .when(oldSus({ role: "pilot" }), by("pia", 6))
      .thenRefused("EvidenceBeforeLock@from", "EvidenceBeforeStart@from");
    given(...piloting())
      .when(oldSus(), by("pia", 6))
      .thenRefused("BaselineNotPlanned@role");
    given(...piloting(comparing))
      .when(someEvidence("load", { role: "baseline" }), by("pia", 6))
      .thenRefused("BaselineNotPlanned@role");
  });

  it("expires like any other, and lies ahead of nothing", () => {
    given(...piloting(comparing))
      .when(oldSus({ from: `${day(-500)}T08:00:00Z`, to: `${day(-400)}T08:00:00Z` }), by("pia", 6))
      .thenRefused("EvidenceTooOld@to");
  });

  it("is nothing of the pilot's own", () => {
    const baseline = { ...aPiece(2), role: "baseline" as const, kind: "sus" as const, plan: 0 };
    const story: readonly Happened[] = [...piloting(comparing), happened("EvidenceAttached", baseline, "pia", 6)];
    const context = measureContext(stateAfter(...story), aPolicy(), day(7));
    expect(context?.pieces).toEqual([]);
    const own = { ...baseline, plan: 1 };
    expect(ofPilot(stateAfter(...piloting(comparing), happened("EvidenceAttached", own, "pia", 6)))).toEqual([]);
    expect(context?.baseline.map(({ digest }) => digest)).toEqual([baseline.digest]);
  });
});
