import type { Mapping } from "../domain/evidence/mapping.ts";
import { plainText } from "../domain/words/plain-text.ts";
import { declaredDelimiter, firstRecords, withoutSeparatorLine } from "./csv.ts";
import { askedText, placed, placesBy } from "./header-columns.ts";
import type { Headings } from "./header-columns.ts";
import { furtherHeadings, plainHeading, wordingsOf } from "./heading-rows.ts";
import { layouts } from "./layouts.ts";
import type { Column, Layout } from "./layouts/layout.ts";

/** Where a layout's columns stand in a file. */
export interface TableHeader {
  readonly delimiter: string;
  readonly count: number;
  /** Fields that a row has at least: what is missing at its end is empty, where it may be. */
  readonly fewest: number;
  /** Index of each column that is there, by its name in the layout. */
  readonly index: ReadonlyMap<string, number>;
  /** Where each heading stands, by its plain spelling. */
  readonly places: ReadonlyMap<string, readonly number[]>;
  /** As they stand in the file, without the spaces around them. */
  readonly headings: readonly string[];
  /** The question that stands below each heading, "" where none does. */
  readonly wordings: readonly string[];
  /** Rows below the headings that are headings too. */
  readonly further: number;
  /** Records above the headings: a title, when it was exported. */
  readonly titles: number;
  /** A heading that a column could be read from twice: which of them is meant, nobody can know. */
  readonly ambiguous?: string;
}

const delimiters = [",", ";", "\t", "|"];

/** The delimiters that a text may have: the one that it declares, else the usual ones. */
function delimitersOf(text: string): readonly string[] {
  const declared = declaredDelimiter(text);
  return declared === null ? delimiters : [declared];
}

interface Start {
  readonly delimiter: string;
  /** Records above the headings. */
  readonly titles: number;
}

/** More records above the headings than any export has. */
const mostTitles = 8;

/** Null where a required column is missing, or a heading that the mapping names, under every delimiter. */
export function tableHeader(text: string, layout: Layout, mapping?: Mapping): TableHeader | null {
  for (const start of startsOf(text)) {
    const header = headerUnder(text, start, layout, mapping);
    if (missing(header.index, layout, mapping).length > 0 || unknown(header.headings, mapping).length > 0) continue;
    return header;
  }
  return null;
}

/** The required columns that a file of this layout lacks, under the delimiter that shows the most of them. */
export function missingColumns(text: string, layout: Layout, mapping?: Mapping): string[] {
  const lacking = startsOf(text).map((start) =>
    missing(headerUnder(text, start, layout, mapping).index, layout, mapping),
  );
  return lacking.reduce((fewest, names) => (names.length < fewest.length ? names : fewest));
}

/** The headings that a mapping names and the file lacks, under the delimiter that shows the most of them. */
export function missingHeadings(text: string, mapping: Mapping): string[] {
  const lacking = startsOf(text).map((start) => unknown(headingsUnder(text, start).all, mapping));
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
  const starts = startsOf(text).flatMap(({ delimiter, titles }) => {
    const [headings, ...rows] = firstRecords(withoutSeparatorLine(text), delimiter, titles + 4)
      .slice(titles)
      .map((cells) => cells.map((cell) => cell.trim()));
    if (headings === undefined || headings.length < 2 || headings.join("") === "") return [];
    const sample = rows.slice(0, 3);
    if (sample[0]?.length !== headings.length) return [];
    return [{ headings, sample, headless: headings.some((_, i) => isNumber(headings[i]) && isNumber(sample[0]?.[i])) }];
  });
  const filled = ({ headings }: TableStart): number => headings.filter((heading) => heading !== "").length;
  return starts.toSorted((a, b) => filled(b) - filled(a))[0] ?? null;
}

function isNumber(cell: string | undefined): boolean {
  return cell !== undefined && /^[+-]?\d+([.,]\d+)?$/.test(cell);
}

function headerUnder(text: string, start: Start, layout: Layout, mapping?: Mapping): TableHeader {
  const headings = headingsUnder(text, start);
  const { index, ambiguous } = placed(headings, layout, mapping);
  return {
    ...start,
    count: headings.all.length,
    fewest: fewestOf(index, layout),
    places: headings.at,
    index,
    headings: headings.all,
    wordings: headings.wordings,
    further: headings.further,
    ...(ambiguous === undefined ? {} : { ambiguous }),
  };
}

function fewestOf(index: ReadonlyMap<string, number>, { columns }: Layout): number {
  const needed = columns.filter(({ required }) => required);
  const filled = needed.filter(({ mayBeEmpty }) => mayBeEmpty !== true);
  const places = (of: readonly Column[]): number[] => of.flatMap(({ name }) => index.get(name) ?? []);
  const first = Math.min(...places(needed));
  return 1 + Math.max(Number.isFinite(first) ? first : 0, ...places(filled));
}

/** Every layout asks the same beginning for the same headings, one after the other: the last answer is kept. */
let last: { readonly text: string; readonly under: Map<string, Headings>; starts?: readonly Start[] } = {
  text: "",
  under: new Map(),
};

/** Where a table may begin: at once under each delimiter, else below a title. */
function startsOf(text: string): readonly Start[] {
  if (last.text !== text) last = { text, under: new Map() };
  if (last.starts !== undefined) return last.starts;
  const plain = delimitersOf(text).map((delimiter) => ({ delimiter, titles: 0 }));
  const titled = plain.flatMap(({ delimiter }) => {
    const titles = titlesAbove(firstRecords(withoutSeparatorLine(text), delimiter, mostTitles + 1));
    return titles === 0 ? [] : [{ delimiter, titles }];
  });
  return (last.starts = [...plain, ...titled]);
}

/** What a spreadsheet has above its headings: rows of which one cell is filled at most, and then one of several. */
function titlesAbove(records: readonly (readonly string[])[]): number {
  const first = records.findIndex((cells) => cells.filter((cell) => cell.trim() !== "").length > 1);
  return Math.max(0, first);
}

function headingsUnder(text: string, { delimiter, titles }: Start): Headings {
  if (last.text !== text) last = { text, under: new Map() };
  const key = `${titles}${delimiter}`;
  const known = last.under.get(key);
  if (known !== undefined) return known;
  const records = firstRecords(withoutSeparatorLine(text), delimiter, titles + 3)
    .slice(titles)
    .map((cells) => cells.map((cell) => cell.trim()));
  const [all = []] = records;
  const further = furtherHeadings(records, isQuestion);
  const wordings = wordingsOf(records.slice(1, 1 + further), all.length);
  const headings = { all, at: placesBy(all, plainHeading), wordings, further };
  last.under.set(key, headings);
  return headings;
}

/** A question of any layout that knows its wording. */
function isQuestion(text: string): boolean {
  const asked = askedText(text);
  return asked !== null && questions.some((asks) => asks.test(asked));
}

const questions = layouts.flatMap(({ columns }) => columns.flatMap(({ asks }) => asks ?? []));

function missing(index: ReadonlyMap<string, number>, layout: Layout, mapping?: Mapping): string[] {
  const stated = mapping?.stated ?? {};
  return layout.columns
    .filter(({ name, required }) => required && !index.has(name) && stated[name] === undefined)
    .map((column) => column.name);
}

function unknown(headings: readonly string[], mapping: Mapping | undefined): string[] {
  if (mapping === undefined) return [];
  const named = [...Object.values(mapping.columns), ...Object.keys(mapping.rows)].map((heading) => heading.trim());
  const there = new Set(headings.map(plainText));
  return named.filter((heading) => !there.has(plainText(heading)));
}
