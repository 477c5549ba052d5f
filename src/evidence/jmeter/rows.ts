import { ascii, beginsAt, equalsAt, textAt, wholeAt } from "../load/bytes.ts";
import type { Fields } from "../load/fields.ts";
import { addCell } from "../load/cell-label.ts";
import type { Run } from "../load/run-reader.ts";
import { Refused } from "../refused.ts";
import { shorten } from "../time.ts";
import type { JMeterHeader } from "./header.ts";
import { Covering } from "./covering.ts";
import { groupedWhole, refuseCutTime, truthOf } from "./spreadsheet.ts";
import { Starts } from "./starts.ts";
import { isSetUp, labelsWarmUp, setUpMayFollow, warmUpMayFollow } from "./thread-groups.ts";
import type { DayOrder } from "../time.ts";
import { Unreadable } from "../unreadable.ts";

const parent = ascii("Number of samples in transaction");
const trueWord = ascii("true");
const falseWord = ascii("false");
const nullWord = ascii("null");
const thousandsApart =
  "A spreadsheet wrote elapsed times with their thousands apart, as 1.120: they are read as whole milliseconds";
/** 30 days: what a broken clock writes is longer. */
const longestElapsed = 30 * 86_400_000;

/**
 * Turns JMeter's records into requests of a tally, byte by byte: only what is wrong or unusual becomes a string.
 */
export class JMeterRows {
  readonly #header: JMeterHeader;
  readonly #run: Run;
  readonly #file: string;
  readonly #starts: Starts;
  /** Records yet to come that are no rows. */
  #before: number;
  /** The last of the columns that a row cannot do without. */
  readonly #lastNeeded: number;
  readonly #tellsMetrics: boolean;
  /** Null where a column tells transactions from requests, or none names the thread. */
  readonly #covering: Covering | null;

  constructor(header: JMeterHeader, run: Run, file: string, order: DayOrder | undefined) {
    this.#header = header;
    this.#run = run;
    this.#file = file;
    this.#starts = new Starts(run.zone, order);
    this.#before = header.before;
    this.#lastNeeded = Math.max(header.timeStamp, header.elapsed, header.success, header.allThreads);
    this.#tellsMetrics = header.responseCode >= 0 && header.threadName >= 0;
    const tells = header.responseMessage >= 0 || (header.dataType >= 0 && header.url >= 0);
    this.#covering = tells || header.threadName < 0 ? null : new Covering();
  }

  handle(fields: Fields): void {
    if (this.#before > 0) {
      this.#before -= 1;
      return;
    }
    const reason = this.#use(fields);
    if (reason === null) this.#run.findings.rowCount += 1;
    else this.#run.findings.reject(fields.line, reason, this.#file);
  }

  /** @throws Refused where transactions stand among the requests and nothing tells them apart */
  end(): void {
    if (this.#covering === null || this.#covering.rows === 0) return;
    const { rows, mixed } = this.#covering;
    if (mixed) {
      this.#run.remark(
        "transactions-untold",
        `${rows} rows lie over others of the same thread: they may be transactions`,
      );
      return;
    }
    const message = `${this.#file}: ${rows} rows lie over other requests of the same thread: they are transactions, and no column tells them from requests. Save the response message too (jmeter.save.saveservice.response_message=true), or leave out the transaction controllers`;
    throw new Refused({ file: this.#file, code: "transactions-untold", message, params: { rows } });
  }

  /** Null where the row was usable, else why not. */
  #use(fields: Fields): Unreadable | null {
    const header = this.#header;
    const { buffer, starts, ends } = fields;
    if (fields.malformed) return new Unreadable("text-stands-beside-a-closing-quote");
    if (fields.count !== header.columns && !this.#filled(fields))
      return new Unreadable("fields", { fields: fields.count, columns: header.columns });
    let elapsed = wholeAt(buffer, starts[header.elapsed] ?? 0, ends[header.elapsed] ?? 0);
    if (elapsed < 0) elapsed = this.#grouped(fields);
    if (elapsed < 0 || elapsed > longestElapsed)
      return new Unreadable("no-whole-milliseconds", {
        name: "elapsed",
        written: this.#quoted(fields, header.elapsed),
      });
    const start = this.#starts.at(fields, starts[header.timeStamp] ?? 0, ends[header.timeStamp] ?? 0);
    if (typeof start !== "number") {
      refuseCutTime(this.#text(fields, header.timeStamp), this.#file, fields.line);
      return start.at("timeStamp");
    }
    let failed = equals(buffer, starts, ends, header.success, falseWord);
    if (!failed && !equals(buffer, starts, ends, header.success, trueWord)) {
      const truth = truthOf(this.#text(fields, header.success));
      if (truth === undefined)
        return new Unreadable("neither-true-nor-false", {
          name: "success",
          written: this.#quoted(fields, header.success),
        });
      failed = !truth;
    }
    const threads =
      header.allThreads < 0 ? -1 : wholeAt(buffer, starts[header.allThreads] ?? 0, ends[header.allThreads] ?? 0);
    if (threads > 0x7ffffff)
      return new Unreadable("no-number-of-threads", {
        name: "allThreads",
        written: this.#quoted(fields, header.allThreads),
      });
    if (this.#isParent(fields)) {
      this.#run.parents += 1;
      return null;
    }
    if (this.#isNoLoad(fields)) return null;
    this.#covering?.add(this.#text(fields, header.threadName), start, elapsed);
    this.#run.tally.add(start, elapsed, failed, threads);
    if (header.label >= 0) addCell(this.#run.tally.labels, fields, header.label, elapsed, failed);
    return null;
  }

  /** A spreadsheet leaves out the delimiters of empty cells at the end: what is missing there is empty. */
  #filled({ starts, ends, count, ...fields }: Fields): boolean {
    if (count <= this.#lastNeeded || count > this.#header.columns || fields.malformed) return false;
    for (let column = count; column < this.#header.columns; column += 1) starts[column] = ends[column] = 0;
    return true;
  }

  #grouped(fields: Fields): number {
    const elapsed = groupedWhole(this.#text(fields, this.#header.elapsed));
    if (elapsed >= 0) this.#run.remark("thousands-apart", thousandsApart);
    return elapsed;
  }

  /** Rows of setUp and tearDown thread groups, and of PerfMon, which has neither a thread nor a response code. */
  #isNoLoad({ buffer, starts, ends }: Pick<Fields, "buffer" | "starts" | "ends">): boolean {
    const { threadName, responseCode } = this.#header;
    if (threadName < 0) return this.#isMetric({ buffer, starts, ends });
    const [from, to] = [starts[threadName] ?? 0, ends[threadName] ?? 0];
    if (from === to) {
      if (!this.#tellsMetrics || starts[responseCode] !== ends[responseCode]) return false;
      this.#run.serverMetrics += 1;
      return true;
    }
    const setsUp = setUpMayFollow(buffer[from] ?? 0) && isSetUp(buffer, from, to);
    if (!setsUp && !this.#isWarmUp({ buffer, starts, ends })) return false;
    this.#run.setUp += 1;
    return true;
  }

  #isWarmUp({ buffer, starts, ends }: Pick<Fields, "buffer" | "starts" | "ends">): boolean {
    const { label } = this.#header;
    const [from, to] = [starts[label] ?? 0, ends[label] ?? 0];
    return label >= 0 && warmUpMayFollow(buffer[from] ?? 0) && labelsWarmUp(textAt(buffer, from, to));
  }

  /** PerfMon's own log of few columns: only the label says what a row measured, on which machine. */
  #isMetric({ buffer, starts, ends }: Pick<Fields, "buffer" | "starts" | "ends">): boolean {
    const { label, responseCode, allThreads } = this.#header;
    if (label < 0 || responseCode >= 0 || allThreads >= 0) return false;
    if (!metricLabel.test(textAt(buffer, starts[label] ?? 0, ends[label] ?? 0))) return false;
    this.#run.serverMetrics += 1;
    return true;
  }

  /**
   * A transaction controller writes a row of its own over its requests. Its message says so; where the tester did not
   * save messages, it is a row without data type whose URL is null.
   */
  #isParent({ buffer, starts, ends }: Fields): boolean {
    const { responseMessage, dataType, url } = this.#header;
    if (responseMessage >= 0) {
      const from = starts[responseMessage] ?? 0;
      return (ends[responseMessage] ?? 0) - from >= parent.length && beginsAt(buffer, from, parent);
    }
    return (
      dataType >= 0 && url >= 0 && starts[dataType] === ends[dataType] && equals(buffer, starts, ends, url, nullWord)
    );
  }

  #text({ buffer, starts, ends }: Fields, column: number): string {
    return textAt(buffer, starts[column] ?? 0, ends[column] ?? 0);
  }

  #quoted(fields: Fields, column: number): string {
    return `“${shorten(this.#text(fields, column))}”`;
  }
}

const metricLabel =
  /^\S{1,200} (?:CPU|Memory|Swap|Disks I\/O|Network I\/O|TCP|JMX|EXEC|TAIL)(?: (?:combined|idle|user|system|iowait|used|usedperc|free|freeperc|actualused|actualfree|total|percent|pid|bytesrecv|bytessent|available|queue|reads|writes)\S*)?$/;

function equals(buffer: Uint8Array, starts: Int32Array, ends: Int32Array, column: number, word: Uint8Array): boolean {
  return equalsAt(buffer, starts[column] ?? 0, ends[column] ?? 0, word);
}
