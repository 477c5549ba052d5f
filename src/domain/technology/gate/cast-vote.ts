import type { Decision, Reason } from "../../words/decision.ts";
import { assessGate } from "../../gates/assess.ts";
import { countedIn, judgedVotes, oneVoteReasons, outcomeOf, votesLapsed } from "./ballot.ts";
import type { GateOutcome } from "../state/decision.ts";
import type { Vote } from "../state/gate.ts";
import { draftOf } from "./deferred.ts";
import { recordDecision } from "./decision-record.ts";
import type { Closing } from "./decision-record.ts";
import { quorumOf, quorumReasons, voterReasons } from "./eligible.ts";
import type { Facts } from "../state/facts.ts";
import { gateMustBeOpen } from "../state/open-gate.ts";
import { groundFor } from "./ground.ts";
import { votesWith } from "./office.ts";
import { optionReasons } from "./options.ts";
import { pinnedPolicy } from "../state/policy-of.ts";
import { unless, when } from "../../words/reasons.ts";
import type { Technology, TechnologyCommand, TechnologyEvent } from "../state/technology.ts";
import type { TextRef } from "../../words/text.ts";
import { required } from "../../words/required.ts";

type CastVote = Extract<TechnologyCommand, { type: "CastVote" }>;

/**
 * A vote; where it completes the quorum and its option has the majority, the decision too. People decide: no other
 * command and no passing of time closes a gate.
 */
export function castVote(t: Technology, c: CastVote, f: Facts): Decision<TechnologyEvent> {
  const { gate } = c;
  const policy = pinnedPolicy(t, f);
  const conditions = assessGate(gate, t, policy, f);
  const judged = judgedVotes(gate, t, conditions, f);
  const reasons = [
    ...gateMustBeOpen(t, gate),
    ...voterReasons(t, f.actor.id, c.onBehalfOf, f),
    ...quorumReasons(gate, t, policy, f),
    ...oneVoteReasons(countedIn(judged), f.actor.id, c.onBehalfOf),
    ...groundReasons(c, groundFor("approve-with-conditions", gate, t, conditions)),
    ...optionReasons(c.option, { gate, conditions, draft: draftOf(t, gate, policy), today: f.today }),
    ...required(c.reason, "reason"),
    ...(c.option === "reject" ? required(c.lessons, "lessons") : []),
  ];
  return unless(reasons, () => {
    const vote = cast(c, groundFor(c.option, gate, t, conditions), f);
    const votes = votesWith(countedIn(judged), vote);
    return [...votesLapsed(gate, judged), voteCast(c, vote), ...decided(t, { gate, policy, conditions, votes }, f)];
  });
}

const groundReasons = (c: CastVote, ground: string): readonly Reason[] =>
  when(c.ground !== ground, "GroundChanged", "ground", { gate: c.gate });

const cast = (c: CastVote, ground: string, f: Facts): Vote => ({
  person: f.actor.id,
  option: c.option,
  reason: c.reason,
  ground,
  at: f.now,
  onBehalfOf: c.onBehalfOf,
  lessons: c.option === "reject" ? c.lessons : null,
});

const voteCast = ({ gate }: CastVote, { option, reason, ground, onBehalfOf, lessons }: Vote): TechnologyEvent => ({
  type: "VoteCast",
  schema: 1,
  payload: { gate, option, reason, ground, onBehalfOf, lessons },
});

function decided(t: Technology, closing: Closing, f: Facts): readonly TechnologyEvent[] {
  const { gate, policy, votes } = closing;
  const outcome = outcomeOf(votes, quorumOf(gate, t, policy));
  if (outcome === null) return [];
  const draft = outcome === "approve-with-conditions" ? (t.ballots[gate]?.draft ?? []) : [];
  return [
    {
      type: "GateDecided",
      schema: 1,
      payload: {
        gate,
        outcome,
        conditions: draft,
        lessons: lessonsOf(outcome, votes),
        record: recordDecision(t, closing, f),
      },
    },
  ];
}

/** Each reject vote carries lessons; the last one's close the technology, the others stay with their votes. */
const lessonsOf = (outcome: GateOutcome, votes: readonly Vote[]): TextRef | null =>
  outcome === "reject" ? (votes.findLast(({ option }) => option === "reject")?.lessons ?? null) : null;
