import type { Countable, CountsInPeriods } from "../manifest/countable.ts";
import type { Technology } from "../state/technology.ts";

/** What is offered to others, and what was taken over from other departments, each piece once for either of them. */
export const sharedCounts: CountsInPeriods = (t, { dayOf }) => [
  ...standingOffers(t).map(({ evidence, at }): Countable => ({
    kind: "sharing",
    standing: "offered",
    subject: evidence,
    on: dayOf(at),
    detail: { piece: evidence },
  })),
  ...firstCopies(t).map(({ borrowed, origin, at }): Countable => ({
    kind: "sharing",
    standing: "reused",
    subject: `${origin.technology}/${origin.evidence}`,
    on: dayOf(at),
    detail: { piece: borrowed },
  })),
  // The same act, told of the department that gave the piece.
  ...firstCopies(t).map(({ origin, at }): Countable => ({
    kind: "sharing",
    standing: "taken",
    subject: `taken/${origin.technology}/${origin.evidence}`,
    department: origin.department,
    on: dayOf(at),
    detail: { piece: origin.evidence },
  })),
];

/** An offer that is over, or of a piece that was withdrawn, gives nobody anything. */
const standingOffers = ({ offers, evidence }: Technology) =>
  offers.filter(
    (offer) =>
      offer.to.length > 0 && evidence.some((piece) => piece.evidence === offer.evidence && piece.state !== "withdrawn"),
  );

/** A piece that was taken over again after it was put away counts on the day of its first copy. */
const firstCopies = ({ borrowed, proposal }: Technology) =>
  borrowed.filter(
    ({ origin }, index) =>
      origin.department !== proposal.department &&
      borrowed.findIndex(
        ({ origin: other }) => other.technology === origin.technology && other.evidence === origin.evidence,
      ) === index,
  );
