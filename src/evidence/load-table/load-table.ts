import type { LoadMeasurement } from "../../domain/evidence/measurement.ts";
import { type Findings } from "../format.ts";
import { Refused } from "../refused.ts";
import { loadTable } from "../layouts/load-table.ts";
import { namesSummary } from "../load/summary-rows.ts";
import { wholeOf } from "../load/totals.ts";
import { parseWhole } from "../number.ts";
import { tableFormat } from "../table.ts";
import type { Row, TableReading } from "../table-reading.ts";
import { loadRow, type LoadRow } from "./row.ts";
import { settingsOf, type Setting } from "./settings.ts";
import { shorten } from "../time.ts";
import { isUnreadable, type Unreadable } from "../unreadable.ts";

/**
 * A table of load levels (layout "load-table"), such as the summaries of WSO2's performance tests: each row a step in
 * totals, without slices, so that nothing in it has a bound. A row lasted requests / throughput seconds. Rows of one
 * concurrency were measured under different settings: which of them are meant, a person has to say (mapping.rows).
 */
export const loadTableCsv = tableFormat({
  layout: loadTable,
  version: 3,
  changes: [
    { version: 2, change: "rows of totals and means are left out" },
    { version: 3, change: "an error rate that may be a share or per cent is refused" },
  ],
  streamed: true,
  reading: (_options, findings) => new LoadTableReading(findings),
});

export class LoadTableReading implements TableReading {
  readonly rows: LoadRow[] = [];
  /** The headings that the layout reads. */
  readonly own = new Set<string>();
  readonly #findings: Findings;
  readonly #summaries: SummaryRow[] = [];

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  row(row: Row): Unreadable | null {
    const parsed = loadRow(row);
    const name = row.cells().find(([, text]) => namesSummary(text))?.[1];
    if (name !== undefined) {
      this.#summaries.push({ line: row.line, name });
      return null;
    }
    if (isUnreadable(parsed)) return this.#unread(row, parsed);
    this.#findings.limits.count("levelRow", { file: row.file, row: row.line });
    if (this.rows.length === 0) for (const { name } of loadTable.columns) this.own.add(row.heading(name));
    this.rows.push(parsed);
    return null;
  }

  /** Without a number of users, a row that holds as many requests as all others is their total. */
  #unread(row: Row, reason: Unreadable): Unreadable | null {
    const requests = parseWhole(row.cell("requests"), "requests");
    if (!isUnreadable(parseWhole(row.cell("concurrency"), "concurrency")) || isUnreadable(requests)) return reason;
    if (requests === 0 || requests !== this.rows.reduce((sum, level) => sum + level.requests, 0)) return reason;
    this.#summaries.push({ line: row.line, name: row.cell("concurrency") });
    return null;
  }

  figures() {
    if (this.#summaries.length > 0) this.#findings.warn("summary-rows", summariesLeftOut(this.#summaries));
    const levels = this.rows.toSorted((a, b) => a.concurrency - b.concurrency);
    if (levels.some((row, i) => row.concurrency === levels[i - 1]?.concurrency)) throw this.#several();
    for (const { concurrency, line } of levels)
      this.#findings.limits.take("level", String(concurrency), { row: line, column: "concurrency" });
    return levels.length === 0 ? null : figuresOf(levels, this.#findings);
  }

  #several(): Refused {
    const settings = settingsOf(this.rows, this.own);
    const [first] = this.rows;
    const headings = first?.cells.map(([heading]) => heading) ?? [];
    const sample = this.rows.slice(0, 3).map(({ cells }) => cells.map(([, text]) => text));
    const message = `Several rows have the same concurrency: ${settings.length === 0 ? alike : `say which are meant, by ${choices(settings)}`}`;
    return new Refused({ code: "mapping-needed", message, headings, sample });
  }
}

interface SummaryRow {
  readonly line: number;
  /** The word that says so, "" where the sum alone does. */
  readonly name: string;
}

function summariesLeftOut(rows: readonly SummaryRow[]): string {
  const list = rows
    .slice(0, 5)
    .map(({ line, name }) => (name === "" ? `line ${line}` : `line ${line}, “${shorten(name)}”`));
  return `${rows.length} rows sum up others and are left out (${list.join("; ")})`;
}

const alike = "no heading tells them apart, so leave one row for each concurrency";

function choices(settings: readonly Setting[]): string {
  return settings
    .map(
      ({ heading, values }) => `“${heading}” (${values.map((value) => (value === "" ? "empty" : value)).join(", ")})`,
    )
    .join(", ");
}

/** A level shorter than this is said: a steady state takes time. */
const levelSeconds = 60;

function figuresOf(levels: readonly LoadRow[], findings: Findings): LoadMeasurement {
  const whole = wholeOf(levels);
  if (whole.failures === undefined) {
    findings.warn("no-failure-count", "Not every row says how many requests failed: what rests on it is unknown");
  }
  const brief = levels.filter((row) => row.seconds < levelSeconds).map((row) => row.concurrency);
  if (brief.length > 0) {
    findings.warn("brief-level", `Less than 60 s at a concurrency of ${brief.join(", ")}`);
  }
  return { ...whole, ...(whole.failures === undefined ? {} : { steps: levels.flatMap(stepOf) }) };
}

function stepOf({ concurrency, seconds, requests, failures, throughputPerSecond, latencyMs }: LoadRow) {
  if (failures === undefined) return [];
  return [{ concurrency, seconds, requests, failures, throughputPerSecond, latencyMs, slices: [] }];
}
