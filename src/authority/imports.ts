import type { ImportKind } from "../domain/imports/fields.ts";
import type { ImportMapping } from "../domain/imports/mapping.ts";
import type { Disposition, PlannedRow, RowTally } from "../domain/imports/plan.ts";
import type { Reason } from "../domain/words/decision.ts";
import type { PersonId } from "../domain/words/text.ts";

/** What is to be done of a file: made once, carried out as it stands or not at all. */
export interface ImportPlan {
  readonly id: string;
  readonly person: PersonId;
  readonly kind: ImportKind;
  /** What its person called the file, for their own pages. */
  readonly file: string;
  readonly mapping: ImportMapping;
  readonly salt: string;
  /** Of the salt and of every row with what becomes of it and why. */
  readonly digest: string;
  /** Of the ledger, when it was made. */
  readonly position: number;
  readonly tally: RowTally;
  /** Ms since 1970, as all moments here. */
  readonly madeAt: number;
  readonly startedAt: number | null;
  /** Every row, or those that can be used. */
  readonly mode: ImportMode | null;
  readonly endedAt: number | null;
  readonly outcome: "done" | "stopped" | "undone" | null;
}

export type ImportMode = "all" | "good";

export interface ImportRow {
  readonly row: number;
  readonly does: Disposition;
  readonly name: string;
  readonly reasons: readonly Reason[];
  /** Null once it is carried out: what it said may be personal. */
  readonly content: PlannedRow | null;
  /** Id of what it made or changed. */
  readonly subject: string | null;
  readonly outcome: RowOutcome | null;
}

export type RowOutcome =
  { readonly is: "done" } | { readonly is: "refused"; readonly reasons: readonly Reason[] } | { readonly is: "undone" };

export interface KeptMapping {
  readonly name: string;
  /** 1, 2, 3 … of its name. */
  readonly version: number;
  readonly kind: ImportKind;
  readonly mapping: ImportMapping;
  readonly givenBy: PersonId;
  readonly givenAt: number;
}

export interface Imports {
  add(
    plan: Omit<ImportPlan, "madeAt" | "startedAt" | "mode" | "endedAt" | "outcome">,
    rows: readonly PlannedRow[],
  ): Promise<void>;
  /** Its maker's only; null for anybody else's. */
  find(person: PersonId, id: string): Promise<ImportPlan | null>;
  /** Newest first. */
  of(person: PersonId): Promise<readonly ImportPlan[]>;
  /** By row, after one; of one disposition or all. */
  rows(
    id: string,
    query: { readonly does?: Disposition; readonly after: number; readonly limit: number },
  ): Promise<readonly ImportRow[]>;
  /** Of those that are to be carried out: how many, and how many came to what. */
  progress(id: string): Promise<ImportProgress>;
  /** False where it began before, or its digest is another. */
  start(id: string, digest: string, mode: ImportMode): Promise<boolean>;
  settle(id: string, row: number, outcome: RowOutcome, subject: string | null): Promise<void>;
  end(id: string, outcome: "done" | "stopped" | "undone"): Promise<void>;
  drop(id: string): Promise<void>;
  /** A next version where what is kept under the name says otherwise. */
  keepMapping(kept: Pick<KeptMapping, "name" | "kind" | "mapping" | "givenBy">): Promise<KeptMapping>;
  /** The newest of each name. */
  mappings(kind: ImportKind): Promise<readonly KeptMapping[]>;
}

export interface ImportProgress {
  readonly toDo: number;
  readonly done: number;
  readonly refused: number;
}

/** Plans that were not carried out and are as old are dropped with all that they hold: days. */
export const planLife = 7;
