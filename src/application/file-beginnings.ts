import { isUtf8 } from "node:buffer";
import { open } from "node:fs/promises";
import type { Encoding } from "../domain/evidence/encoding.ts";
import type { FormatName } from "../domain/evidence/format-name.ts";
import { headOf } from "../evidence/encoding.ts";
import { headBytes } from "../evidence/feed.ts";
import { tableStart } from "../evidence/header.ts";
import type { WorkbookShape } from "../evidence/format.ts";
import { sourceKey } from "../evidence/mapping.ts";
import type { TableSeen } from "../authority/staged-forms.ts";

type Lying = { readonly path: string };

/**
 * What files' source is known by. Of a table its headings, as the bytes tell them or a guess has them, so that the next
 * file is known before anybody names its encoding; of a workbook the headings of its sheets, with their names where there
 * are several; of a tool's own file its format. Null where nothing tells it.
 *
 * @param format that read them; null where none did
 */
export async function sourceOf(
  files: readonly Lying[],
  format: FormatName | null,
  workbook: WorkbookShape = [],
): Promise<string | null> {
  const table = await tableIn(files);
  if (table !== null) return sourceKey(table.headings);
  const [only, another] = workbook;
  if (only !== undefined && another === undefined) return sourceKey(["", "workbook", ...only.headings]);
  if (only !== undefined)
    return sourceKey(["", "workbook", ...workbook.flatMap(({ sheet, headings }) => ["", sheet, ...headings])]);
  return format === null ? null : sourceKey(["", format]);
}

/** The headings and first rows of the first file that begins as a table. */
export async function tableIn(files: readonly Lying[], encoding?: Encoding): Promise<TableSeen | null> {
  for (const { path } of files) {
    const start = tableStart(headOf(await bytesOf(path, headBytes), encoding).text);
    if (start !== null) return { headings: start.headings, sample: start.sample };
  }
  return null;
}

/** True where nothing in any of the files tells its encoding. */
export async function guessedThroughout(files: readonly Lying[]): Promise<boolean> {
  const heads = await Promise.all(files.map(async ({ path }) => headOf(await bytesOf(path, headBytes))));
  return heads.every(({ guessed }) => guessed === true);
}

/** How the bytes of a file read in one encoding: its first words beyond ASCII. */
interface Excerpt {
  readonly encoding: Encoding;
  readonly text: string;
}

export interface EncodingGuess {
  readonly guess: Encoding;
  readonly excerpts: readonly Excerpt[];
}

/** The encodings in which bytes that are not UTF-8 are likely to have been written. */
const likely = ["gb18030", "big5", "windows-1252", "utf-8"] as const;
const searched = 1 << 23;

/** What the first file that is not plain UTF-8 would read as, in each likely encoding; null where all of them are. */
export async function encodingGuess(files: readonly Lying[]): Promise<EncodingGuess | null> {
  for (const { path } of files) {
    const bytes = await bytesOf(path, searched);
    const beginning = bytes.subarray(0, headBytes);
    const { encoding: guess, guessed } = headOf(beginning);
    // No text in a guessed encoding has a zero byte: pictures and archives do, and nobody is asked how their letters read.
    if (beginning.includes(0) && (guessed === true || guess === "utf-8")) continue;
    const damaged = guess === "utf-8" && isDamaged(bytes);
    if (guessed !== true && !damaged) continue;
    const words = wordsBeyondAscii(bytes);
    return {
      guess,
      excerpts: [...new Set<Encoding>([guess, ...likely])].map((encoding) => ({
        encoding,
        text: read(words, encoding),
      })),
    };
  }
  return null;
}

const read = (bytes: Uint8Array, encoding: Encoding): string =>
  new TextDecoder(encoding).decode(bytes, { stream: true }).replaceAll(/\s+/g, " ").trim();

/** Bytes that are no UTF-8 but for a character cut at their end, or that were replaced before. Native: they may be eight megabytes. */
function isDamaged(bytes: Uint8Array): boolean {
  const sound = [0, 1, 2, 3].some((cut) => isUtf8(bytes.subarray(0, bytes.length - cut)));
  return !sound || Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes("\uFFFD");
}

/** From the cell in which they begin: a byte below "0" is never part of a character of several bytes. */
function wordsBeyondAscii(bytes: Uint8Array): Uint8Array {
  const first = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    .toString("latin1")
    .search(/[\x80-\xff]/);
  if (first < 0) return bytes.subarray(0, 0);
  let start = first;
  while (start > 0 && first - start < 40 && (bytes[start - 1] ?? 0) >= 0x30) start -= 1;
  return bytes.subarray(start, first + 60);
}

async function bytesOf(path: string, most: number): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(most), 0, most, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
