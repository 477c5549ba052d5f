import { readFile } from "node:fs/promises";
import { setImmediate } from "node:timers/promises";
import type { RowReason } from "../../domain/evidence/measurement.ts";
import type { ImportMapping, MappedRow, Word } from "../../domain/imports/mapping.ts";
import { mappedRows, missingColumns, wordsOf } from "../../domain/imports/mapping.ts";
import { readyRows } from "../../domain/imports/plan-technologies.ts";
import type { ImportReading } from "../../domain/imports/reading.ts";
import type { ForeignRow } from "../../domain/imports/table.ts";
import { ForeignFault, readForeignTable } from "../../evidence/foreign/read-table.ts";
import type { ForeignFile } from "../../evidence/foreign/read-table.ts";

/** Why a file cannot be read: a key of the page's texts, and what it is about or a reader says of it. */
export interface FileFault {
  readonly fault: string;
  readonly about: string | RowReason;
}

/** What a file holds, for the page on which its mapping is made. */
export interface FileSeen extends Pick<ForeignFile, "format" | "encoding" | "sheets" | "sheet" | "headingRow"> {
  readonly headings: readonly string[];
  readonly doubled: readonly string[];
  readonly count: number;
  readonly sample: readonly ForeignRow[];
  /** The words of the columns that were asked for, most frequent first. */
  readonly words: Readonly<Record<string, readonly Word[]>>;
}

/** Words of one column that a page asks the meaning of. */
const mostWords = 150;
const sampled = 5;
/** Rows of a file that are taken over in one turn. */
const inTurn = 200;

/** Files are read and mapped on another thread: three megabytes take half a second. */
export async function seeFile(
  path: string,
  reading: ImportReading,
  columns: readonly string[],
): Promise<FileSeen | FileFault> {
  return tried(async () => {
    const { table, format, encoding, sheets, sheet, headingRow } = await readForeignTable(
      await readFile(path),
      reading,
    );
    const words = columns.map((heading) => [heading, wordsOf(table, heading, mostWords)] as const);
    const { headings, doubled, rows } = table;
    const seen = { headings, doubled, count: rows.length, sample: rows.slice(0, sampled) };
    return { ...seen, format, encoding, sheets, sheet, headingRow, words: Object.fromEntries(words) };
  });
}

/** @returns a row a line, see `rowsIn` */
export async function mapFile(
  path: string,
  mapping: ImportMapping,
): Promise<{ readonly lines: Uint8Array } | FileFault> {
  return tried(async () => {
    const { table } = await readForeignTable(await readFile(path), mapping.reading);
    const [missing] = missingColumns(table, mapping);
    if (missing !== undefined) throw new ForeignFault("columnGone", missing);
    const rows = mappedRows(table, mapping);
    const ready = mapping.kind === "technologies" ? readyRows(rows, mapping) : rows;
    return { lines: new TextEncoder().encode(ready.map((row) => JSON.stringify(row)).join("\n")) };
  });
}

/** The rows of such lines, some in each turn. */
export async function rowsIn(lines: Uint8Array): Promise<readonly MappedRow[]> {
  const bytes = Buffer.from(lines.buffer, lines.byteOffset, lines.byteLength);
  const rows: MappedRow[] = [];
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf(10, at);
    const to = end < 0 ? bytes.length : end;
    rows.push(JSON.parse(bytes.toString("utf8", at, to)) as MappedRow);
    if (rows.length % inTurn === 0) await setImmediate();
    at = to + 1;
  }
  return rows;
}

async function tried<T>(work: () => Promise<T>): Promise<T | FileFault> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ForeignFault) return { fault: error.key, about: error.about };
    throw error;
  }
}
