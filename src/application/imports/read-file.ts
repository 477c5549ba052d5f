import { readFile } from "node:fs/promises";
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
export interface FileSeen extends Pick<ForeignFile, "format" | "encoding" | "sheets" | "sheet"> {
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

/** Files are read and mapped on another thread: three megabytes take half a second. */
export async function seeFile(
  path: string,
  reading: ImportReading,
  columns: readonly string[],
): Promise<FileSeen | FileFault> {
  return tried(async () => {
    const { table, format, encoding, sheets, sheet } = await readForeignTable(await readFile(path), reading);
    const words = columns.map((heading) => [heading, wordsOf(table, heading, mostWords)] as const);
    const { headings, doubled, rows } = table;
    const seen = { headings, doubled, count: rows.length, sample: rows.slice(0, sampled) };
    return { ...seen, format, encoding, sheets, sheet, words: Object.fromEntries(words) };
  });
}

export async function mapFile(
  path: string,
  mapping: ImportMapping,
): Promise<{ readonly rows: readonly MappedRow[] } | FileFault> {
  return tried(async () => {
    const { table } = await readForeignTable(await readFile(path), mapping.reading);
    const [missing] = missingColumns(table, mapping);
    if (missing !== undefined) throw new ForeignFault("columnGone", missing);
    const rows = mappedRows(table, mapping);
    return { rows: mapping.kind === "technologies" ? readyRows(rows, mapping) : rows };
  });
}

async function tried<T>(work: () => Promise<T>): Promise<T | FileFault> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ForeignFault) return { fault: error.key, about: error.about };
    throw error;
  }
}
