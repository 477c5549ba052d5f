import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultPolicy } from "../../../src/domain/policy/default/default-policy.ts";
import { forTier } from "../../../src/domain/policy/for-tier.ts";
import type { Policy } from "../../../src/domain/policy/policy.ts";
import { countablesOf } from "../../../src/domain/technology/countables.ts";
import { nextDate } from "../../../src/domain/technology/dates.ts";
import type { EarlyWarning } from "../../../src/domain/technology/manifest/warnings.ts";
import type { PastEvent } from "../../../src/domain/technology/state/envelope.ts";
import type { Facts } from "../../../src/domain/technology/state/facts.ts";
import { isEnd } from "../../../src/domain/technology/state/stage.ts";
import type { Technology, TechnologyEvent } from "../../../src/domain/technology/state/technology.ts";
import { isLate, isOn, warningsOf } from "../../../src/domain/technology/warnings.ts";
import type { WarningKind } from "../../../src/domain/technology/warnings.ts";
import { decisionsOf, driftedAmong } from "../../../src/projections/decisions/drift.ts";
import { earlyPolicy } from "../../support/early-policy.ts";
import { lived } from "./model/lives.ts";
import { anyMove, anywhere, gateMove, nearRollout, world } from "./model/world.ts";
import type { Start } from "./model/world.ts";
import { day } from "../../support/technology.ts";
import { controlled, withRisk } from "./risk-stories.ts";

/** Everything as of before, so that lives go far; terms of incidents as the house has them, and all of it warned of early. */
const policy: Policy = {
  ...earlyPolicy,
  safeguards: {
    ...earlyPolicy.safeguards,
    clocks: defaultPolicy.safeguards.clocks,
    warnings: { ...defaultPolicy.safeguards.warnings, lapseDays: 170, clockPercent: 1, guardPercent: 90 },
  },
};

type Warning = EarlyWarning<WarningKind>;
type EventType = TechnologyEvent["type"];

/** The entries by which a warning may go; those that have to name what it is about. */
interface Settling {
  readonly by: readonly EventType[];
  readonly naming?: { readonly [E in EventType]?: string };
}

const anew: readonly EventType[] = ["SafeguardStated", "SafeguardSubmitted", "SafeguardReviewed", "SafeguardDropped"];
const piece: readonly EventType[] = ["EvidenceWithdrawn", "FileErased", "EvidenceExpired", "EntryWithheld"];
const restsOn: readonly EventType[] = [...anew, ...piece, "SafeguardReopened", "PilotPlanAmended", "TierLowered"];
const ofRisk: readonly EventType[] = [...restsOn, "RiskAccepted", "RiskAcceptanceEnded", "RiskAcceptanceAsked"];
/** What a gate decides ends what it was asked about. */
const decided: readonly EventType[] = ["GateDecided", "RolledBack"];
const ofCosts: readonly EventType[] = ["CostReported", "CostPlanAmended", "CostPlanLocked", "EntryCorrected"];

const settledBy: { readonly [K in WarningKind]: Settling } = {
  "clock-near": {
    by: ["IncidentRated", "EntryCorrected", "IncidentDeliveryVoided"],
    naming: { IncidentDutyDelivered: "incident", IncidentHandled: "incident", IncidentReviewed: "incident" },
  },
  // Neither a lower severity nor another moment of knowledge: what ran out is delivered.
  "clock-overdue": {
    by: [],
    naming: { IncidentDutyDelivered: "incident", IncidentHandled: "incident", IncidentReviewed: "incident" },
  },
  "condition-overdue": { by: decided, naming: { ConditionFulfilled: "condition" } },
  "waiver-debt": { by: ["WaiverLapsed", ...decided] },
  drift: { by: ["DriftConfirmed", "ReopeningSupported", "EvidenceAttached", ...decided] },
  "pilot-start-overdue": { by: ["PilotOpened", "PilotPlanAmended", ...decided] },
  // Where one is recused or released, another may be the last.
  "scores-overdue": {
    by: ["PersonRecused", "EvaluatorsAssigned", ...decided],
    naming: { EvaluatorReleased: "evaluator", ScoresSubmitted: "evaluator" },
  },
  // What becomes of evidence and tier makes opinions those on a state of before, or on the state of now again.
  "opinions-overdue": { by: ["CommitteeInvited", "OpinionGiven", "EvidenceAttached", ...restsOn, ...decided] },
  "evaluators-missing": { by: ["EvaluatorsAssigned", ...decided] },
  "wave-overdue": { by: ["WaveOpened", "RolloutPlanned", "ReopeningSupported", ...decided] },
  "incident-overdue": { by: ["EntryCorrected"], naming: { IncidentClosed: "incident" } },
  // When a gate is due follows from its plan and what was learned since.
  "gate-overdue": {
    by: [...decided, "PilotPlanAmended", "PilotPlanLocked", "RolloutPlanned", "WaveOpened", "ReopeningSupported"],
  },
  "remedy-due": { by: restsOn },
  "remedy-overdue": { by: restsOn },
  "drill-due": { by: [...restsOn, "DrillRecorded"] },
  "drill-overdue": { by: [...restsOn, "DrillRecorded"] },
  "gate-asked-again": { by: decided },
  "guard-near": { by: ["GuardAssessed", "WaveCompleted", "RolledBack", ...decided] },
  "evidence-lapses": { by: piece },
  "safeguard-lapses": { by: restsOn },
  "standard-in-transition": { by: [...restsOn, "StandardMoved"] },
  "borrowed-drifted": { by: ["BorrowedPutAway"] },
  "borrowed-lapses": { by: ["BorrowedPutAway", "BorrowedMoved"] },
  "cost-over": { by: [...ofCosts, ...decided] },
  "schedule-behind": { by: [...ofCosts, ...decided] },
  "cost-report-late": { by: [...ofCosts, ...decided, "PilotStopped"] },
  "risk-acceptance-ends": { by: ofRisk },
  "risk-control-ends": { by: ofRisk },
  "risk-unanswered": { by: ofRisk },
  "risk-overdue": { by: ofRisk },
  // What is owed to people who wrote stands on their messages, and here as it was noted last.
  "feedback-near": { by: ["FeedbackNoted"] },
  "feedback-overdue": { by: ["FeedbackNoted"] },
  "feedback-very-overdue": { by: ["FeedbackNoted"] },
  "call-overdue": { by: ["FeedbackNoted"] },
  "feedback-turned": { by: ["FeedbackNoted"] },
  "consultation-near": {
    by: [],
    naming: {
      ConsultationAmended: "consultation",
      ConsultationWithdrawn: "consultation",
      ConsultationAnswered: "consultation",
    },
  },
  "consultation-overdue": {
    by: [],
    naming: {
      ConsultationAmended: "consultation",
      ConsultationWithdrawn: "consultation",
      ConsultationAnswered: "consultation",
    },
  },
};

const keyOf = ({ kind, subject = "" }: Warning): string => `${kind} ${subject}`;

/** All that is there at a moment, as reckoned at it. */
function standing(t: Technology, { now, today }: Facts): ReadonlyMap<string, Warning> {
  const own = forTier(policy, t.tier);
  const drifted = driftedAmong(decisionsOf("t1", t, own, today));
  const ground = { policy: own, today, dayOf: (at: string) => at.slice(0, 10), drifted };
  const there = warningsOf(t, ground).filter((warning) => isOn(warning, { now, today }));
  return new Map(there.map((warning) => [keyOf(warning), warning]));
}

/** By the passing of its term as it is defined, and by nothing else that a calendar does. */
function isOver({ kind, until, due }: Warning, { now, today }: Facts): boolean {
  // The last of the waivers ends, and covers nothing any more.
  if (kind === "waiver-debt") return due !== null && due < today;
  return until !== undefined && !isOn({ from: "2000-01-01", until }, { now, today });
}

function isSettled({ kind, subject = "" }: Warning, events: readonly PastEvent[]): boolean {
  const { by, naming = {} } = settledBy[kind];
  return events.some(({ type, payload }) => {
    if (by.includes(type)) return true;
    const field = naming[type];
    return field !== undefined && subject.split(/[/@]/).includes(String((payload as Record<string, unknown>)[field]));
  });
}

const dayOf = (at: string): string => at.slice(0, 10);
const dueDay = ({ due }: Warning): string => dayOf(due ?? "");

/** Reviews come by themselves, once the sweep has been by. */
const onlyInLists: readonly string[] = ["look"];

/** What the portfolio calls late. */
function overdueInLists(t: Technology, { today }: Facts): readonly string[] {
  const next = nextDate(t, { policy: forTier(policy, t.tier), today, dayOf });
  return next !== null && next.on < today && !onlyInLists.includes(next.what) ? [next.on] : [];
}

/** What of it the scorecard of a department counts as overdue too, each once. */
const owedToOthers: readonly WarningKind[] = ["condition-overdue", "incident-overdue", "clock-overdue", "risk-overdue"];

const overdueInScorecard = (t: Technology, { today }: Facts): readonly string[] =>
  countablesOf(t, { policy: forTier(policy, t.tier), dayOf })
    .filter(({ kind, standing: how, on }) => kind === "deadline" && how === "open" && on < today)
    .map(({ on }) => on)
    .toSorted();

/** Reviewed, with a treatment that is to be done soon: few lives come to one by themselves. */
const withTreatment: Start = {
  story: withRisk({ ...controlled, treatment: "reduce", treatBy: day(40), treated: "no" }),
  today: 33,
};

const starts = fc.oneof(
  { weight: 12, arbitrary: anywhere },
  { weight: 12, arbitrary: nearRollout },
  { weight: 1, arbitrary: fc.constant(withTreatment) },
);

describe("in any life", { timeout: 240_000 }, () => {
  it("a warning goes by the entry that settles it or by the end of its term, and by nothing else", () => {
    const tally = new Map<string, number>();
    const saw = (what: string): unknown => tally.set(what, (tally.get(what) ?? 0) + 1);
    const moves = fc.array(fc.oneof(anyMove, gateMove), { minLength: 20, maxLength: 40, size: "max" });
    fc.assert(
      fc.property(world, starts, moves, (people, start, sequence) => {
        let last: { readonly state: Technology; readonly facts: Facts; readonly length: number } | null = null;
        for (const { state, facts, events } of lived(people, start, sequence, policy)) {
          if (!isEnd(state.stage)) {
            const there = [...standing(state, facts).values()].filter((warning) => isLate(warning, facts));
            for (const due of overdueInLists(state, facts)) {
              expect(there.map(dueDay), `late since ${due} in lists`).toContain(due);
              saw("late in lists");
            }
            const owed = there.filter(
              (warning) => owedToOthers.includes(warning.kind) && dueDay(warning) < facts.today,
            );
            expect(overdueInScorecard(state, facts)).toEqual(owed.map(dueDay).toSorted());
            for (const { kind } of owed) saw(`${kind} in the scorecard`);
          }
          if (last !== null) {
            const then = standing(last.state, last.facts);
            const untouched = standing(last.state, facts);
            const now = standing(state, facts);
            for (const [key, warning] of then)
              if (!untouched.has(key)) {
                expect(isOver(warning, facts), `${key} went by time alone, at ${facts.now}`).toBe(true);
                saw(`${warning.kind} over`);
              }
            for (const [key, warning] of untouched)
              if (!now.has(key) && !isEnd(state.stage)) {
                const entered = events.slice(last.length);
                const types = entered.map(({ type }) => type).join(", ");
                expect(isSettled(warning, entered), `${key} went by ${types}`).toBe(true);
                saw(`${warning.kind} settled`);
              }
          }
          last = { state, facts, length: events.length };
        }
      }),
      { numRuns: 1200, seed: 15 },
    );
    // Without these the property would hold of nothing.
    for (const [what, least] of [
      ["clock-near over", 50],
      ["clock-near settled", 5],
      ["clock-overdue settled", 10],
      ["condition-overdue settled", 5],
      ["evidence-lapses settled", 20],
      ["waiver-debt over", 5],
      ["scores-overdue settled", 5],
      ["wave-overdue settled", 2],
      ["late in lists", 100],
      ["condition-overdue in the scorecard", 20],
      ["clock-overdue in the scorecard", 20],
      ["incident-overdue in the scorecard", 20],
      ["risk-overdue in the scorecard", 10],
    ] as const)
      expect(tally.get(what) ?? 0, what).toBeGreaterThanOrEqual(least);
  });
});
