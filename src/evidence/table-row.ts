import type { CellCondition } from "../domain/evidence/mapping.ts";
import { plainText } from "../domain/words/plain-text.ts";
import type { TableHeader } from "./header.ts";
import { plainHeading } from "./heading-rows.ts";
import { judged } from "./mapping.ts";
import type { Notation } from "./notation.ts";
import { contactColumn } from "./people/contact.ts";
import { shorten } from "./time.ts";
import { isUnreadable, Unreadable } from "./unreadable.ts";

/** What is known of a table's cells: what a person said of them, and how the piece writes times and numbers. */
export interface Meant {
  readonly conditions: Readonly<Record<string, CellCondition>>;
  readonly stated: Readonly<Record<string, string>>;
  readonly meaning: (column: string, word: string) => string;
  readonly notation: Notation;
}

/** A Row of table.ts. */
export class TableRow {
  readonly line: number;
  readonly file: string;
  readonly place: string;
  readonly #header: TableHeader;
  readonly #cells: readonly string[];
  readonly #meant: Meant;

  constructor(
    header: TableHeader,
    cells: readonly string[],
    { line, file, place }: { readonly line: number; readonly file: string; readonly place: string },
    meant: Meant,
  ) {
    this.line = line;
    this.file = file;
    this.place = place;
    this.#header = header;
    this.#cells = cells;
    this.#meant = meant;
  }

  cell(column: string): string {
    const { conditions, stated, meaning } = this.#meant;
    const at = this.#header.index.get(column);
    if (at === undefined) return stated[column] ?? "";
    const text = this.#at(at);
    const condition = conditions[column];
    const judgement = condition === undefined ? meaning(column, text) : judged(condition, text);
    return typeof judgement === "string" ? judgement : "";
  }

  /** As it stands in the file, "" where it is stated; null where the column is neither there nor stated. */
  written(column: string): string | null {
    const at = this.#header.index.get(column);
    if (at === undefined) return this.#meant.stated[column] === undefined ? null : "";
    return this.#cells[at]?.trim() ?? "";
  }

  time(column: string): number | Unreadable {
    return this.#meant.notation.time(this.#placed(column));
  }

  number(column: string): number | Unreadable {
    return this.#meant.notation.number(this.#placed(column), column);
  }

  whole(column: string): number | Unreadable {
    const value = this.number(column);
    if (isUnreadable(value) || Number.isInteger(value)) return value;
    return new Unreadable("no-whole-number", { name: column, text: shorten(this.cell(column)) });
  }

  heading(column: string): string {
    return this.#header.headings[this.#header.index.get(column) ?? -1] ?? "";
  }

  cells(): readonly (readonly [heading: string, text: string])[] {
    return this.#header.headings.map((name, i) => [name, this.#at(i)]);
  }

  wording(column: string): string {
    const below = this.#header.wordings[this.#header.index.get(column) ?? -1] ?? "";
    return below === "" ? this.heading(column) : below;
  }

  under(heading: string): string {
    const [place] = this.#header.places.get(plainHeading(heading)) ?? [];
    return place === undefined ? "" : this.#at(place);
  }

  has(heading: string): boolean {
    return this.#header.places.has(plainHeading(heading));
  }

  first(): string {
    return plainText(unguarded(this.#cells.find((text) => text.trim() !== "") ?? ""));
  }

  contact(): string {
    const place = contactColumn(this.#header.headings);
    return place < 0 ? "" : this.#at(place);
  }

  #at(place: number): string {
    return plainText(unguarded(this.#cells[place] ?? ""));
  }

  #placed(column: string) {
    const { line, file } = this;
    return { text: this.cell(column), heading: this.heading(column), line, file, delimiter: this.#header.delimiter };
  }
}

/** Without what keeps a spreadsheet from taking a text for a number: ="007", and an apostrophe before a digit. */
function unguarded(cell: string): string {
  const first = cell[0];
  if (first === "=") return /^="([^"]*)"$/.exec(cell.trim())?.[1] ?? cell;
  return first === "'" && /^'[-+]?\d/.test(cell) ? cell.slice(1) : cell;
}
