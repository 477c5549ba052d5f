import { csvCell } from "../../domain/words/csv-cell.ts";
type CellValue = string | number | boolean | Date | null;

/** A row as a line of CSV; a formula's cell is the value that was last worked out. */
export function csvRow(values: readonly CellValue[]): string {
  const cells = values.map(textOf);
  while (cells.at(-1) === "") cells.pop();
  return `${cells.map(csvCell).join(",")}\n`;
}

function textOf(value: CellValue): string {
  if (value === null) return "";
  if (value instanceof Date) return timeOf(value);
  return typeof value === "boolean" ? String(value).toUpperCase() : String(value);
}

/** A workbook's days are fractions: what rounding leaves of a second is none. */
function timeOf(date: Date): string {
  const whole = Math.round(date.getTime() / 1000) * 1000;
  const ms = Math.abs(date.getTime() - whole) <= 10 ? whole : date.getTime();
  if (!Number.isFinite(ms)) return "";
  const [day = "", clock = ""] = new Date(ms)
    .toISOString()
    .slice(0, -1)
    .replace(/\.000$/, "")
    .split("T");
  // A time of day alone is a fraction of the day on which its calendar begins.
  if (day < "1900-01-01" || day === "1904-01-01") return clock;
  return clock === "00:00:00" ? day : `${day} ${clock}`;
}
