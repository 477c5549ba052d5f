import type { Encoding } from "../domain/evidence/encoding.ts";
import type { CellCondition } from "../domain/evidence/mapping.ts";
import { oneSpelling, plainText } from "../domain/words/plain-text.ts";
import { CsvRecords, isSeparatorLine } from "./csv.ts";
import { encodingTitles } from "./encoding.ts";
import {
  Findings,
  type Figures,
  type FileSink,
  type Format,
  type Head,
  type PieceReader,
  type PieceResult,
  type ReadOptions,
} from "./format.ts";
import { Refused } from "./refused.ts";
import type { TableHeader } from "./header.ts";
import type { Layout } from "./layouts/layout.ts";
import { isLimited, Limits } from "./limits.ts";
import { judged } from "./mapping.ts";
import { Notation, type Habits } from "./notation.ts";
import { answersIn, asked, meaner } from "./questions.ts";
import { rowSeen, type RowSeen } from "./row-seen.ts";
import { chooser, placedHeader, recognisesTable } from "./table-header.ts";
import { TableRow, type Meant } from "./table-row.ts";
import { isUnreadable, Unreadable } from "./unreadable.ts";

/**
 * One data row: the plain text (words/plain-text.ts) of a column by its name in the layout, "" where the cell is empty; what the mapping says
 * its word means; "true" or "false" where it sets a condition on the column, what it states where the file has no such
 * column, else "".
 */
export interface Row {
  cell(column: string): string;
  /** The instant in a column, epoch milliseconds, as the piece writes times (notation.ts). */
  time(column: string): number | Unreadable;
  /** The number ≥ 0 in a column, as the piece writes numbers. */
  number(column: string): number | Unreadable;
  whole(column: string): number | Unreadable;
  /** The file's own heading of a column, "" where it is not there. */
  heading(column: string): string;
  /** The question of a column: what stands below its heading, else the heading. */
  wording(column: string): string;
  /** Every heading of the file with this row's plain cell, in their order. */
  cells(): readonly (readonly [heading: string, text: string])[];
  /** The cell under a heading, whatever column it is; "" where it is not there. Spelled as layouts spell headings. */
  under(heading: string): string;
  has(heading: string): boolean;
  /** The first cell that is not empty. */
  first(): string;
  /** Line on which the row begins. */
  readonly line: number;
  readonly file: string;
  /** Names the row among all of its piece. */
  readonly place: string;
}

/** What a reading gives of a row that is no data: it counts neither as usable nor as rejected. */
export const noData = new Unreadable("it is no data");

/** What one layout makes of its rows. */
export interface TableReading {
  /** Every row, before the first of them is used; for tables that are not streamed. */
  look?(row: Row): void;
  /** Null where the row was usable, else why not, or `noData`. */
  row(row: Row): Unreadable | null;
  /** Told of each row that is not used, for a reading whose rows are bad news: what is not read of them is no good news. */
  unread?(row: Row, reason: Unreadable): void;
  /** Null where no row leads to a figure. */
  figures(): Figures | null;
}

export interface TableOptions {
  readonly layout: Layout;
  readonly version: number;
  readonly changes?: Format["changes"];
  /**
   * True: rows are handled as they come, for long files, by a reading that does not care about their order. False: after
   * the last file, files in the order of their digests, so that the order of upload changes nothing.
   */
  readonly streamed: boolean;
  /** True where a streamed reading keeps something of every row. */
  readonly keepsRows?: boolean;
  reading(options: ReadOptions, findings: Findings): TableReading;
}

/** A reader for a table that people may write (layouts.ts). */
export function tableFormat(table: TableOptions): Format {
  const { name, title, kind } = table.layout;
  return {
    name,
    title,
    version: table.version,
    ...(table.changes !== undefined && { changes: table.changes }),
    kind,
    recognises: (head) => recognisesTable(head.text, table.layout),
    open: (options) => new TableReader(table, options, null),
  };
}

interface Part {
  readonly header: TableHeader;
  readonly file: string;
  /** Among the files of the piece. */
  readonly number: number;
  /** Cells and line of each row: as little as can be, for there may be half a million of them. */
  readonly rows: (readonly [cells: readonly string[], line: number])[];
  /** In the order in which they appear. */
  readonly groups: Set<string>;
  digest: string;
}

class TableReader implements PieceReader {
  readonly #table: TableOptions;
  readonly #options: ReadOptions;
  readonly #findings: Findings;
  readonly #reading: TableReading;
  readonly #parts: Part[] = [];
  readonly #said: Meant;
  readonly #habits: Habits | null;
  readonly #notation: Notation;
  #leftOut = 0;
  #noData = 0;

  /** @param habits what a first reading of the same files showed, null before it */
  constructor(table: TableOptions, options: ReadOptions, habits: Habits | null) {
    this.#table = table;
    this.#habits = habits;
    this.#options = options;
    this.#findings = new Findings(new Limits(options));
    this.#reading = table.reading(options, this.#findings);
    this.#notation = new Notation(options, this.#findings, habits);
    const { conditions = {}, stated = {} } = options.mapping ?? {};
    this.#said = { conditions, stated, meaning: meaner(answersIn(options)), notation: this.#notation };
  }

  file(name: string, head: Head): FileSink {
    const header = placedHeader(name, head, this.#table.layout, this.#options.mapping);
    const meant = chooser(header, this.#options.mapping, answersIn(this.#options));
    const decoder = new TextDecoder(head.encoding);
    const part: Part = { header, file: name, number: this.#parts.length, rows: [], groups: new Set(), digest: "" };
    this.#parts.push(part);
    let above = 1 + header.further;
    const records = new CsvRecords(header.delimiter, name, (cells, line, ended) => {
      if (above > 0) above -= isSeparatorLine(cells.join(header.delimiter)) ? 0 : 1;
      else if (meant(cells)) this.#record(part, { cells, line, ended }, head.encoding);
      else {
        this.#leftOut += 1;
        this.#tell(this.#rowOf(part, cells, line), "left-out");
      }
    });
    return {
      write: (chunk) => records.write(decoder.decode(chunk, { stream: true })),
      end: (digest) => {
        records.write(decoder.decode());
        records.end();
        part.digest = digest;
      },
    };
  }

  finish(): PieceResult {
    const parts = this.#parts.sort((a, b) => (a.digest < b.digest ? -1 : 1));
    if (this.#reading.look !== undefined)
      for (const part of parts)
        for (const [cells, line] of part.rows) this.#reading.look(this.#rowOf(part, cells, line));
    for (const part of parts) for (const [cells, line] of part.rows) this.#use(part, cells, line);
    if (this.#leftOut > 0) {
      this.#findings.warn("rows-chosen", `${this.#leftOut} rows are left out, as the mapping chooses among them`);
    }
    const habits = this.#habits === null ? this.#notation.again() : null;
    if (habits !== null) return { kind: "again", reader: new TableReader(this.#table, this.#options, habits) };
    this.#notation.warn();
    const figures = this.#reading.figures();
    if (figures === null) throw this.#nothing();
    const groups = parts.flatMap((part) => [...part.groups]).filter((name) => name !== "");
    const groupNames = [...new Set(groups.map(spelledIn(groups)))];
    const head = {
      format: this.#table.layout.title,
      ...(groupNames.length > 0 && { groupNames }),
      ...(this.#noData > 0 && { leftOut: this.#noData }),
      ...this.#findings.ofRows(),
    };
    return { kind: "measured", measurement: { ...figures, ...head }, questions: this.#findings.questions.all };
  }

  #record(part: Part, record: TableRecord, encoding: Encoding): void {
    const { header, rows, groups } = part;
    const { cells, line } = record;
    // A spreadsheet writes the delimiters of rows that were emptied: they are as good as blank lines.
    if (cells.every((text) => text.trim() === "")) return;
    const { conditions, stated } = this.#said;
    const reason = unfit(header, record, encoding) ?? undecided(header, cells, conditions);
    if (reason !== null) {
      this.#reject(this.#rowOf(part, cells, line), reason);
      return;
    }
    this.#count(part, cells, line);
    const at = header.index.get("group");
    groups.add(plainText((at === undefined ? stated["group"] : cells[at]) ?? ""));
    if (this.#table.streamed) this.#use(part, cells, line);
    else rows.push([cells, line]);
  }

  /** As rows come, not once all are there: a column of ids ends the reading long before it fills the memory. */
  #count({ header: { index, headings }, file }: Part, cells: readonly string[], row: number): void {
    const { limits } = this.#findings;
    for (const [name, at] of index)
      if (isLimited(name)) limits.take(name, plainText(cells[at] ?? ""), { file, row, column: headings[at] });
    if (!this.#table.streamed || this.#table.keepsRows === true) limits.count("row", { file, row });
  }

  #rowOf({ header, file, number }: Part, cells: readonly string[], line: number): TableRow {
    return new TableRow(header, cells, { line, file, place: `${number}:${line}` }, this.#said);
  }

  #use(part: Part, cells: readonly string[], line: number): void {
    const row = this.#rowOf(part, cells, line);
    const reason = this.#reading.row(row);
    if (reason === noData) {
      this.#noData += 1;
      this.#tell(row, "left-out");
      return;
    }
    if (reason !== null) {
      this.#reject(row, reason);
      return;
    }
    this.#findings.rowCount += 1;
    this.#tell(row, "used");
  }

  #reject(row: TableRow, reason: Unreadable): void {
    this.#findings.reject(row.line, reason, row.file);
    this.#reading.unread?.(row, reason);
    this.#tell(row, "rejected", reason);
  }

  #tell(row: TableRow, taken: RowSeen["taken"], reason: Unreadable | null = null): void {
    const { onRow } = this.#options;
    if (onRow !== undefined) onRow(rowSeen(row, this.#table.layout, taken, reason));
  }

  #nothing(): Refused {
    const [first] = this.#findings.rejected;
    if (first === undefined && this.#leftOut > 0) {
      const message = `The mapping leaves out all ${this.#leftOut} rows: no row holds the text it asks for`;
      return new Refused({ code: "mapping-no-rows", message });
    }
    if (first === undefined) {
      const [warning] = this.#findings.warnings;
      const message = warning?.message ?? "There is a header and not a single row below it";
      return new Refused({ code: warning?.code ?? "no-usable-row", message });
    }
    const message = `None of the ${this.#findings.rowCount} rows can be used; line ${first.row}: ${first.reason}`;
    return asked({ row: first.row, code: "no-usable-row", message }, ...this.#findings.questions.all);
  }
}

type Conditions = Readonly<Record<string, CellCondition>>;

interface TableRecord {
  readonly cells: readonly string[];
  readonly line: number;
  /** False for a last one without a line end: it may be cut off. */
  readonly ended: boolean;
}

function spelledIn(names: readonly string[]): (name: string) => string {
  const spellings = oneSpelling(names);
  return (name) => spellings.get(name) ?? name;
}

/**
 * Why a record is no row of the table, null where it is one. Empty cells beyond the header are a spreadsheet's habit, and so is
 * leaving out the delimiters of the empty cells at a row's end: what is missing there is empty, where no column needs it.
 */
function unfit({ count, fewest }: TableHeader, { cells, ended }: TableRecord, encoding: Encoding): Unreadable | null {
  const filled = cells.length > count && cells.slice(count).some((cell) => cell.trim() !== "");
  if (cells.length < (ended ? fewest : count) || filled)
    return new Unreadable(`${cells.length} fields where the header has ${count}`);
  if (cells.some((cell) => cell.includes("\0"))) return new Unreadable("the row holds a NUL byte");
  const strange = cells.some((cell) => cell.includes("\uFFFD"));
  return strange ? new Unreadable(`the row holds bytes that are not ${encodingTitles[encoding]}`) : null;
}

/** Why a cell under a condition is neither true nor false. */
function undecided(header: TableHeader, cells: readonly string[], conditions: Conditions): Unreadable | null {
  for (const [column, condition] of Object.entries(conditions)) {
    const at = header.index.get(column);
    const judgement = at === undefined ? "" : judged(condition, plainText(cells[at] ?? ""));
    if (isUnreadable(judgement)) return judgement.at(column);
  }
  return null;
}
