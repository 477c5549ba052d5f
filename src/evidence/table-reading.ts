import type { Figures } from "./format.ts";
import { Unreadable } from "./unreadable.ts";

/**
 * One data row: the plain text (words/plain-text.ts) of a column by its name in the layout, "" where the cell is empty; what the mapping says
 * its word means; "true" or "false" where it sets a condition on the column, what it states where the file has no such
 * column, else "".
 */
export interface Row {
  cell(column: string): string;
  /** The instant in a column, epoch milliseconds, as the piece writes times (notation.ts). */
  time(column: string): number | Unreadable;
  /** The number ≥ 0 in a column, as the piece writes numbers. */
  number(column: string): number | Unreadable;
  whole(column: string): number | Unreadable;
  /** The file's own heading of a column, "" where it is not there. */
  heading(column: string): string;
  /** The question of a column: what stands below its heading, else the heading. */
  wording(column: string): string;
  /** Every heading of the file with this row's plain cell, in their order. */
  cells(): readonly (readonly [heading: string, text: string])[];
  /** The cell under a heading, whatever column it is; "" where it is not there. Spelled as layouts spell headings. */
  under(heading: string): string;
  has(heading: string): boolean;
  /** The first cell that is not empty. */
  first(): string;
  /** What stands under a heading that asks for an address or a name (people/contact.ts), "" where there is none. */
  contact(): string;
  /** Line on which the row begins. */
  readonly line: number;
  readonly file: string;
  /** Names the row among all of its piece. */
  readonly place: string;
}

/** What a reading gives of a row that is no data: it counts neither as usable nor as rejected. */
export const noData = new Unreadable("it-is-no-data");

/** What one layout makes of its rows. */
export interface TableReading {
  /** Every row, before the first of them is used; for tables that are not streamed. */
  look?(row: Row): void;
  /** Null where the row was usable, else why not, or `noData`. */
  row(row: Row): Unreadable | null;
  /** Told of each row that is not used, for a reading whose rows are bad news: what is not read of them is no good news. */
  unread?(row: Row, reason: Unreadable): void;
  /** Null where no row leads to a figure. */
  figures(): Figures | null;
}
