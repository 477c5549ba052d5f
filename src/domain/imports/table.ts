import { textKey } from "../words/plain-text.ts";

/** A file as a table of texts, whatever it was. */
export interface ForeignTable {
  /** Each once: what stands there again carries a number. */
  readonly headings: readonly string[];
  readonly rows: readonly ForeignRow[];
  /** Headings that stand there more than once. */
  readonly doubled: readonly string[];
  /** False: what is missing at a row's end is empty, as in a workbook; true: such a row was cut. */
  readonly strict: boolean;
}

export interface ForeignRow {
  /** As the file counts: for CSV the line its record begins on, for a sheet its row. */
  readonly row: number;
  readonly cells: readonly string[];
}

/** Headings by which a column can be named: a second one of the same text is numbered, an empty one is called by its place. */
export function headingsOf(cells: readonly string[]): Pick<ForeignTable, "headings" | "doubled"> {
  const times = new Map<string, number>();
  const doubled = new Set<string>();
  const headings = cells.map((cell, at) => {
    const text = cell.replaceAll(/\s+/g, " ").trim().normalize("NFC");
    if (text === "") return `(${columnLetters(at)})`;
    const before = times.get(textKey(text)) ?? 0;
    times.set(textKey(text), before + 1);
    if (before > 0) doubled.add(text);
    return before === 0 ? text : `${text} (${before + 1})`;
  });
  return { headings, doubled: [...doubled] };
}

/** Titles and notes stand above a table, not below so many rows. */
const highest = 12;

/**
 * Which row is likeliest to hold the headings: the first that fills most of the table's width with short texts that are no
 * figures. A title is one cell, and of two rows of headings the upper, whose cells are merged, has gaps. To be looked at
 * and changed.
 *
 * @param rows none of them blank
 * @returns counted from 1; 1 where none is likely
 */
export function headingRowOf(rows: readonly (readonly string[])[]): number {
  const first = rows.slice(0, 3 * highest).map(filledIn);
  const width = Math.max(0, ...first.map(({ length }) => length));
  const at = first.slice(0, highest).findIndex((cells) => cells.length > 0.7 * width && cells.every(isHeading));
  return at < 0 ? 1 : at + 1;
}

const filledIn = (cells: readonly string[]): readonly string[] => cells.filter((cell) => cell.trim() !== "");

const isHeading = (cell: string): boolean => cell.length <= 200 && !/^[\s\d.,:/%+-]+$/.test(cell);

/** A, B … Z, AA: as spreadsheets call a column. */
function columnLetters(at: number): string {
  const letter = String.fromCodePoint(65 + (at % 26));
  return at < 26 ? letter : columnLetters(Math.floor(at / 26) - 1) + letter;
}
