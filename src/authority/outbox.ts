import type { Mention } from "../domain/mails/digest.ts";
import type { Day, PersonId } from "../domain/words/text.ts";

export type MailPurpose = "digest" | "urgent";

export const mailStatuses = ["waiting", "handing", "sent", "refused", "dropped", "unsure", "dead"] as const;
/**
 * `waiting` for its (next) try; `handing`: the mail server is being given it; `sent`: the server has it; `refused` for good,
 * the address is marked; `dropped`: its person no longer wants or may get it; `unsure`: nobody can know whether the server
 * took it, so that it is not sent a second time; `dead`: tried as often as one may.
 */
export type MailStatus = (typeof mailStatuses)[number];

/** Moments are ms since 1970. */
export interface OutgoingMail {
  readonly id: string;
  readonly person: PersonId;
  readonly purpose: MailPurpose;
  /** Tries that failed for now. */
  readonly attempts: number;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface NewMail extends Omit<OutgoingMail, "id" | "attempts"> {
  /** A day of its person, or what an urgent one is about: of a person, purpose and span there is one mail. */
  readonly span: string;
}

/** What a mail says of which matter; said no second time. */
export interface SaidOf extends Mention {
  readonly matter: string;
}

export interface ListedMail extends Pick<OutgoingMail, "id" | "person" | "purpose" | "attempts"> {
  readonly status: MailStatus;
  readonly madeAt: number;
  readonly nextAt: number;
  readonly settledAt: number | null;
  /** A code of the mail server or of the connection: never an address. */
  readonly answer: string | null;
}

export type MailOutcome =
  | { readonly is: "sent" | "dropped" }
  | { readonly is: "refused" | "unsure"; readonly answer: string }
  /** Tried again after a while, or dead where there was a try too many. */
  | { readonly is: "later"; readonly answer: string };

/** Mails that wait to be delivered, by whichever node: who claims one has it for a while, and nobody else. */
export interface Outbox {
  /** What was said to a person in mails of a purpose that went out or may have. */
  said(person: PersonId, purpose: MailPurpose): Promise<ReadonlyMap<string, Mention>>;
  /**
   * The mail and what it says, in one step with the mark that the day was looked at. False, and nothing done, where there is
   * one of its person, purpose and span.
   *
   * @param open keys of all that waits: what no longer does is forgotten, and new when it comes again. Null: nothing is
   *   forgotten, and nothing added of which a word was said before
   * @param looked of a digest, its day
   */
  add(
    mail: NewMail,
    says: readonly SaidOf[],
    about: { readonly open: readonly string[] | null; readonly looked: Day | null },
  ): Promise<boolean>;
  /** Takes back a person's digests of the days before this one that still wait: its own says what they say. */
  withdrawBefore(person: PersonId, day: Day): Promise<void>;
  /** Those whose time has come, the oldest first, and which nobody holds. @param ms for which they are held */
  claim(owner: string, ms: number, limit: number): Promise<readonly OutgoingMail[]>;
  /** The last step before the server is given it: false where somebody else holds it by now. */
  handOver(id: string, owner: string): Promise<boolean>;
  /** Where it is sent or over, its words go. Nothing where somebody else holds it. */
  settle(id: string, owner: string, outcome: MailOutcome): Promise<void>;
  counts(): Promise<Readonly<Record<MailStatus, number>>>;
  /** When the one that has been due the longest came due, ms since 1970; null where none is. */
  oldestDue(): Promise<number | null>;
  lastSent(): Promise<number | null>;
  /** Those that did not simply go out, newest first. */
  troubled(query: { readonly after: string | null; readonly limit: number }): Promise<readonly ListedMail[]>;
  /** Every mail of a person, and what was said to them: one that is being handed over arrives, and leaves nothing behind. */
  remove(person: PersonId): Promise<void>;
  /** By hand, at once: where there is still something to send. */
  retry(id: string): Promise<boolean>;
}
