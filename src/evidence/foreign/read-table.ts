import type { ImportReading } from "../../domain/imports/reading.ts";
import { headingRowOf, headingsOf } from "../../domain/imports/table.ts";
import type { ForeignRow, ForeignTable } from "../../domain/imports/table.ts";
import type { RowReason } from "../../domain/evidence/measurement.ts";
import type { Encoding } from "../../domain/evidence/encoding.ts";
import { plainFromHtml } from "../../domain/radar/plain-from-html.ts";
import { radarInJson } from "../../domain/radar/read-json.ts";
import { radarInMarkdown, releaseIn } from "../../domain/radar/read-aoe.ts";
import { radarTable } from "../../domain/radar/radar-entry.ts";
import type { RadarFormat } from "../../domain/radar/radar-entry.ts";
import type { Json } from "../../domain/words/json.ts";
import { contentsOf, staysSmall } from "../archive/members.ts";
import type { Member } from "../archive/members.ts";
import { isZip, otherArchive } from "../archive/kinds.ts";
import { CsvRecords, declaredDelimiter, firstRecords, withoutSeparatorLine } from "../csv.ts";
import { headOf } from "../encoding.ts";
import { Refused } from "../refused.ts";
import { isUnreadable } from "../unreadable.ts";
import type { Unreadable } from "../unreadable.ts";
import { sheetAsCsv } from "../xlsx/sheet.ts";
import { sheetNames } from "../xlsx/workbook.ts";

export interface ForeignFile {
  readonly table: ForeignTable;
  readonly format: "csv" | "xlsx" | RadarFormat;
  /** Null: the format says it. */
  readonly encoding: { readonly name: Encoding; readonly guessed: boolean } | null;
  /** Of a workbook, in the order of its tabs. */
  readonly sheets: readonly string[];
  readonly sheet: string | null;
  /** Counted as a reading counts it. */
  readonly headingRow: number;
}

/** Why a file is no table that is read, by a key of the page's texts. */
export class ForeignFault extends Error {
  readonly key: string;
  /** What of the file it is about, or what a reader says of it. */
  readonly about: string | RowReason;

  constructor(key: string, about: string | Unreadable = "") {
    super(`${key} ${isUnreadable(about) ? about.reason : about}`.trim());
    this.key = key;
    this.about = isUnreadable(about) ? about.why : about;
  }
}

/** More rows than one import plans. */
const mostImported = 20_000;

/**
 * Any file that a portfolio is brought in as: a table (CSV, a workbook's sheet) or a radar in one of four formats.
 *
 * @throws {ForeignFault} where nothing can be read
 */
export async function readForeignTable(bytes: Buffer, as: ImportReading): Promise<ForeignFile> {
  const packed = otherArchive(bytes);
  if (packed !== null) throw new ForeignFault("packed", packed);
  if (isZip(bytes)) return inArchive(bytes, as);
  const { encoding: name, guessed = false } = headOf(bytes, as.encoding);
  const text = new TextDecoder(name).decode(bytes);
  const encoding = { name, guessed };
  if (/^\s*[[{]/.test(text)) return { ...inJson(text), encoding };
  return { ...tableIn(text, as, true), format: "csv", encoding, sheets: [], sheet: null };
}

async function inArchive(bytes: Buffer, as: ImportReading): Promise<ForeignFile> {
  const contents = contentsOf("", bytes);
  if (isUnreadable(contents)) throw new ForeignFault("damaged", contents);
  if (contents.is === "workbook") return inWorkbook(bytes, as);
  if (contents.is !== "files")
    throw new ForeignFault("noTable", contents.is === "unread" ? contents.reason : contents.format);
  const large = staysSmall(bytes);
  if (large !== null) throw new ForeignFault("damaged", large);
  const entries = contents.members.filter(({ name }) => releaseIn(name) !== null);
  const [only, another] = contents.members;
  if (entries.length === 0 && only !== undefined && another === undefined) return readForeignTable(contentOf(only), as);
  if (entries.length === 0) throw new ForeignFault("archive");
  const files = entries.map((member) => ({ path: member.name, text: contentOf(member).toString("utf8") }));
  return { ...radar("aoe", radarTable(radarInMarkdown(files))), encoding: null };
}

function contentOf(member: Member): Buffer {
  const content = member.content();
  if (isUnreadable(content)) throw new ForeignFault("damaged", content);
  return content;
}

async function inWorkbook(bytes: Buffer, as: ImportReading): Promise<ForeignFile> {
  const sheets = staysSmall(bytes) ?? sheetNames(bytes);
  if (isUnreadable(sheets)) throw new ForeignFault("workbook", sheets);
  const sheet = sheets.find((name) => name === as.sheet) ?? sheets[0];
  if (sheet === undefined) throw new ForeignFault("empty");
  const csv = await sheetAsCsv({ bytes, sheet });
  if (isUnreadable(csv)) throw new ForeignFault("workbook", csv);
  return { ...tableIn(csv, as, false), format: "xlsx", encoding: null, sheets, sheet };
}

function inJson(text: string): Omit<ForeignFile, "encoding"> {
  const read = radarInJson(parsed(text));
  if (read === null) throw new ForeignFault("json");
  return radar(read.format, radarTable(read.entries));
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw new ForeignFault("brokenJson");
  }
}

function radar(
  format: RadarFormat,
  [headings = [], ...rows]: readonly (readonly string[])[],
): Omit<ForeignFile, "encoding"> {
  const table = { ...headingsOf(headings), rows: rows.map((cells, at) => ({ row: at + 1, cells })), strict: true };
  return { table: within(table), format, sheets: [], sheet: null, headingRow: 1 };
}

function tableIn(text: string, as: ImportReading, strict: boolean): Pick<ForeignFile, "table" | "headingRow"> {
  const records = recordsIn(withoutSeparatorLine(text), strict ? delimiterOf(text) : ",");
  const headingRow = as.headingRow ?? headingRowOf(records.map(({ cells }) => cells));
  const headings = records[headingRow - 1];
  if (headings === undefined) throw new ForeignFault(records.length === 0 ? "empty" : "noHeadings");
  const table = { ...headingsOf(headings.cells), rows: records.slice(headingRow), strict };
  return { table: within(isRadar(table) ? withoutMarkup(table) : table), headingRow };
}

function within(table: ForeignTable): ForeignTable {
  if (table.rows.length > mostImported) throw new ForeignFault("tooMany");
  if (table.headings.length > 500) throw new ForeignFault("tooWide");
  return table;
}

/** Rows as a spreadsheet counts them: a line end within a cell begins no row. */
function recordsIn(text: string, delimiter: string): readonly ForeignRow[] {
  const rows: ForeignRow[] = [];
  let within = 0;
  const records = new CsvRecords(delimiter, "", (cells, line) => {
    // A row of empty cells, as spreadsheets leave them at their end, is blank.
    if (cells.some((cell) => cell.trim() !== "")) rows.push({ row: line - within, cells });
    within += cells.reduce((sum, cell) => sum + cell.split(/\r\n?|\n/).length - 1, 0);
  });
  try {
    records.write(text.replace(/^\uFEFF/, ""));
    records.end();
  } catch (error) {
    if (error instanceof Refused) throw new ForeignFault("openQuote", String(error.problem.row ?? ""));
    throw error;
  }
  return rows;
}

function delimiterOf(text: string): string {
  const declared = declaredDelimiter(text);
  if (declared !== null) return declared;
  const start = text.slice(0, 1 << 16);
  const parted = [",", ";", "\t", "|"].map((delimiter) => [delimiter, evenness(start, delimiter)] as const);
  return parted.toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? ",";
}

/** Cells by which a delimiter parts alike most of the first records: a title above them, and a comma in a text, say little. */
function evenness(start: string, delimiter: string): number {
  const widths = firstRecords(start, delimiter, 20).map(({ length }) => length);
  const alike = Map.groupBy(widths, (width) => width);
  return Math.max(0, ...[...alike].map(([width, records]) => (width - 1) * records.length));
}

/** Build-your-own-radar as CSV: its descriptions are HTML. */
const isRadar = ({ headings }: ForeignTable): boolean =>
  ["name", "ring", "quadrant"].every((name) => headings.some((heading) => heading.toLowerCase() === name));

function withoutMarkup(table: ForeignTable): ForeignTable {
  const at = table.headings.findIndex((heading) => heading.toLowerCase() === "description");
  if (at < 0) return table;
  const plain = (cells: readonly string[]): readonly string[] =>
    cells.map((cell, column) => (column === at ? plainFromHtml(cell) : cell));
  return { ...table, rows: table.rows.map((row) => ({ ...row, cells: plain(row.cells) })) };
}
