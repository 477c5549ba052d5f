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

/** A, B … Z, AA: as spreadsheets call a column. */
function columnLetters(at: number): string {
  const letter = String.fromCodePoint(65 + (at % 26));
  return at < 26 ? letter : columnLetters(Math.floor(at / 26) - 1) + letter;
}
