import { type Head } from "../format.ts";
import { Refused } from "../refused.ts";
import { ascii, decimalAt, equalsAt, textAt, wholeAt } from "../load/bytes.ts";
import { addCell } from "../load/cell-label.ts";
import { CsvScanner } from "../load/csv-scanner.ts";
import type { Fields } from "../load/fields.ts";
import { Instants, plausible } from "../load/instant.ts";
import {
  loadFormat,
  noLoadChange,
  stallsChange,
  taggedChange,
  warmUpChange,
  type Run,
  type RunFile,
} from "../load/run-reader.ts";
import { shorten } from "../time.ts";
import { columnsOf, type Columns } from "./columns.ts";
import { disagreement } from "./disagreement.ts";
import { manyAtOnce } from "./many-at-once.ts";
import { failedOf, neither } from "./outcome.ts";
import { isStage, isWarmUp, tagsWarmUp } from "./stages.ts";
import { Unreadable } from "../unreadable.ts";

const duration = ascii("http_req_duration");
const failedMetric = ascii("http_req_failed");
const vus = ascii("vus");
const longestElapsed = 30 * 86_400_000;
/** Digits of an epoch time, and how many of the unit are a millisecond (K6_CSV_TIME_FORMAT: unix, _milli, _micro, _nano). */
const units: readonly (readonly [digits: number, perMs: number])[] = [
  [10, 1e-3],
  [13, 1],
  [16, 1e3],
  [19, 1e6],
];

/**
 * k6's CSV output (`k6 run --out csv=FILE`): a row a sample, read as the JSON output is (ndjson.ts). Unless
 * K6_CSV_TIME_FORMAT asked for more, times are whole seconds, cut off: the run's duration is then good to a second.
 */
export const k6Csv = loadFormat({
  name: "k6-csv",
  title: "k6 CSV",
  version: 5,
  changes: [
    { version: 2, change: stallsChange },
    { version: 3, change: noLoadChange },
    { version: 4, change: warmUpChange },
    { version: 5, change: taggedChange },
  ],
  reporting: manyAtOnce,
  closedLoop: true,
  fractions: true,
  failures: "all",
  nothing: "There is no row of http_req_duration: the run asked for nothing over HTTP",
  recognises: (head) => columnsOf(head.text) !== null,
  file,
});

function file(name: string, head: Head, run: Run): RunFile {
  const columns = columnsOf(head.text);
  if (columns === null) {
    const message = `${name}: no k6 header: expected the columns metric_name, timestamp and metric_value`;
    throw new Refused({ file: name, row: 1, code: "no-header", message });
  }
  const rows = new K6Rows(columns, name, run);
  const scanner = new CsvScanner(0x2c, columns.count, name, (fields) => rows.handle(fields));
  const end = (): void => {
    scanner.end();
    rows.end();
  };
  return { write: (chunk) => scanner.write(chunk), end };
}

class K6Rows {
  readonly #columns: Columns;
  readonly #name: string;
  readonly #run: Run;
  readonly #instants: Instants;
  #atHeader = true;
  #users = -1;
  #requests = 0;
  #failed = 0;
  #failedRows = 0;
  #failedOnes = 0;

  constructor(columns: Columns, name: string, run: Run) {
    this.#columns = columns;
    this.#name = name;
    this.#run = run;
    this.#instants = new Instants(run.zone);
  }

  handle(fields: Fields): void {
    if (this.#atHeader) {
      this.#atHeader = false;
      return;
    }
    const reason = this.#use(fields);
    if (reason !== null) this.#run.findings.reject(fields.line, reason, this.#name);
  }

  end(): void {
    const message = disagreement(this.#requests, this.#failed, this.#failedRows, this.#failedOnes);
    if (message !== undefined) this.#run.remark("failures-disagree", message);
  }

  #use(fields: Fields): Unreadable | null {
    const { count, metric, value } = this.#columns;
    if (fields.malformed) return new Unreadable("text-stands-beside-a-closing-quote");
    if (fields.count !== count) return new Unreadable("fields", { fields: fields.count, columns: count });
    const isRequest = this.#is(fields, metric, duration);
    if (this.#isStage(fields)) {
      if (!isRequest) return null;
      this.#run.setUp += 1;
      this.#run.findings.rowCount += 1;
      return null;
    }
    if (isRequest) return this.#request(fields);
    const number = decimalAt(fields.buffer, fields.starts[value] ?? 0, fields.ends[value] ?? 0);
    if (this.#is(fields, metric, failedMetric)) {
      this.#failedRows += 1;
      if (number > 0) this.#failedOnes += 1;
    } else if (this.#is(fields, metric, vus)) {
      this.#users = Number.isInteger(number) && number < 0x7ffffff ? number : -1;
    }
    return null;
  }

  #isStage({ buffer, starts, ends }: Fields): boolean {
    const { group, scenario, extraTags } = this.#columns;
    const [from, to] = [starts[group] ?? 0, ends[group] ?? 0];
    if (group >= 0 && to > from && isStage(buffer, from, to)) return true;
    if (extraTags >= 0 && tagsWarmUp(buffer, starts[extraTags] ?? 0, ends[extraTags] ?? 0)) return true;
    return scenario >= 0 && isWarmUp(buffer, starts[scenario] ?? 0, ends[scenario] ?? 0);
  }

  #request(fields: Fields): Unreadable | null {
    const { value, time, name, url } = this.#columns;
    const { buffer, starts, ends } = fields;
    const elapsed = decimalAt(buffer, starts[value] ?? 0, ends[value] ?? 0);
    if (elapsed < 0 || elapsed > longestElapsed)
      return new Unreadable("no-number-of-milliseconds", { name: "metric_value" });
    const end = this.#time(buffer, starts[time] ?? 0, ends[time] ?? 0);
    if (!plausible(end)) {
      return new Unreadable("no-time-from-2000", {
        name: "timestamp",
        written: shorten(textAt(buffer, starts[time] ?? 0, ends[time] ?? 0)),
      });
    }
    const failed = this.#failedOf(fields);
    if (failed === undefined) return neither;
    this.#requests += 1;
    if (failed) this.#failed += 1;
    const { findings, tally } = this.#run;
    findings.rowCount += 1;
    tally.add(end - elapsed, elapsed, failed, this.#users);
    const label = name >= 0 && (ends[name] ?? 0) > (starts[name] ?? 0) ? name : url;
    if (label < 0) this.#run.labelled = false;
    else addCell(tally.labels, fields, label, tally.unitsOf(elapsed), failed);
    return null;
  }

  #failedOf({ buffer, starts, ends }: Fields): boolean | undefined {
    const { expected, status } = this.#columns;
    return failedOf(buffer, starts[expected] ?? 0, ends[expected] ?? 0, starts[status] ?? 0, ends[status] ?? 0);
  }

  #time(buffer: Uint8Array, from: number, to: number): number {
    const unit = units.find(([digits]) => digits === to - from);
    if (unit === undefined) return this.#instants.at(buffer, from, to);
    // A time in nanoseconds has more digits than a double holds; the last three are below a microsecond.
    const cut = to - from === 19 ? 3 : 0;
    const high = wholeAt(buffer, from, from + 7);
    const low = wholeAt(buffer, from + 7, to - cut);
    if (high < 0 || low < 0) return this.#instants.at(buffer, from, to);
    if (unit[1] < 1) this.#run.remark("whole-seconds", wholeSeconds);
    return (high * 10 ** (to - cut - from - 7) + low) / (unit[1] / 10 ** cut);
  }

  #is({ buffer, starts, ends }: Fields, column: number, word: Uint8Array): boolean {
    return equalsAt(buffer, starts[column] ?? 0, ends[column] ?? 0, word);
  }
}

const wholeSeconds = "Times are whole seconds: the run's duration and its throughput are good to a second";
