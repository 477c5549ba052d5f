import { setImmediate } from "node:timers/promises";
import type { CellModel, TableModel } from "../view/components.ts";
import { inARow } from "../view/in-a-row.ts";
import type { Language } from "../view/languages.ts";
import { plainOf } from "../view/plain.ts";

/** A day is YYYY-MM-DD, a moment an instant of ISO 8601; null: nothing is said. */
export type ListCell = string | number | boolean | null;
export type ListRow = readonly ListCell[];

/** What a column's cells are, so that a workbook sorts and adds them up as what they are. */
export type ListColumn = {
  readonly heading: string;
  readonly holds?: "text" | "number" | "day" | "moment" | "yes-no";
};

/** A column whose heading is a text of its room. */
export type NamedColumn = Omit<ListColumn, "heading"> & { readonly name: string };

/** A list as a page shows it, whole and without its page's words: what goes out as CSV and as a workbook. */
export type ListFile = {
  /** Of the file, without what says its kind: "lessons". */
  readonly name: string;
  /** The title of the list, which its sheet bears. */
  readonly title: string;
  readonly columns: readonly ListColumn[];
  /** A page at a time, so that a long list does not stand in memory; others are answered in between. */
  readonly pages: Iterable<readonly ListRow[]> | AsyncIterable<readonly ListRow[]>;
};

/** @param texts where the headings stand: "lessons:column" */
export const namedColumns = (
  { t }: Pick<Language, "t">,
  texts: string,
  columns: readonly NamedColumn[],
): readonly ListColumn[] => columns.map(({ name, ...column }) => ({ heading: t(`${texts}.${name}`), ...column }));

export type RowsAndNext<K> = { readonly rows: readonly ListRow[]; readonly next: K | null };

/** The pages of a list that goes on by key. @param first key of the first page */
export async function* pagesByKey<K>(
  first: K,
  pageAfter: (after: K) => RowsAndNext<K> | Promise<RowsAndNext<K>>,
): AsyncGenerator<readonly ListRow[]> {
  for (let after: K | null = first; after !== null;) {
    const { rows, next }: RowsAndNext<K> = await pageAfter(after);
    yield rows;
    await setImmediate();
    after = next;
  }
}

/**
 * A table as a file.
 *
 * @param holds what its columns hold, by their place, where that is not text; numbers stand in it plainly: "1234.5"
 */
export const listOfTable = (
  name: string,
  { caption, columns, rows }: TableModel,
  holds: Readonly<Record<number, ListColumn["holds"]>> = {},
): ListFile => ({
  name,
  title: caption,
  columns: columns.map(({ label }, at) => ({ heading: label, holds: holds[at] ?? "text" })),
  pages: [rows.map(({ cells }) => cells.map(textOfCell))],
});

/** What stands in a cell and beneath it, without markup. */
export const textOfCell = ({ content, sub }: CellModel): string => inARow([content, sub].map(plainOf));
