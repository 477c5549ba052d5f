import type { Day, PersonId } from "../words/text.ts";

/** Where a member comes from: a department of the body, or somewhere else. */
export type Organisation =
  { readonly kind: "department"; readonly department: string } | { readonly kind: "outside"; readonly name: string };

/** What somebody is a member as. */
export interface Seating {
  /** What the member knows about: a label, "network security". */
  readonly field: string;
  readonly organisation: Organisation;
  readonly from: Day;
  /** The last day. */
  readonly until: Day;
}

/** One term of one member of the expert committee. */
export interface Seat extends Seating {
  readonly person: PersonId;
  /** The day from which on the seat was given up; null where it runs to its end. */
  readonly endedOn: Day | null;
}

/** Whether the seat is held on that day: from its first to its last day, and not from the day it was given up. */
export const isHeld = ({ from, until, endedOn }: Seat, on: Day): boolean =>
  from <= on && on <= until && (endedOn === null || on < endedOn);

/** Neither given up nor over: it is held, or will be. */
export const isToCome = ({ until, endedOn }: Seat, today: Day): boolean => endedOn === null && today <= until;

/** The seat that the person holds on that day; null where they are no member then. */
export const seatOn = (seats: readonly Seat[], person: PersonId, on: Day): Seat | null =>
  seats.find((seat) => seat.person === person && isHeld(seat, on)) ?? null;

/** Member now, before or later: whoever gave an opinion as one may still be asked to read what came of it. */
export const hasSeat = (seats: readonly Seat[], person: PersonId): boolean =>
  seats.some((seat) => seat.person === person);
