import { csvCell } from "../../domain/words/csv-cell.ts";
import type { TableModel } from "../view/components.ts";
import { textOfCell } from "./list-file.ts";
import type { ListCell, ListFile } from "./list-file.ts";

/** So that spreadsheets read it as UTF-8. */
const mark = "\ufeff";

/** A list as RFC 4180, a page at a time. */
export async function* csvParts({ columns, pages }: ListFile): AsyncGenerator<string> {
  yield mark + csvLine(columns.map(({ heading }) => heading));
  for await (const rows of pages) yield rows.map((row) => csvLine(row.map(written))).join("");
}

/** The same of a table that a page shows whole. */
export function csvOf({ columns, rows }: TableModel): string {
  const lines = [columns.map(({ label }) => label), ...rows.map(({ cells }) => cells.map(textOfCell))];
  return mark + lines.map(csvLine).join("");
}

/** One line with its end. */
export const csvLine = (values: readonly string[]): string => `${values.map(quoted).join(",")}\r\n`;

/** As a spreadsheet writes it. */
function written(cell: ListCell): string {
  if (cell === null) return "";
  return typeof cell === "boolean" ? String(cell).toUpperCase() : String(cell);
}

/** A leading = + - @ would be run as a formula by a spreadsheet, in its full width too, and behind a line's end. */
function quoted(text: string): string {
  const safe = /^[=+\-@\t\r\n＝＋－＠]/.test(text) && !/^[+-]?[\d.]+$/.test(text) ? `'${text}` : text;
  return csvCell(safe);
}
