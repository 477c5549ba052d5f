import type { MailPreferences } from "../domain/mails/preferences.ts";
import type { Day, PersonId } from "../domain/words/text.ts";

/** How a person wants mails, and whether their address takes them. Moments are ms since 1970. */
export interface MailReader {
  readonly preferences: MailPreferences;
  /** The last day of the person's own calendar for which a digest was looked for; null where none ever was. */
  readonly looked: Day | null;
  /** A mail server refused this address for good; null where none did since it was last changed or confirmed. */
  readonly refused: Refusal | null;
}

export interface Refusal {
  readonly at: number;
  /** Of the mail server: 550, say. */
  readonly code: number;
}

export interface Looked {
  readonly person: PersonId;
  readonly day: Day;
}

export interface MailReaders {
  /** With what is usual, where the person never said anything. */
  of(person: PersonId): Promise<MailReader>;
  /** Everybody who said something, or for whom something is on record. */
  all(): Promise<ReadonlyMap<PersonId, MailReader>>;
  save(person: PersonId, preferences: MailPreferences): Promise<void>;
  /** That there was nothing to say on a day of theirs; of many in one step. */
  noteLooked(looked: readonly Looked[]): Promise<void>;
  /** @param email the address that was refused; another one is not */
  refuse(person: PersonId, email: string, code: number): Promise<void>;
  /** Whether the address that the person has now was refused; a mark of an earlier one is none. */
  refusalOf(person: PersonId, email: string): Promise<Refusal | null>;
  /** Its person says that the address is right. */
  confirm(person: PersonId): Promise<void>;
  /** Those for whom a refusal is on record, of whichever address. */
  refused(): Promise<readonly PersonId[]>;
  /** Forgets what they wanted, and what is known of their address. */
  remove(person: PersonId): Promise<void>;
}
