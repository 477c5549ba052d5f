import type { Reason } from "../decision.ts";
import type { ConditionResult } from "../gates/condition.ts";
import type { Gate } from "../policy/policy.ts";
import type { GateOutcome, LapseCause, TechnologyEvent } from "./events.ts";
import type { Facts } from "./facts.ts";
import { groundFor } from "./ground.ts";
import { mayDecide } from "./people.ts";
import { when } from "./reasons.ts";
import type { Technology, Vote } from "./state.ts";
import type { PersonId } from "./text.ts";

/** Why a vote no longer counts: its voter may not decide any more, or what it was given on has changed. */
export const lapseCause = (
  vote: Vote,
  gate: Gate,
  t: Technology,
  conditions: readonly ConditionResult[],
  f: Facts,
): LapseCause | null => {
  const voters = vote.onBehalfOf === null ? [vote.person] : [vote.person, vote.onBehalfOf];
  if (voters.some((id) => mayDecide(t, id, f).length > 0)) return "no-longer-eligible";
  return vote.ground === groundFor(vote.option, gate, t, conditions) ? null : "ground-changed";
};

/** One event a cause, so that each voter is told their own. */
export const votesLapsed = (
  gate: Gate,
  t: Technology,
  conditions: readonly ConditionResult[],
  f: Facts,
): readonly TechnologyEvent[] => {
  const lapsing = (t.ballots[gate]?.votes ?? []).map((vote) => ({
    voter: vote.person,
    cause: lapseCause(vote, gate, t, conditions, f),
  }));
  return (["ground-changed", "no-longer-eligible"] as const).flatMap((why) => {
    const voters = lapsing.filter(({ cause }) => cause === why).map(({ voter }) => voter);
    return voters.length === 0 ? [] : [{ type: "VotesLapsed", schema: 1, payload: { gate, voters, why } }];
  });
};

/** One vote a person and one an office; either may change theirs until the gate closes. */
export const oneVoteReasons = (
  votes: readonly Vote[],
  actor: PersonId,
  onBehalfOf: PersonId | null,
): readonly Reason[] => {
  const office = onBehalfOf ?? actor;
  const elsewhere = votes.find((vote) => vote.person === actor && officeOf(vote) !== office);
  const taken = votes.find((vote) => vote.person !== actor && officeOf(vote) === office);
  return [
    ...when(elsewhere !== undefined, "OneVoteEach", "onBehalfOf", { office: elsewhere?.onBehalfOf ?? actor }),
    ...when(taken !== undefined, "OfficeHasVoted", "onBehalfOf", { office }),
  ];
};

const officeOf = (vote: Vote): PersonId => vote.onBehalfOf ?? vote.person;

/**
 * Closed once the quorum of votes that are not abstentions is in and one option has more than half of them; until then
 * open, however long. Null: open.
 */
export const outcomeOf = (votes: readonly Vote[], quorum: number): GateOutcome | null => {
  const counted = votes.flatMap(({ option }) => (option === "abstain" ? [] : [option]));
  if (counted.length < quorum) return null;
  return outcomes.find((outcome) => 2 * counted.filter((option) => option === outcome).length > counted.length) ?? null;
};

const outcomes: readonly GateOutcome[] = ["approve", "approve-with-conditions", "return", "reject"];
