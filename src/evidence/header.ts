import { firstRecord } from "./csv.ts";
import type { Layout } from "./layouts/layout.ts";

/** Where a layout's columns stand in a file. */
export interface TableHeader {
  readonly delimiter: string;
  readonly count: number;
  /** Index of each column that is there, by its name in the layout. */
  readonly index: ReadonlyMap<string, number>;
}

const delimiters = [",", ";", "\t", "|"];

/** Null where a required column is missing under every delimiter. */
export function tableHeader(text: string, layout: Layout): TableHeader | null {
  for (const delimiter of delimiters) {
    const index = placed(firstRecord(text, delimiter), layout);
    if (missing(index, layout).length > 0) continue;
    return { delimiter, count: firstRecord(text, delimiter)?.length ?? 0, index };
  }
  return null;
}

/** The required columns that a file of this layout lacks, under the delimiter that shows the most of them. */
export function missingColumns(text: string, layout: Layout): string[] {
  const lacking = delimiters.map((delimiter) => missing(placed(firstRecord(text, delimiter), layout), layout));
  return lacking.reduce((fewest, names) => (names.length < fewest.length ? names : fewest));
}

function missing(index: ReadonlyMap<string, number>, layout: Layout): string[] {
  return layout.columns.filter((column) => column.required && !index.has(column.name)).map((column) => column.name);
}

function placed(cells: readonly string[] | null, layout: Layout): Map<string, number> {
  const headings = (cells ?? []).map(plain);
  const index = new Map<string, number>();
  for (const column of layout.columns) {
    const at = headings.findIndex((heading) => [column.name, ...column.aliases].map(plain).includes(heading));
    if (at >= 0) index.set(column.name, at);
  }
  return index;
}

function plain(heading: string): string {
  return heading.toLowerCase().replace(/[\s_-]/g, "");
}
