import type { Encoding } from "../domain/evidence/encoding.ts";
import { oneSpelling, plainText } from "../domain/words/plain-text.ts";
import { CsvRecords, isSeparatorLine } from "./csv.ts";
import {
  Findings,
  type FileSink,
  type Format,
  type Head,
  type PieceReader,
  type PieceResult,
  type ReadOptions,
} from "./format.ts";
import type { TableHeader } from "./header.ts";
import type { Layout } from "./layouts/layout.ts";
import { isLimited, Limits } from "./limits.ts";
import { Notation, type Habits } from "./notation.ts";
import { nothingRead } from "./nothing-read.ts";
import { answersIn, meaner } from "./questions.ts";
import { rowSeen, type RowSeen } from "./row-seen.ts";
import { chooser, placedHeader, recognisesTable } from "./table-header.ts";
import { noData, type TableReading } from "./table-reading.ts";
import { undecided, unfit, type TableRecord } from "./table-record.ts";
import { TableRow, type Meant } from "./table-row.ts";
import type { Unreadable } from "./unreadable.ts";

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
    let above = header.titles + 1 + header.further;
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
    if (figures === null) throw nothingRead(this.#findings, this.#leftOut);
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
}

function spelledIn(names: readonly string[]): (name: string) => string {
  const spellings = oneSpelling(names);
  return (name) => spellings.get(name) ?? name;
}
