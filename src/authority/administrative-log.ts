import type { Instant, PersonId } from "../domain/words/text.ts";

/** What is done to accounts and to the house without touching authority: that is on the ledger. */
export const loggedKinds = [
  "password-changed",
  "session-ended",
  "sessions-ended",
  "token-made",
  "token-revoked",
  "feed-made",
  "feed-revoked",
  "webhook-made",
  "webhook-ended",
  "webhook-host-allowed",
  "sign-in-refused",
  "backed-up",
  "restored",
] as const;
export type LoggedKind = (typeof loggedKinds)[number];

/** Ids only, so that it may be kept. */
export interface Logged {
  readonly id: number;
  readonly at: Instant;
  readonly kind: LoggedKind;
  /** Person id; "system", or "nobody" for whoever did not sign in. */
  readonly actor: PersonId;
  /** Whose account; null where it is nobody's, or not known. */
  readonly subject: PersonId | null;
  /** Technology id of a token, say: nothing that names a person. */
  readonly about: string | null;
}

export type NewLogged = Pick<Logged, "kind" | "actor" | "subject"> & { readonly about?: string | null };

export interface LogQuery {
  /** Before this place, newest first; null from the newest on. */
  readonly before: Pick<Logged, "at" | "id"> | null;
  readonly from: Instant;
  readonly kind?: LoggedKind;
  /** As actor or as subject. */
  readonly person?: PersonId;
  readonly limit: number;
}

export interface AdministrativeLog {
  note(entry: NewLogged): Promise<void>;
  /** Where the same was noted less than so many minutes ago, nothing: a thousand guesses are one line. */
  noteOnceIn(minutes: number, entry: NewLogged): Promise<void>;
  /** Newest first. */
  page(query: LogQuery): Promise<readonly Logged[]>;
}
