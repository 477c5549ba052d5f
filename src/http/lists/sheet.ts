import type { SheetCell, SheetWritten } from "../../application/beside/workbook.ts";
import { xmlText } from "../../domain/words/xml-text.ts";
import type { DateFormat } from "../view/dates.ts";
import type { ListCell, ListColumn, ListFile, ListRow } from "./list-file.ts";

/** Letters of a cell, and of a sheet's name, beyond which a spreadsheet calls the file damaged. */
const mostLetters = 32_767;
const mostOfName = 31;

export type Zoned = Pick<DateFormat, "isoDay" | "time">;

/** A list as a workbook of one sheet, row by row: nothing of it but the row stands in memory. */
export async function* workbookOfList(list: ListFile, zoned: Zoned): AsyncGenerator<Uint8Array> {
  // A start does not wait for what few take out.
  const { writeXlsxStream } = await import("hucre/xlsx");
  yield* writeXlsxStream(rowsOf(list, zoned), {
    name: sheetName(list.title),
    columns: list.columns.map(columnOf),
    freezePane: { rows: 1 },
  });
}

/**
 * The same as one sheet of several, its rows all at once.
 *
 * @param room how many rows there may be at most; null: there are more
 */
export async function sheetOfList(list: ListFile, zoned: Zoned, room: number): Promise<SheetWritten | null> {
  const rows: (readonly SheetCell[])[] = [];
  for await (const row of rowsOf(list, zoned)) {
    if (rows.length >= room) return null;
    rows.push(row);
  }
  return { name: sheetName(list.title), columns: list.columns.map(columnOf), rows };
}

/** Its heading, wide enough to be read, and how its days are written. */
function columnOf({ heading, holds = "text" }: ListColumn) {
  const format = { day: "yyyy-mm-dd", moment: "yyyy-mm-dd hh:mm" };
  return {
    header: cellText(heading),
    width: holds === "text" ? 32 : 17,
    ...(holds in format && { numFmt: format[holds as keyof typeof format] }),
  };
}

/** A workbook's moments have no zone: theirs is the house's, to the minute. */
function cellOf(cell: ListCell | undefined, { holds }: ListColumn, { isoDay, time }: Zoned): SheetCell {
  if (cell === undefined || cell === null || cell === "") return null;
  if (typeof cell !== "string") return cell;
  if (holds === "day" && !Number.isNaN(Date.parse(cell))) return new Date(`${cell}T00:00:00Z`);
  if (holds === "moment" && !Number.isNaN(Date.parse(cell))) return new Date(`${isoDay(cell)}T${time(cell)}:00Z`);
  return holds === "number" && /^-?\d+(?:\.\d+)?$/.test(cell) ? Number(cell) : cellText(cell);
}

/** What no sheet may be called is left out. */
export const sheetName = (title: string): string =>
  title
    .replace(/[[\]:*?/\\]/g, " ")
    .replace(/^'+|'+$/g, "")
    .trim()
    .slice(0, mostOfName) || "1";

const cellsOf = (row: ListRow, columns: readonly ListColumn[], zoned: Zoned): SheetCell[] =>
  columns.map((column, at) => cellOf(row[at], column, zoned));

async function* rowsOf({ columns, pages }: ListFile, zoned: Zoned): AsyncGenerator<SheetCell[]> {
  for await (const rows of pages) for (const row of rows) yield cellsOf(row, columns, zoned);
}

/** Characters that XML cannot hold would make the whole file unreadable. */
const cellText = (text: string): string => xmlText(text, " ").slice(0, mostLetters);
