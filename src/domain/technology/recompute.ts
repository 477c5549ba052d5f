import { assessGate } from "../gates/assess.ts";
import { assessGateThen } from "../gates/assess-then.ts";
import type { ConditionResult } from "./state/condition-result.ts";
import { lastLook } from "../gates/dossier-of.ts";
import { forTier } from "../policy/for-tier.ts";
import type { Gate, Policy } from "../policy/policy.ts";
import type { Verdict } from "../scoring/verdict-types.ts";
import { outcomeOf } from "./gate/ballot.ts";
import { dayIn } from "../words/calendar-day.ts";
import { evidenceOf, isOfThen, methodsOf, votesOf } from "./gate/decision-record.ts";
import { differencesIn } from "../words/differences.ts";
import type { Difference } from "../words/differences.ts";
import { quorumOf } from "./gate/eligible.ts";
import type { DatedCondition, DecisionRecord, GateDecision, GateOutcome } from "./state/decision.ts";
import type { Look } from "./state/pilot.ts";
import { fold } from "./evolve.ts";
import type { PastEvent } from "./state/envelope.ts";
import { groundFor } from "./gate/ground.ts";
import { verdictAt } from "./pilot/looks.ts";
import { zoneOf } from "./state/zone-of.ts";
import type { Technology } from "./state/technology.ts";

/** What of a decision follows from the ledger alone. Who could have voted does not: that stands as it was recorded. */
export interface DecisionBasis {
  readonly outcome: GateOutcome | null;
  readonly policyVersion: number;
  readonly ground: string;
  readonly conditions: readonly ConditionResult[];
  readonly verdict: Verdict | null;
  readonly evidence: DecisionRecord["evidence"];
  readonly votes: DecisionRecord["votes"];
  readonly dissents: DecisionRecord["dissents"];
  readonly quorum: number;
  readonly drafted: readonly DatedCondition[];
  readonly methods: DecisionRecord["methods"];
}

export interface Recomputation {
  readonly recorded: DecisionBasis;
  readonly recomputed: DecisionBasis;
  readonly differences: readonly Difference[];
}

/**
 * The decision once more, from the events before it and the policy it names: conditions, verdict (from the statistics
 * that the evidence events carry), ground, votes and outcome. A caller who has measured the files again passes events
 * that carry what it found; what then differs shows here. `events` is the technology's whole stream or its beginning.
 */
export function recomputeDecision(
  events: readonly PastEvent[],
  decision: PastEvent & { readonly type: "GateDecided" },
  policies: { readonly [version: number]: Policy },
): Recomputation {
  const { record } = decision.payload;
  const policy = policies[record.policyVersion];
  if (policy === undefined) throw new Error(`Policy version ${record.policyVersion} is missing`);
  const recorded = basisRecorded(decision.payload);
  const recomputed = basisRecomputed(events, decision, policy);
  return { recorded, recomputed, differences: differencesIn(recorded, recomputed) };
}

function basisRecorded({ outcome, conditions: drafted, record }: GateDecision): DecisionBasis {
  const { policyVersion, ground, conditions, verdict, evidence, votes, dissents, quorum, methods } = record;
  return { outcome, policyVersion, ground, conditions, verdict, evidence, votes, dissents, quorum, drafted, methods };
}

function basisRecomputed(
  events: readonly PastEvent[],
  { position, payload: { gate, record } }: PastEvent & { readonly type: "GateDecided" },
  published: Policy,
): DecisionBasis {
  const seen = stateAt(events, record.position);
  const policy = forTier(published, seen.tier);
  const t = gate === "rollout" ? withRecomputedLook(events, seen, policy) : seen;
  const assess = isOfThen(record) ? assessGateThen : assessGate;
  const conditions = assess(gate, t, policy, { today: record.today, now: record.decidedAt });
  const votes = votesAt(stateAt(events, position - 1), gate);
  const outcome = outcomeOf(votes, quorumOf(gate, t, policy));
  const look = gate === "rollout" ? lastLook(t) : null;
  return {
    outcome,
    policyVersion: t.plan?.policyVersion ?? policy.version,
    ground: groundFor("approve-with-conditions", gate, t, conditions),
    conditions,
    verdict: look?.verdict ?? null,
    evidence: evidenceOf(t, gate, record.today),
    votes: votesOf(votes),
    dissents: t.dissents.map(({ text }) => text),
    quorum: quorumOf(gate, t, policy),
    drafted: outcome === "approve-with-conditions" ? (t.ballots[gate]?.draft ?? []) : [],
    methods: methodsOf(look, isOfThen(record)),
  };
}

function stateAt(events: readonly PastEvent[], position: number): Technology {
  const state = fold(events.filter((event) => event.position <= position));
  if (state === null) throw new Error(`No event up to position ${position}`);
  return state;
}

const votesAt = (t: Technology, gate: Gate) => t.ballots[gate]?.votes ?? [];

/** The look that stood, with its verdict worked out again on what was on record when it was taken. */
function withRecomputedLook(events: readonly PastEvent[], t: Technology, policy: Policy): Technology {
  const look = lastLook(t);
  if (look === null) return t;
  const verdict = verdictAgain(stateAt(events, look.position - 1), look, policy);
  return {
    ...t,
    looks: t.looks.map((recorded) => (recorded.position === look.position ? { ...recorded, verdict } : recorded)),
  };
}

function verdictAgain(before: Technology, look: Look, policy: Policy): Verdict {
  const day = before.plan?.plan.looks[look.look - 1];
  const ids = look.evidence.map(({ evidence }) => evidence);
  const pieces = before.evidence.filter(({ evidence }) => ids.includes(evidence));
  const at = { day: day ?? "", today: dayIn(look.at, zoneOf(before)) };
  const verdict = day === undefined ? null : verdictAt(before, at, pieces, policy);
  if (verdict === null) throw new Error(`Look ${look.look} stands without a date in its plan`);
  return verdict;
}
