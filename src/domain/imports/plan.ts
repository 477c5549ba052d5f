import type { Reason } from "../words/decision.ts";
import { textKey } from "../words/plain-text.ts";
import type { MappedRow } from "./mapping.ts";

export const dispositions = ["create", "update", "unchanged", "skip"] as const;
export type Disposition = (typeof dispositions)[number];

/** What becomes of a row, and why: decided once, shown, and carried out as it stands. */
export interface PlannedRow extends MappedRow {
  readonly does: Disposition;
  /** What the house has to say to it, beside the row's own reasons. */
  readonly why: readonly Reason[];
  /** Of what is here already and is updated or stays: its id. */
  readonly target: string | null;
  /** Of what is updated: the version that the plan looked at. */
  readonly version: number | null;
  /** Id of whom the row names as sponsor. */
  readonly sponsor: string | null;
  /** The address of an ended technology that the row takes up again. */
  readonly predecessor: string | null;
  /** Fields that an update changes. */
  readonly changes: readonly string[];
}

export const planned = (row: MappedRow, does: Disposition, more: Partial<PlannedRow> = {}): PlannedRow => ({
  ...row,
  does,
  why: [],
  target: null,
  version: null,
  sponsor: null,
  predecessor: null,
  changes: [],
  ...more,
});

export const skipped = (row: MappedRow, ...reasons: readonly Reason[]): PlannedRow =>
  planned(row, "skip", { why: reasons });

/** Left out because the mapping says so: nothing is wrong with the row. */
const isLeftOut = ({ does, reasons, why }: Pick<PlannedRow, "does" | "reasons" | "why">): boolean =>
  does === "skip" && [...reasons, ...why].every(({ code }) => code === "ImportLeftOut");

/**
 * Of rows in their order: which one before said already what only one may say. A row that cannot be used says nothing.
 *
 * @returns asked of each row once; undefined where it is the first
 */
export function sayingAgain(field: string): (row: MappedRow) => number | undefined {
  const first = new Map<string, number>();
  return ({ row, values, reasons }) => {
    const key = textKey(values[field] ?? "");
    if (key === "" || reasons.length > 0) return undefined;
    const before = first.get(key);
    if (before === undefined) first.set(key, row);
    return before;
  };
}

/** How many rows there are of each kind; `left`: of the skipped, those that the mapping leaves out. */
export type RowTally = Readonly<Record<Disposition | "left", number>>;

export function tallied(rows: readonly PlannedRow[]): RowTally {
  const tally = { create: 0, update: 0, unchanged: 0, skip: 0, left: 0 };
  for (const row of rows) {
    tally[row.does] += 1;
    if (isLeftOut(row)) tally.left += 1;
  }
  return tally;
}
