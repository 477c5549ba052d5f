import type { RowReason } from "../domain/evidence/measurement.ts";
import type { FormatName } from "../domain/evidence/format-name.ts";
import type { Unreadable } from "./unreadable.ts";

/**
 * One row of a table as its reader took it: for a look at the first rows before anything is recorded, and for the list of
 * those that cannot be used. Possibly personal: for the person who sends the file only.
 */
export interface RowSeen {
  readonly file: string;
  readonly layout: FormatName;
  /** Line on which it begins; 1 = first line of the file. */
  readonly line: number;
  /** Columns of the layout that the file has, or that are stated, each with what stands there and what it means. */
  readonly cells: readonly CellSeen[];
  readonly taken: "used" | "rejected" | "left-out";
  /** Why it was rejected. */
  readonly reason: string | null;
  readonly why: RowReason | null;
}

export interface CellSeen {
  readonly column: string;
  /** "" where it is stated. */
  readonly heading: string;
  readonly written: string;
  readonly meant: string;
}

export type OnRow = (row: RowSeen) => void;

/** As much of a table's row as is shown. */
interface ShownRow {
  readonly file: string;
  readonly line: number;
  /** As it stands in the file, "" where it is stated; null where the column is neither there nor stated. */
  written(column: string): string | null;
  heading(column: string): string;
  cell(column: string): string;
}

type RowLayout = { readonly name: FormatName; readonly columns: readonly { readonly name: string }[] };

export function rowSeen(
  row: ShownRow,
  { name: layout, columns }: RowLayout,
  taken: RowSeen["taken"],
  reason: Unreadable | null,
): RowSeen {
  const cells = columns.flatMap(({ name: column }): CellSeen[] => {
    const written = row.written(column);
    return written === null ? [] : [{ column, heading: row.heading(column), written, meant: row.cell(column) }];
  });
  return {
    file: row.file,
    layout,
    line: row.line,
    cells,
    taken,
    reason: reason?.reason ?? null,
    why: reason?.why ?? null,
  };
}

/** Where a row stands: a table may be read twice, and what was said of its rows last holds. */
export const placeOf = ({ file, line }: Pick<RowSeen, "file" | "line">): string => `${line} ${file}`;
