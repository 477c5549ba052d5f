import type { Database } from "better-sqlite3";
import { getTableConfig } from "./drizzle.ts";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { ContributionEvent } from "../domain/contributions/contribution.ts";
import type { FeedbackEvent } from "../domain/feedback/message.ts";
import type { Envelope } from "../domain/stream.ts";
import type { Policy } from "../domain/policy/policy.ts";
import type { ConditionStatus } from "../domain/technology/state/condition-result.ts";
import type { PastEvent } from "../domain/technology/state/envelope.ts";
import type { Technology } from "../domain/technology/state/technology.ts";
import type { Verdict } from "../domain/scoring/verdict-types.ts";
import type { Day, Instant, PersonId } from "../domain/words/text.ts";
import type { LedgerEvent } from "../ledger/port.ts";
import type { DecisionView } from "./decisions/drift.ts";
import type { DayOf } from "../domain/technology/state/gate-ahead.ts";

/**
 * One read model: its tables, what it writes and what it answers. Disposable: there are no migrations, and where the
 * fingerprint of all of them differs from a file's, the file is thrown away and made again from the ledger. No names of
 * people and no free text stand in any of them but the copies for search, which an erasure drops.
 */
export interface ReadModel<Queries extends object> {
  /**
   * Described with drizzle-orm, so that a column stands once for the file's definition, the statements and the types of
   * raw rows; the statements themselves are SQL, prepared once a file, because a rebuild runs them a million times.
   */
  readonly tables: readonly SQLiteTable[];
  /** What a description of tables cannot say: a virtual table, run after they are made. */
  readonly sql?: string;
  readonly writer?: (db: Database) => Writer;
  /** Indices that the writer itself finds rows by: they stand while many rows are written, the others are made after. */
  readonly writesBy?: readonly string[];
  readonly queries: (db: Database, asked: Ground) => Queries;
}

/** What queries depend on beside the file. */
export interface Ground {
  readonly today: () => Day;
  readonly now: () => Instant;
  /** Of the rows, of the calendar and of what ends within a day: answers that are kept are kept for as long as it stays the same. */
  readonly state: () => string;
}

/** All in the transaction that moves the mark. */
export interface Writer {
  /** What an event of a technology adds by itself; `stored` is the same event as the ledger holds it. */
  readonly event?: (technology: string, event: PastEvent, stored: LedgerEvent) => void;
  /** What an entry of a message about a technology adds. */
  readonly feedback?: (message: string, event: FeedbackEvent & Envelope) => void;
  /** What an entry of something said in a consultation adds. */
  readonly contribution?: (contribution: string, event: ContributionEvent & Envelope) => void;
  /** A version of the policy was published. */
  readonly policy?: () => void;
  /** What follows from the whole state of a technology, after all its events were added. */
  readonly technology?: (written: WrittenTechnology) => void;
}

/** A technology as it stands, with what several read models need to know of it. */
export interface WrittenTechnology {
  readonly id: string;
  readonly state: Technology;
  readonly policy: Policy;
  readonly today: Day;
  readonly now: Instant;
  readonly dayOf: DayOf;
  readonly updatedAt: Instant;
  /** Of the gate ahead, in the policy's order. */
  readonly conditions: readonly ConditionStatus[];
  /** The last look's, or of newer evidence before the first look; null where there is none. */
  readonly verdict: { readonly from: "look" | "interim"; readonly verdict: Verdict } | null;
  /** Whoever has a vote that counts at the gate ahead, and the offices these votes are. */
  readonly voted: readonly PersonId[];
  readonly decisions: readonly DecisionView[];
  readonly words: SearchedWords;
}

/** Free text that search finds; null where it was erased. */
export interface SearchedWords {
  readonly summary: string | null;
  readonly need: string | null;
  /** Of what came to an end, the oldest first. */
  readonly lessons: readonly (string | null)[];
  /** Of what the chapters let a search find, by digest; those that were erased are missing. */
  readonly things: ReadonlyMap<string, string>;
}

/** `INSERT INTO table (…) VALUES (@…)`, in place of a row with the same primary key: a row of the table's own type. */
export function putInto(table: SQLiteTable): string {
  const { columns } = getTableConfig(table);
  const key = columns.filter(({ primary }) => primary).map(({ name }) => name);
  const others = columns.filter(({ primary }) => !primary).map(({ name }) => `${name} = excluded.${name}`);
  return `${insertInto(table)} ON CONFLICT (${key.join(", ")}) DO UPDATE SET ${others.join(", ")}`;
}

/** `INSERT INTO table (…) VALUES (@…)`: one more row of the table's own type. */
export function insertInto(table: SQLiteTable): string {
  const { name, columns } = getTableConfig(table);
  const names = columns.map((column) => column.name);
  return `INSERT INTO ${name} (${names.join(", ")}) VALUES (${names.map((column) => `@${column}`).join(", ")})`;
}
