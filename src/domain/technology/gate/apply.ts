import type { Applies } from "../manifest/fact.ts";
import type { GateEvent, Vote } from "../state/gate.ts";
import type { Thing } from "../state/thing.ts";
import type { Gate } from "../../policy/policy.ts";
import type { GateDecision, GateOutcome } from "../state/decision.ts";
import { isUnsaid } from "./deferred.ts";
import { officeOf, votesWith } from "./office.ts";
import type { Ballot, Stood, Technology, Waiver } from "../state/technology.ts";
import type { Instant, PersonId } from "../../words/text.ts";
import { closeRound } from "../state/close-round.ts";
import type { TechnologyEnvelope } from "../state/envelope.ts";
import { enter } from "../state/enter-stage.ts";
import { isApproval } from "../state/lower-tier.ts";
import { withoutWaves } from "../state/without-waves.ts";

export const applies: Applies<GateEvent["type"]> = {
  WaiverRequested: (t, { names, ...waiver }, at) => ({
    ...t,
    waivers: [
      ...t.waivers,
      { ...waiver, askedBy: at.actor, supporters: [], state: "asked", grantedAt: null, stood: [stoodAt(t, at, names)] },
    ],
  }),
  WaiverSupported: (t, { waiver, by, names }, at) =>
    onWaiver(judged(t, by), waiver, (requested) => ({
      ...requested,
      supporters: [...new Set([...requested.supporters, by])],
      stood: [...requested.stood, stoodAt(t, at, names)],
    })),
  WaiverGranted: (t, { waiver, by, names }, at) =>
    onWaiver(judged(t, ...by), waiver, (requested) => ({
      ...requested,
      supporters: by,
      state: "granted",
      grantedAt: at.time,
      stood: [...requested.stood, stoodAt(t, at, names)],
    })),
  WaiverRefused: (t, { waiver, by }) =>
    onWaiver(judged(t, by), waiver, (requested) => ({ ...requested, state: "refused" })),
  WaiverLapsed: (t, { waiver }) => onWaiver(t, waiver, (requested) => ({ ...requested, state: "lapsed" })),
  ConditionsDrafted: (t, { gate, conditions }, at) =>
    onBallot(t, gate, at.time, (ballot) => ({
      ...ballot,
      draft: conditions,
      drafted: conditions.some(isUnsaid) ? stoodAt(t, at, undefined) : null,
    })),
  VoteCast: (t, { gate, ...vote }, at) =>
    onBallot(judged(t, at.actor), gate, at.time, (ballot) =>
      withVote(ballot, { ...vote, person: at.actor, at: at.time }),
    ),
  VotesLapsed: (t, { gate, voters, why }, at) =>
    onBallot(t, gate, at.time, (ballot) => ({
      ...ballot,
      votes: ballot.votes.filter((vote) => !voters.includes(vote.person)),
      lapsed: [
        ...ballot.lapsed,
        ...ballot.votes.filter(({ person }) => voters.includes(person)).map((vote) => ({ vote, why, at: at.time })),
      ],
    })),
  GateDecided: (t, decision, at) => passGate(recorded(t, decision, at), decision, at),
  ConditionFulfilled: (t, { condition, decision }, at) => ({
    ...t,
    conditions: t.conditions.map((imposed) =>
      imposed.condition === condition &&
      imposed.decision === (decision ?? imposed.decision) &&
      imposed.fulfilledAt === null
        ? { ...imposed, fulfilledAt: at.time }
        : imposed,
    ),
  }),
  DecisionConfirmed: (t, given, at) => ({
    ...judged(t, at.actor),
    confirmations: [...t.confirmations, { ...given, person: at.actor }],
  }),

  DriftConfirmed: (t, given, at) => ({
    ...judged(t, at.actor),
    settlements: [...t.settlements, { ...given, person: at.actor, at: at.time, position: at.position }],
  }),
  ReopeningSupported: (t, given, at) => ({
    ...judged(t, at.actor),
    reopenings: [...t.reopenings, { ...given, person: at.actor, at: at.time }],
    reopened: given.complete ? { gate: given.gate, decision: given.decision, at: at.time } : t.reopened,
  }),
  TierLowered: (t, { from }) => ({ ...t, loweredFrom: from }),
};

/** What was decided, with its dated conditions; draft and votes of the gate have done their work. */
function recorded(t: Technology, decision: GateDecision, at: TechnologyEnvelope): Technology {
  const open = decision.conditions.map((condition) => ({
    ...condition,
    gate: decision.gate,
    decision: at.position,
    fulfilledAt: null,
  }));
  return {
    ...t,
    ballots: Object.fromEntries(Object.entries(t.ballots).filter(([gate]) => gate !== decision.gate)),
    decisions: [...t.decisions, { ...decision, position: at.position, at: at.time, tier: t.tier }],
    conditions: [...t.conditions, ...open],
    loweredFrom: isApproval(decision.outcome) ? null : t.loweredFrom,
    lessons: decision.lessons === null ? t.lessons : [...t.lessons, decision.lessons],
  };
}

const behind = {
  admission: "piloting",
  completion: "evaluating",
  rollout: "rolling-out",
  adoption: "adopted",
} as const;

function passGate(t: Technology, { gate, outcome }: GateDecision, at: TechnologyEnvelope): Technology {
  if (t.reopened?.gate === gate) return answered(t, gate, outcome, at);
  switch (outcome) {
    case "approve":
    case "approve-with-conditions":
      return enter(t, behind[gate], at);
    case "reject":
      return enter(t, "rejected", at);
    case "return":
      return gate === "rollout" ? enter(withoutSpentPlan(closeRound(t)), "piloting", at) : t;
    default:
      return outcome satisfies never;
  }
}

/**
 * A gate behind it was asked again. Approved, everything goes on where it was; returned, it goes back to before that gate;
 * rejected, it ends. What had reached people on the approval that stands no longer is taken back.
 */
function answered(t: Technology, gate: Gate, outcome: GateOutcome, at: TechnologyEnvelope): Technology {
  if (isApproval(outcome)) return { ...t, reopened: null };
  if (outcome === "reject") return enter(withoutWaves(t), "rejected", at);
  switch (gate) {
    case "admission":
      return enter(withoutPlan(closeRound(withoutWaves(t))), "proposed", at);
    case "completion":
      return enter(closeRound(withoutWaves(t)), "piloting", at);
    case "rollout":
      return enter(withoutSpentPlan(closeRound(withoutWaves(t))), "piloting", at);
    case "adoption":
      return enter(t, "rolling-out", at);
    default:
      return gate satisfies never;
  }
}

/** Returned after the last look: more of the same evidence would be a look too many, so a new plan must be locked. */
function withoutSpentPlan(t: Technology): Technology {
  if (t.plan === null) return t;
  const { number, plan } = t.plan;
  const taken = t.looks.filter((look) => look.plan === number).length;
  return taken < plan.looks.length ? t : withoutPlan(t);
}

const withoutPlan = (t: Technology): Technology =>
  t.plan === null ? t : { ...t, plan: null, pastPlans: [...t.pastPlans, t.plan] };

const onWaiver = (t: Technology, id: string, change: (waiver: Waiver) => Waiver): Technology => ({
  ...t,
  waivers: t.waivers.map((waiver) => (waiver.waiver === id ? change(waiver) : waiver)),
});

function onBallot(t: Technology, gate: Gate, now: Instant, change: (ballot: Ballot) => Ballot): Technology {
  const ballot = t.ballots[gate] ?? { openedAt: now, draft: [], drafted: null, votes: [], lapsed: [] };
  return { ...t, ballots: { ...t.ballots, [gate]: change(ballot) } };
}

/** One vote an office: a deputy's vote and the approver's own replace each other. */
const withVote = (ballot: Ballot, vote: Vote): Ballot => ({
  ...ballot,
  votes: votesWith(ballot.votes, vote),
  lapsed: ballot.lapsed.filter(
    (lapsed) => lapsed.vote.person !== vote.person && officeOf(lapsed.vote) !== officeOf(vote),
  ),
});

const judged = (t: Technology, ...people: readonly PersonId[]): Technology => ({
  ...t,
  judges: [...new Set([...t.judges, ...people])],
});

/** Without waivers and ballots, at which no condition looks: a state must not hold the history of its own history. */
const stoodAt = (t: Technology, at: TechnologyEnvelope, names: readonly Thing[] | undefined): Stood =>
  names === undefined
    ? { kind: "as-it-was", technology: { ...t, waivers: [], ballots: {} }, at: at.time }
    : { kind: "said", names };
