import { parse } from "csv-parse/sync";
import { isUnreadable } from "../../src/evidence/unreadable.ts";
import { sheetAsCsv } from "../../src/evidence/xlsx/sheet.ts";

/** The rows of a sheet as the product's own reader reads them; a day is YYYY-MM-DD, with its time behind it. */
export async function rowsOfSheet(bytes: Buffer, sheet: string): Promise<string[][]> {
  const csv = await sheetAsCsv({ bytes, sheet });
  if (isUnreadable(csv)) throw new Error(csv.reason);
  return rowsOfCsv(csv);
}

export const rowsOfCsv = (csv: string): string[][] =>
  parse(csv, { bom: true, relax_column_count: true, skip_empty_lines: false });
