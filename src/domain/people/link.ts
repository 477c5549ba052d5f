import type { Instant, PersonId } from "../words/text.ts";

export type LinkPurpose = "invitation" | "reset";

export interface LinkRequest {
  readonly askedBy: PersonId;
  /** From this instant on nobody can confirm it. */
  readonly until: Instant;
}

/** Whoever holds a link to a password can become its owner, so the entry names everyone who stands behind it. */
export interface LinkMade {
  readonly purpose: LinkPurpose;
  readonly askedBy: PersonId;
  /** Null: nobody, for an invitation or where nobody could. */
  readonly confirmedBy: PersonId | null;
  readonly barredUntil: Instant | null;
}
