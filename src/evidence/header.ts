import { textKey } from "../domain/words/plain-text.ts";
import type { Mapping } from "../domain/evidence/mapping.ts";
import { declaredDelimiter, firstRecord, firstRecords, withoutSeparatorLine } from "./csv.ts";
import { inSimplified } from "./traditional.ts";
import type { Column, Layout } from "./layouts/layout.ts";

/** Where a layout's columns stand in a file. */
export interface TableHeader {
  readonly delimiter: string;
  readonly count: number;
  /** The last column that a row must reach: what is missing behind it is empty. */
  readonly lastNeeded: number;
  /** Index of each column that is there, by its name in the layout. */
  readonly index: ReadonlyMap<string, number>;
  /** As they stand in the file, without the spaces around them. */
  readonly headings: readonly string[];
  /** A heading that a column could be read from twice: which of them is meant, nobody can know. */
  readonly ambiguous?: string;
}

const delimiters = [",", ";", "\t", "|"];

/** The delimiters that a text may have: the one that it declares, else the usual ones. */
function delimitersOf(text: string): readonly string[] {
  const declared = declaredDelimiter(text);
  return declared === null ? delimiters : [declared];
}

/** A longer heading is none that a pattern should go over. */
const longestHeading = 500;

/** Null where a required column is missing, or a heading that the mapping names, under every delimiter. */
export function tableHeader(text: string, layout: Layout, mapping?: Mapping): TableHeader | null {
  for (const delimiter of delimitersOf(text)) {
    const header = headerUnder(text, delimiter, layout, mapping);
    if (missing(header.index, layout, mapping).length > 0 || unknown(header.headings, mapping).length > 0) continue;
    return header;
  }
  return null;
}

/** The required columns that a file of this layout lacks, under the delimiter that shows the most of them. */
export function missingColumns(text: string, layout: Layout, mapping?: Mapping): string[] {
  const lacking = delimitersOf(text).map((delimiter) =>
    missing(headerUnder(text, delimiter, layout, mapping).index, layout, mapping),
  );
  return lacking.reduce((fewest, names) => (names.length < fewest.length ? names : fewest));
}

/** The headings that a mapping names and the file lacks, under the delimiter that shows the most of them. */
export function missingHeadings(text: string, mapping: Mapping): string[] {
  const lacking = delimitersOf(text).map((delimiter) => unknown(headingsUnder(text, delimiter).all, mapping));
  return lacking.reduce((fewest, names) => (names.length < fewest.length ? names : fewest));
}

/** The beginning of something that is a table: headings over rows as wide as they. */
export interface TableStart {
  readonly headings: readonly string[];
  /** The first three rows, trimmed: possibly personal. */
  readonly sample: readonly (readonly string[])[];
  /** True where the first line holds data already. */
  readonly headless: boolean;
}

/** Null where the text is no table. */
export function tableStart(text: string): TableStart | null {
  if (/^\s*[[{<]/.test(text) || text.includes("\0")) return null;
  const starts = delimitersOf(text).flatMap((delimiter) => {
    const [headings, ...rows] = firstRecords(withoutSeparatorLine(text), delimiter, 4).map((cells) =>
      cells.map((cell) => cell.trim()),
    );
    if (headings === undefined || headings.length < 2 || headings.join("") === "") return [];
    const sample = rows.slice(0, 3);
    if (sample[0]?.length !== headings.length) return [];
    return [{ headings, sample, headless: headings.some((_, i) => isNumber(headings[i]) && isNumber(sample[0]?.[i])) }];
  });
  return starts.toSorted((a, b) => b.headings.length - a.headings.length)[0] ?? null;
}

function isNumber(cell: string | undefined): boolean {
  return cell !== undefined && /^[+-]?\d+([.,]\d+)?$/.test(cell);
}

function headerUnder(text: string, delimiter: string, layout: Layout, mapping?: Mapping): TableHeader {
  const headings = headingsUnder(text, delimiter);
  const { index, ambiguous } = placed(headings, layout, mapping);
  return {
    delimiter,
    count: headings.all.length,
    lastNeeded: lastNeeded(index, layout),
    index,
    headings: headings.all,
    ...(ambiguous === undefined ? {} : { ambiguous }),
  };
}

/** Every row has its required columns; of a table without any, the first. */
function lastNeeded(index: ReadonlyMap<string, number>, { columns }: Layout): number {
  return Math.max(0, ...columns.flatMap(({ name, required }) => (required ? (index.get(name) ?? 0) : 0)));
}

interface Headings {
  readonly all: readonly string[];
  /** Where each stands, by its plain spelling. */
  readonly at: ReadonlyMap<string, readonly number[]>;
}

/** Every layout asks the same beginning for the same headings, one after the other: the last answer is kept. */
let last: { readonly text: string; readonly under: Map<string, Headings> } = { text: "", under: new Map() };

function headingsUnder(text: string, delimiter: string): Headings {
  if (last.text !== text) last = { text, under: new Map() };
  const known = last.under.get(delimiter);
  if (known !== undefined) return known;
  const all = (firstRecord(withoutSeparatorLine(text), delimiter) ?? []).map((heading) => heading.trim());
  const at = new Map<string, number[]>();
  for (const [i, heading] of all.entries()) {
    const places = at.get(plain(heading));
    if (places === undefined) at.set(plain(heading), [i]);
    else places.push(i);
  }
  last.under.set(delimiter, { all, at });
  return { all, at };
}

function missing(index: ReadonlyMap<string, number>, layout: Layout, mapping?: Mapping): string[] {
  const stated = mapping?.stated ?? {};
  return layout.columns
    .filter(({ name, required }) => required && !index.has(name) && stated[name] === undefined)
    .map((column) => column.name);
}

function unknown(headings: readonly string[], mapping: Mapping | undefined): string[] {
  if (mapping === undefined) return [];
  const named = [...Object.values(mapping.columns), ...Object.keys(mapping.rows)].map((heading) => heading.trim());
  return named.filter((heading) => !headings.includes(heading));
}

/** A column stands under the heading that the mapping gives it, else under its name, else under the first alias that is there. */
function placed(headings: Headings, layout: Layout, mapping: Mapping | undefined) {
  const index = new Map<string, number>();
  const taken = new Set(Object.values(mapping?.columns ?? {}).map((heading) => heading.trim()));
  let ambiguous: string | undefined;
  for (const column of layout.columns) {
    const given = mapping?.columns[column.name]?.trim();
    const at =
      given === undefined ? spelled(headings, column, taken) : indices(headings.all, (heading) => heading === given);
    const [first, second] = at;
    if (first !== undefined) index.set(column.name, first);
    if (second !== undefined) ambiguous ??= headings.all[second];
  }
  return { index, ambiguous };
}

/** Where the first spelling of a column that is there stands. */
function spelled({ all, at }: Headings, column: Column, taken: ReadonlySet<string>): readonly number[] {
  for (const spelling of [column.name, ...column.aliases]) {
    const places = at.get(plain(spelling))?.filter((i) => !taken.has(all[i] ?? "")) ?? [];
    if (places.length > 0) return places;
  }
  const { asks } = column;
  if (asks === undefined) return [];
  return indices(
    all,
    (heading) => heading.length <= longestHeading && asks.test(inSimplified(textKey(heading))) && !taken.has(heading),
  );
}

function indices(headings: readonly string[], meant: (heading: string) => boolean): number[] {
  return headings.flatMap((heading, i) => (meant(heading) ? [i] : []));
}

function plain(heading: string): string {
  return inSimplified(textKey(heading)).replace(/[\s_-]/g, "");
}
