import type { GateView } from "../../application/gate.ts";
import { countedIn } from "../../domain/technology/gate/ballot.ts";
import { officeOf } from "../../domain/technology/gate/office.ts";
import type { LapseCause, Vote } from "../../domain/technology/state/gate.ts";
import type { PersonId } from "../../domain/words/text.ts";

/** A vote on record that does not count, and why. */
interface VoidVote {
  readonly vote: Vote;
  readonly why: LapseCause;
}

/** Those that lapsed, and those that nobody has put on record as lapsed yet. */
export const voidVotes = ({ state, gate, votes }: GateView): readonly VoidVote[] =>
  [
    ...(state.ballots[gate]?.lapsed ?? []),
    ...votes.flatMap(({ vote, cause }) => (cause === null ? [] : [{ vote, why: cause }])),
  ].filter(({ vote }) => !state.recused.includes(vote.person));

/** Who may vote and has not: so many by name, of hundreds the rest as a number. */
interface Waiting {
  readonly named: readonly PersonId[];
  readonly more: number;
}

const mostNamed = 12;

/** @param reader comes first where not all are named */
export function waitingVoters(view: GateView, reader: PersonId): Waiting {
  const seen = new Set([
    ...countedIn(view.votes).flatMap((vote) => [vote.person, officeOf(vote)]),
    ...voidVotes(view).map(({ vote }) => vote.person),
    ...view.state.recused,
  ]);
  const waiting = view.eligible.filter((id) => !seen.has(id));
  if (waiting.length <= mostNamed) return { named: waiting, more: 0 };
  const others = waiting.filter((id) => id !== reader);
  const own = others.length < waiting.length ? [reader] : [];
  return { named: [...own, ...others.slice(0, mostNamed - own.length)], more: waiting.length - mostNamed };
}
