import type { Reason } from "../../words/decision.ts";
import type { ConditionResult } from "../state/condition-result.ts";
import type { Gate } from "../../policy/policy.ts";
import { isDeputyOf, judgeReasons } from "./eligible.ts";
import type { GateOutcome } from "../state/decision.ts";
import type { LapseCause, Vote } from "../state/gate.ts";
import type { Staff } from "../state/facts.ts";
import { standsOn } from "./ground.ts";
import { officeOf } from "./office.ts";
import { when } from "../../words/reasons.ts";
import type { Technology, TechnologyEvent } from "../state/technology.ts";
import type { PersonId } from "../../words/text.ts";

/**
 * Why a vote no longer counts: its voter or their office may not decide any more, the voter no longer speaks for that
 * office, or what it was given on has changed.
 */
function lapseCause(
  vote: Vote,
  gate: Gate,
  t: Technology,
  conditions: readonly ConditionResult[],
  f: Staff,
): LapseCause | null {
  const { person, onBehalfOf } = vote;
  const voters = onBehalfOf === null ? [person] : [person, onBehalfOf];
  if (voters.some((id) => judgeReasons(t, id, f).length > 0)) return "no-longer-eligible";
  if (onBehalfOf !== null && !isDeputyOf(person, onBehalfOf, f)) return "no-longer-deputy";
  return standsOn(vote, gate, t, conditions) ? null : "ground-changed";
}

export interface JudgedVote {
  readonly vote: Vote;
  /** Null: it counts. */
  readonly cause: LapseCause | null;
}

/** Every vote on record at a gate, each with why it no longer counts. */
export const judgedVotes = (
  gate: Gate,
  t: Technology,
  conditions: readonly ConditionResult[],
  f: Staff,
): readonly JudgedVote[] =>
  (t.ballots[gate]?.votes ?? []).map((vote) => ({ vote, cause: lapseCause(vote, gate, t, conditions, f) }));

export const countedIn = (judged: readonly JudgedVote[]): readonly Vote[] =>
  judged.flatMap(({ vote, cause }) => (cause === null ? [vote] : []));

/** One event a cause, so that each voter is told their own. */
export const votesLapsed = (gate: Gate, judged: readonly JudgedVote[]): readonly TechnologyEvent[] =>
  causes.flatMap((why) => {
    const voters = judged.filter(({ cause }) => cause === why).map(({ vote }) => vote.person);
    return voters.length === 0 ? [] : [{ type: "VotesLapsed", schema: 1, payload: { gate, voters, why } }];
  });

const causes: readonly LapseCause[] = ["ground-changed", "no-longer-eligible", "no-longer-deputy"];

/** One vote a person and one an office; both may change theirs until the gate closes, and the office its deputy's. */
export function oneVoteReasons(
  votes: readonly Vote[],
  actor: PersonId,
  onBehalfOf: PersonId | null,
): readonly Reason[] {
  const office = onBehalfOf ?? actor;
  const elsewhere = votes.find((vote) => vote.person === actor && officeOf(vote) !== office);
  const taken = votes.some((vote) => vote.person !== actor && officeOf(vote) === office);
  return [
    ...when(elsewhere !== undefined, "OneVoteEach", "onBehalfOf", { office: elsewhere?.onBehalfOf ?? actor }),
    ...when(taken && actor !== office, "OfficeHasVoted", "onBehalfOf", { office }),
  ];
}

/**
 * Closed once the quorum of votes that are not abstentions is in and one option has more than half of them; until then
 * open, however long. Null: open.
 */
export function outcomeOf(votes: readonly Vote[], quorum: number): GateOutcome | null {
  const counted = votes.flatMap(({ option }) => (option === "abstain" ? [] : [option]));
  if (counted.length < quorum) return null;
  return outcomes.find((outcome) => 2 * counted.filter((option) => option === outcome).length > counted.length) ?? null;
}

const outcomes: readonly GateOutcome[] = ["approve", "approve-with-conditions", "return", "reject"];
