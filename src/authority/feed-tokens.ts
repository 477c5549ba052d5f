import type { PersonId } from "../domain/words/text.ts";

/** The address of a calendar: whoever has it reads days and titles, and nothing else. Moments are ms since 1970. */
export interface FeedToken {
  readonly id: string;
  readonly person: PersonId;
  /** Whose days it shows; null: those of its person. */
  readonly department: string | null;
  readonly createdAt: number;
  readonly usedAt: number | null;
  readonly revokedAt: number | null;
}

export interface FeedTokens {
  /** The token itself, shown once and stored as a hash only. Null where the person has too many. */
  create(person: PersonId, department: string | null): Promise<string | null>;
  /** Not revoked; whether its person may still read, the caller asks. Notes that it was used. */
  use(token: string): Promise<FeedToken | null>;
  /** Newest first, those revoked not among them. */
  of(person: PersonId): Promise<readonly FeedToken[]>;
  /** One's own; false where there is none. */
  revoke(person: PersonId, id: string): Promise<boolean>;
  /** With what is known of their use. */
  removeAll(person: PersonId): Promise<void>;
}

export const mostFeeds = 10;
