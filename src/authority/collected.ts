import type { Steplist, TaskSheet } from "../domain/questionnaires/questionnaire.ts";
import type { AskedLanguage, CollectionCounts, Doubt } from "../domain/technology/state/collections.ts";

/** Which collection, or poll, of which technology (its id). */
export interface CollectionOf {
  readonly technology: string;
  readonly collection: string;
}

/** Whom a code is for and where it is handed out; null: anybody, anywhere. */
export interface Audience {
  readonly group: string | null;
  /** Number of the place in the collection. */
  readonly place: number | null;
}

/** What a code leads to. */
export interface FoundCode extends CollectionOf, Audience {
  /** 0: the address for everybody, which is no one-time code. */
  readonly batch: number;
  readonly used: boolean;
}

/** How far a collection is. Only ever counted up, so that no page counts answers. */
export interface Progress extends Omit<CollectionCounts, "given"> {
  /** The code in the address for everybody; null where there is none. */
  readonly link: string | null;
  /** Takes no more answers: it is being closed. */
  readonly frozen: boolean;
}

/** What somebody answered or a moderator noted; of a poll, the option that was chosen, from 1. */
export type Content =
  | { readonly kind: "scale"; readonly steps: Steplist }
  | { readonly kind: "tasks"; readonly sheet: TaskSheet }
  | { readonly kind: "choice"; readonly option: number };

export interface NewAnswer extends Audience {
  readonly language: AskedLanguage;
  readonly content: Content;
  readonly incomplete: boolean;
  /** Seconds since 1970. */
  readonly arrived: number;
  /** Hash of the mark that the form carried: sent twice, it is one answer. */
  readonly sending: string;
  /** Hash of what the device calls itself; null where it says nothing. */
  readonly device: string | null;
}

/** Which doubts there are about an answer that comes now, and which of them leaves it out. */
export type Judge = (seen: { readonly device: boolean; readonly second: boolean }) => {
  readonly doubts: readonly Doubt[];
  readonly leftOut: Doubt | null;
};

/** taken: it is written and waited for. again: this very form was here before. */
export type Taken = "taken" | "again" | "used" | "full" | "frozen";

export interface StoredAnswer extends Audience {
  readonly id: string;
  readonly language: AskedLanguage;
  readonly content: Content;
  readonly doubts: readonly Doubt[];
  readonly leftOut: Doubt | null;
  readonly incomplete: boolean;
  /** Seconds since 1970. */
  readonly arrived: number;
  /** Of a task sheet: the participant's number in the collection. */
  readonly number: number | null;
  /** What stood there before it was corrected, oldest first. */
  readonly earlier: readonly Earlier[];
}

export interface Earlier {
  readonly content: Content;
  readonly group: string | null;
  readonly reason: string;
}

/** Who notes task sheets: a person of the house, or a moderator by their code's hash. */
export type Recorder = { readonly person: string } | { readonly code: string };

/** A sheet as its recorder sees it in the list of their own. */
export interface OwnSheet extends Audience {
  readonly id: string;
  readonly number: number;
  readonly content: Content;
  readonly corrected: boolean;
}

/**
 * Codes and answers of collections, until the answers are evidence, and of polls. Codes are stored as hashes; which code gave which answer is
 * not stored at all.
 */
export interface Collected {
  /** All the codes of a batch, or none. Those that are there already, of an attempt before, are of this batch then. */
  addCodes(of: CollectionOf, batch: number, audience: Audience, hashes: readonly string[]): Promise<void>;
  /** Those of a batch that did not come to be. */
  dropCodes(hashes: readonly string[]): Promise<void>;
  /** The code in the address for everybody: this one, or the one that is there. */
  ensureLink(of: CollectionOf, code: string, hash: string): Promise<string>;
  find(hash: string): Promise<FoundCode | null>;
  /** Its questions were seen: a one-time code counts once. */
  noteOpened(hash: string): Promise<void>;
  /** Everything at 0 where nothing has come yet. */
  progress(of: CollectionOf): Promise<Progress>;
  /** @param most answers that the address for everybody takes; null: each code answers once */
  answer(hash: string, answer: NewAnswer, judge: Judge, most: number | null): Promise<Taken>;
  /** A task sheet; its participant's number, or null where nothing is taken any more. The same sending is the same sheet. */
  addSheet(of: CollectionOf, by: Recorder, sheet: NewAnswer): Promise<number | null>;
  /** The newest first. @param before the number of the last one seen */
  sheets(of: CollectionOf, by: Recorder, before: number | null, limit: number): Promise<readonly OwnSheet[]>;
  sheet(of: CollectionOf, by: Recorder, number: number): Promise<OwnSheet | null>;
  /** False where there is none of theirs or nothing is taken any more. */
  correctSheet(
    of: CollectionOf,
    by: Recorder,
    number: number,
    change: Pick<NewAnswer, "content" | "group" | "incomplete"> & { readonly reason: string },
  ): Promise<boolean>;
  /** From now on nothing is taken, so that what is counted and what becomes evidence are the same. */
  freeze(of: CollectionOf): Promise<void>;
  /** It was not closed after all. */
  thaw(of: CollectionOf): Promise<void>;
  /** In the order of their ids, which says nothing of the order in which they came. @param after an id; null: from the first */
  answers(of: CollectionOf, after: string | null, limit: number): Promise<readonly StoredAnswer[]>;
  /** Once they are evidence: the answers go, codes and counts stay. */
  dropAnswers(of: CollectionOf): Promise<void>;
}
