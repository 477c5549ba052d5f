import { CsvRecords } from "./csv.ts";
import {
  Findings,
  Refused,
  type Figures,
  type FileSink,
  type Format,
  type Head,
  type PieceReader,
  type PieceResult,
  type ReadOptions,
} from "./format.ts";
import { missingColumns, tableHeader, type TableHeader } from "./header.ts";
import type { Layout } from "./layouts/layout.ts";

/** One data row: the trimmed text of a column by its name in the layout, "" where the column or cell is empty. */
export interface Row {
  cell(column: string): string;
  /** Line on which the row begins. */
  readonly line: number;
  readonly file: string;
}

/** What one layout makes of its rows. */
export interface TableReading {
  /** Null where the row was usable, else why not. */
  row(row: Row): string | null;
  /** Null where no row leads to a figure. */
  figures(): Figures | null;
}

export interface TableOptions {
  readonly layout: Layout;
  readonly version: number;
  /**
   * True: rows are handled as they come, for long files, by a reading that does not care about their order. False: after
   * the last file, files in the order of their digests, so that the order of upload changes nothing.
   */
  readonly streamed: boolean;
  reading(options: ReadOptions, findings: Findings): TableReading;
}

/** A reader for a table that people may write (layouts.ts). */
export function tableFormat(table: TableOptions): Format {
  const { name, title, kind } = table.layout;
  return {
    name,
    title,
    version: table.version,
    kind,
    recognises: (head) => tableHeader(head.text, table.layout) !== null,
    open: (options) => new TableReader(table, options),
  };
}

interface Part {
  readonly rows: Row[];
  digest: string;
}

class TableReader implements PieceReader {
  readonly #table: TableOptions;
  readonly #findings = new Findings();
  readonly #reading: TableReading;
  readonly #parts: Part[] = [];

  constructor(table: TableOptions, options: ReadOptions) {
    this.#table = table;
    this.#reading = table.reading(options, this.#findings);
  }

  file(name: string, head: Head): FileSink {
    const header = this.#header(name, head);
    const decoder = new TextDecoder(head.encoding);
    const part: Part = { rows: [], digest: "" };
    this.#parts.push(part);
    let atHeader = true;
    const records = new CsvRecords(header.delimiter, name, (cells, line) => {
      if (!atHeader) this.#record(header, cells, line, name, part);
      atHeader = false;
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
    for (const part of parts) for (const row of part.rows) this.#use(row);
    const figures = this.#reading.figures();
    const { warnings, rejected, rejectedCount, rowCount } = this.#findings;
    if (figures === null) throw this.#nothing();
    const head = { format: this.#table.layout.title, warnings, rejectedRows: rejected, rejectedCount, rowCount };
    return { kind: "measured", measurement: { ...figures, ...head } };
  }

  #header(name: string, head: Head): TableHeader {
    const header = tableHeader(head.text, this.#table.layout);
    if (header !== null) return header;
    const lacking = missingColumns(head.text, this.#table.layout).join(", ");
    const message = `${name}: no header of ${this.#table.layout.title}: missing ${lacking}`;
    throw new Refused({ file: name, row: 1, code: "no-header", message });
  }

  #record(header: TableHeader, cells: readonly string[], line: number, file: string, part: Part): void {
    const reason = unfit(header, cells);
    if (reason !== null) {
      this.#findings.reject(line, reason, file);
      return;
    }
    const row: Row = { cell: (column) => cells[header.index.get(column) ?? -1]?.trim() ?? "", line, file };
    if (this.#table.streamed) this.#use(row);
    else part.rows.push(row);
  }

  #use(row: Row): void {
    const reason = this.#reading.row(row);
    if (reason === null) this.#findings.rowCount += 1;
    else this.#findings.reject(row.line, reason, row.file);
  }

  #nothing(): Refused {
    const [first] = this.#findings.rejected;
    if (first === undefined) {
      const [warning] = this.#findings.warnings;
      const message = warning?.message ?? "There is a header and not a single row below it";
      return new Refused({ code: warning?.code ?? "no-usable-row", message });
    }
    const message = `None of the ${this.#findings.rowCount} rows can be used; line ${first.row}: ${first.reason}`;
    return new Refused({ row: first.row, code: "no-usable-row", message });
  }
}

/** Why a record is no row of the table, null where it is one; empty cells beyond the header are a spreadsheet's habit. */
function unfit(header: TableHeader, cells: readonly string[]): string | null {
  const filled = cells.length > header.count && cells.slice(header.count).some((cell) => cell.trim() !== "");
  if (cells.length < header.count || filled) return `${cells.length} fields where the header has ${header.count}`;
  return cells.some((cell) => cell.includes("\uFFFD")) ? "the row holds bytes that are not UTF-8" : null;
}
