import { describe, expect, it } from "vitest";
import { plainPolicy } from "../../../src/domain/policy/default/default-policy.ts";
import { forTier } from "../../../src/domain/policy/for-tier.ts";
import { gateDue } from "../../../src/domain/technology/state/gate-ahead.ts";
import { isLate, isOn, warningsOf } from "../../../src/domain/technology/warnings.ts";
import type { GuardAssessment } from "../../../src/domain/technology/state/rollout.ts";
import { driftedAmong, decisionsOf } from "../../../src/projections/decisions/drift.ts";
import { accepted, allAccepted, careful, piloted } from "../../support/safeguards.ts";
import type { Happened } from "../../support/technology.ts";
import {
  aPiece,
  aPlan,
  aRecord,
  admitted,
  day,
  declared,
  digest,
  happened,
  noon,
  proposed,
  stateAfter,
  text,
} from "../../support/technology.ts";
import { atRolloutGate } from "./gate-stories.ts";
import { firstWave, opened } from "./rollout-stories.ts";

const policy = forTier(plainPolicy, "II");

/** All that is there at noon of a day, as reckoned on another: nothing has to run in between. */
function warned(story: readonly Happened[], on: number, reckoned = on) {
  const at = { now: noon(on), today: day(on) };
  const t = stateAfter(...story);
  const drifted = driftedAmong(decisionsOf("t1", t, policy, day(reckoned)));
  const ground = { policy, today: day(reckoned), dayOf: (now: string) => now.slice(0, 10), drifted };
  return warningsOf(t, ground)
    .filter((warning) => isOn(warning, at))
    .map((warning) => ({ ...warning, late: isLate(warning, at) }));
}
/** Without the waves of these stories, which nobody opens: they have tests of their own. */
const there = (story: readonly Happened[], on: number, reckoned = on): readonly string[] =>
  warned(story, on, reckoned)
    .filter(({ kind }) => kind !== "wave-overdue")
    .map(({ kind, late }) => `${kind}${late ? " late" : ""}`);

const withCondition: readonly Happened[] = [
  ...atRolloutGate(),
  happened(
    "GateDecided",
    {
      gate: "rollout",
      outcome: "approve-with-conditions",
      conditions: [{ condition: "extra-1", text: text("train staff"), dueOn: day(60), owner: "sven" }],
      lessons: null,
      record: aRecord(),
    },
    "ada",
    42,
  ),
];

describe("a condition of an approval", () => {
  it("is warned of from the day after its own, and no day before", () => {
    expect(there(withCondition, 60, 43)).toEqual([]);
    expect(there(withCondition, 61, 43)).toEqual(["condition-overdue late"]);
    expect(warned(withCondition, 61)[0]).toMatchObject({ person: "sven", due: day(60), weight: "serious" });
  });

  it("is settled by being fulfilled, late as it is", () => {
    const payload = { condition: "extra-1", text: text("trained"), evidence: [] };
    expect(there([...withCondition, happened("ConditionFulfilled", payload, "pia", 70)], 71)).toEqual([]);
  });
});

describe("evidence", () => {
  const lapses = (story: readonly Happened[], on: number, reckoned = 43) =>
    there(story, on, reckoned).filter((kind) => kind.startsWith("evidence"));

  it("is warned of for the policy's sixty days before its last, and on that day", () => {
    const last = 185;
    expect(lapses(atRolloutGate(), last - 61)).toEqual([]);
    expect(lapses(atRolloutGate(), last - 60)).toEqual(["evidence-lapses"]);
    expect(lapses(atRolloutGate(), last)).toEqual(["evidence-lapses"]);
    expect(lapses(atRolloutGate(), last + 1)).toEqual([]);
  });

  it("of one last day is one warning, and none once withdrawn", () => {
    const more = [...atRolloutGate(), happened("EvidenceAttached", aPiece(2), "pia", 41)];
    const counts = warned(more, 150).flatMap(({ kind, params }) =>
      kind === "evidence-lapses" ? params?.["count"] : [],
    );
    expect(counts).toEqual([2]);
    const gone = ["e1", "e2"].map((evidence) =>
      happened("EvidenceWithdrawn", { evidence, reason: text("wrong") }, "pia", 42),
    );
    expect(lapses([...more, ...gone], 150)).toEqual([]);
  });
});

describe("a safeguard in force", () => {
  const stated = allAccepted(piloted(), ["data-record"]);
  const lapses = (story: readonly Happened[], on: number) =>
    warned(story, on, 30).flatMap((warning) => (warning.kind === "safeguard-lapses" ? warning.due : []));

  it("is warned of for sixty days before its acceptance ends; a new acceptance settles it", () => {
    const until = warned(stated, 30, 30);
    expect(until.filter(({ kind }) => kind === "safeguard-lapses")).toEqual([]);
    const safeguard = stateAfter(...stated).safeguards.find(({ kind }) => kind === "data-record")!;
    const last = Math.round((Date.parse(safeguard.review!.until!) - Date.parse(day(0))) / 86_400_000);
    expect(lapses(stated, last - 61)).toEqual([]);
    expect(lapses(stated, last - 60)).toEqual([day(last)]);
    expect(lapses(stated, last + 1)).toEqual([]);
    const anew = accepted(stated, "data-record", last - 30, careful["data-record"]);
    expect(lapses(anew, last - 20)).toEqual([]);
  });
});

describe("a guard of the open wave", () => {
  const reading = (over: Partial<GuardAssessment>): Happened =>
    happened(
      "GuardAssessed",
      {
        wave: 1,
        indicator: "sus",
        state: "within",
        estimate: 80,
        lower: 75,
        upper: 85,
        limit: 60,
        evidence: ["e1"],
        ...over,
      },
      "pia",
      50,
    );
  const near = (...readings: readonly Happened[]) =>
    there([...firstWave(), ...readings], 51).filter((kind) => kind === "guard-near");

  // Between the limit of 60 and the best of 100 lie 40 points; the policy's fifth of them are 8.
  it.each([
    ["within, far off", { lower: 68.1 }, 0],
    ["within, by the worse bound close to the limit", { lower: 68 }, 1],
    ["too few, by the better bound close to being breached", { state: "too-few", lower: 40, upper: 67 }, 1],
    ["too few, and nothing near", { state: "too-few", lower: 40, upper: 90 }, 0],
    ["breached, which holds the rollout itself", { state: "breached", lower: 40, upper: 59 }, 0],
    ["unmeasured", { state: "too-few", lower: null, upper: null }, 0],
  ] as const)("%s", (_, over, count) => {
    expect(near(reading(over))).toHaveLength(count);
  });

  it("is settled by its next reading, not by time", () => {
    expect(near(reading({ lower: 62 }), reading({ lower: 75 }))).toEqual([]);
    expect(there([...firstWave(), reading({ lower: 62 })], 90).filter((kind) => kind === "guard-near")).toHaveLength(1);
  });
});

describe("a waiver", () => {
  const asked = happened(
    "WaiverRequested",
    {
      waiver: "w1",
      gate: "admission",
      condition: "tier-stated",
      reason: text("why"),
      control: text("instead"),
      until: day(50),
      names: [],
    },
    "pia",
    1,
  );
  const granted = happened("WaiverGranted", { waiver: "w1", by: ["ada", "abel"], names: [] }, "abel", 2);
  const debt = (story: readonly Happened[], on: number) =>
    warned(story, on).filter(({ kind }) => kind === "waiver-debt");

  it("is debt from its grant until its end, and none before it is granted", () => {
    expect(debt([...proposed(), asked], 1)).toEqual([]);
    expect(debt([...proposed(), asked, granted], 3)).toMatchObject([
      { from: noon(2), due: day(50), params: { count: 1, conditions: "tier-stated" }, late: false },
    ]);
    expect(debt([...proposed(), asked, granted], 50)).toHaveLength(1);
    expect(debt([...proposed(), asked, granted], 51)).toEqual([]);
  });
});

describe("what an approval rested on", () => {
  const decided = happened(
    "GateDecided",
    {
      gate: "rollout",
      outcome: "approve",
      conditions: [],
      lessons: null,
      record: aRecord({ evidence: [{ evidence: "e1", digest: digest("e1") }] as never }),
    },
    "ada",
    42,
  );
  const story = [...atRolloutGate(), decided];
  const gone = happened("EvidenceWithdrawn", { evidence: "e1", reason: text("wrong") }, "pia", 50);

  it("is warned of as long as nobody has settled that it changed", () => {
    expect(there(story, 51)).toEqual([]);
    expect(warned([...story, gone], 51).filter(({ kind }) => kind === "drift")).toMatchObject([
      { kind: "drift", role: "approver", weight: "serious", params: { gate: "rollout" } },
    ]);
    const t = stateAfter(...story, gone);
    const [drift] = decisionsOf("t1", t, policy, day(51)).flatMap((decision) => decision.drift);
    const position = t.decisions.at(-1)!.position;
    const settled = { decision: position, drift: [drift!.digest], text: text("no matter") };
    expect(there([...story, gone, happened("DriftConfirmed", settled, "ada", 52)], 53)).toEqual([]);
  });

  it("that is asked again is warned of as such", () => {
    const position = stateAfter(...story).decisions.at(-1)!.position;
    const again = {
      decision: position,
      gate: "rollout",
      drift: digest("d"),
      text: text("again"),
      complete: true,
    } as const;
    expect(there([...story, gone, happened("ReopeningSupported", again, "ada", 52)], 53)).toEqual(["gate-asked-again"]);
  });
});

describe("what a plan set a day for", () => {
  const of = (kind: string, story: readonly Happened[], on: number, reckoned = on) =>
    warned(story, on, reckoned).filter((warning) => warning.kind === kind);

  it("a pilot that is not opened is the proposer's from the day after its start, until it is opened", () => {
    const locked = [
      ...admitted(),
      happened("PilotPlanLocked", { number: 1, policyVersion: 1, plan: aPlan({ startsOn: day(3) }) }, "pia", 2),
    ];
    expect(of("pilot-start-overdue", locked, 3, 2)).toEqual([]);
    expect(of("pilot-start-overdue", locked, 4, 2)).toMatchObject([
      { person: "pia", due: day(3), late: true, weight: "serious" },
    ]);
    const start = happened("PilotOpened", { on: day(9) }, "pia", 9);
    expect(of("pilot-start-overdue", [...locked, start], 10)).toEqual([]);
  });

  it("score sheets are each evaluator's own, the approvers' once nobody is left to score", () => {
    const due = stateAfter(...declared()).evaluation!.dueOn;
    const last = Math.round((Date.parse(due) - Date.parse(day(0))) / 86_400_000);
    expect(of("scores-overdue", declared(), last)).toEqual([]);
    expect(of("scores-overdue", declared(), last + 1, 35)).toMatchObject([
      { person: "eva", due, late: true },
      { person: "emil", due, late: true },
    ]);
    const released = ["eva", "emil"].map((evaluator) =>
      happened("EvaluatorReleased", { evaluator, reason: text("absent") }, "ada", last + 2),
    );
    const [first, both] = [
      [...declared(), ...released.slice(0, 1)],
      [...declared(), ...released],
    ];
    expect(of("scores-overdue", first, last + 3).map(({ person }) => person)).toEqual(["emil"]);
    expect(of("scores-overdue", both, last + 3)).toEqual([]);
    expect(of("evaluators-missing", both, last + 3)).toMatchObject([{ role: "approver", due, late: true }]);
    expect(of("evaluators-missing", both, last + 3)[0]?.excluded).toContain("pia");
  });

  it("a wave is the proposer's, while the rollout is held the approvers', and goes once it is opened", () => {
    const [wave] = stateAfter(...withCondition).rollout!.waves;
    const start = Math.round((Date.parse(wave!.startsOn) - Date.parse(day(0))) / 86_400_000);
    const story = withCondition;
    expect(of("wave-overdue", story, start)).toEqual([]);
    expect(of("wave-overdue", story, start + 1, 43)).toMatchObject([
      { subject: "1", person: "pia", due: wave!.startsOn, late: true },
    ]);
    const held = happened("RolloutHeld", { cause: { kind: "person" }, text: text("wait") }, "pia", start + 2);
    expect(of("wave-overdue", [...story, held], start + 3)).toMatchObject([{ subject: "1", role: "approver" }]);
    expect(of("wave-overdue", [...story, opened(1, start + 2)], start + 3).map(({ subject }) => subject)).not.toContain(
      "1",
    );
  });
});

describe("a gate that nobody decides", () => {
  const overdue = (story: readonly Happened[], on: number, reckoned = on) =>
    warned(story, on, reckoned).filter(({ kind }) => kind === "gate-overdue");
  const last = 42 + policy.deadlines.gateDays;

  it("is warned of from the day after the last on which it was to be decided, computed on any day before", () => {
    const [first = 0] = Array.from({ length: 90 }, (_, n) => n + 40).filter(
      (on) => overdue(atRolloutGate(), on).length > 0,
    );
    const due = gateDue(stateAfter(...atRolloutGate()), policy, day(first), (now) => now.slice(0, 10));
    expect(due).toBe(day(first - 1));
    expect(overdue(atRolloutGate(), first, 43)).toMatchObject([
      { role: "approver", due, late: true, weight: "serious", params: { gate: "rollout" } },
    ]);
    expect(overdue(atRolloutGate(), first - 1, 43)).toEqual([]);
    expect(first).toBeLessThanOrEqual(last + 1);
  });

  it("is settled by its decision", () => {
    expect(overdue(withCondition, 200)).toEqual([]);
  });
});

describe("an incident that was to be closed", () => {
  const open = happened(
    "IncidentRecorded",
    {
      incident: "i1",
      severity: 3,
      occurredAt: noon(43),
      learnedAt: noon(43),
      timeZone: "UTC",
      dueOn: day(50),
      text: text("it stood still"),
    },
    "pia",
    43,
  );
  const overdue = (story: readonly Happened[], on: number) =>
    warned(story, on, 44).filter(({ kind }) => kind === "incident-overdue");

  it("is warned of from the day after, until it is closed", () => {
    expect(overdue([...withCondition, open], 50)).toEqual([]);
    expect(overdue([...withCondition, open], 51)).toMatchObject([
      { subject: "i1", due: day(50), late: true, weight: "serious", person: "pia" },
    ]);
    const closed = happened("IncidentClosed", { incident: "i1", text: text("repaired") }, "pia", 60);
    expect(overdue([...withCondition, open, closed], 61)).toEqual([]);
  });
});

it("what has ended warns of nothing", () => {
  const retired = happened("TechnologyRetired", { reason: text("old") }, "ada", 70);
  expect(there([...withCondition, retired], 150)).toEqual([]);
});
