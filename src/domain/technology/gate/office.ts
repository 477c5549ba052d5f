import type { Vote } from "../state/gate.ts";
import type { PersonId } from "../../words/text.ts";

/** Whose vote it is: a deputy's is the approver's who named them. */
export const officeOf = ({ person, onBehalfOf }: Pick<Vote, "person" | "onBehalfOf">): PersonId => onBehalfOf ?? person;

/** The votes with one more, which takes the place of the office's earlier one. */
export const votesWith = (votes: readonly Vote[], vote: Vote): readonly Vote[] => [
  ...votes.filter((other) => officeOf(other) !== officeOf(vote)),
  vote,
];
