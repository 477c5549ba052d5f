import type { Head } from "../format.ts";
import { ascii, textAt } from "../load/bytes.ts";
import { Instants, plausible } from "../load/instant.ts";
import { LineScanner } from "../load/line-scanner.ts";
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
import { failedOf, neither } from "./outcome.ts";
import { Point, type Span } from "./point.ts";
import { disagreement } from "./disagreement.ts";
import { manyAtOnce } from "./many-at-once.ts";
import { isStage, isWarmUp } from "./stages.ts";
import { Unreadable } from "../unreadable.ts";

const duration = ascii("http_req_duration");
const failedMetric = ascii("http_req_failed");
const vus = ascii("vus");
/** 30 days, in milliseconds. */
const longestElapsed = 30 * 86_400_000;

/**
 * k6's JSON output (`k6 run --out json=FILE`): a line a sample. A request is a Point of http_req_duration, whose time is
 * the request's *end* (k6, lib/netext/httpext/tracer.go: every sample of a request carries Trail.EndTime), whose value is
 * milliseconds with fractions and leaves out waiting for a connection. It failed where its tag expected_response is
 * "false". The concurrency of a request is the last `vus` written before it. Latencies are counted in microseconds.
 */
export const k6Ndjson = loadFormat({
  name: "k6-ndjson",
  title: "k6 NDJSON",
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
  nothing: "There is no point of http_req_duration: the run asked for nothing over HTTP",
  recognises,
  file: (name, _head, run) => new K6Lines(name, run),
});

function recognises({ text }: Head): boolean {
  const [first = ""] = text.trimStart().split("\n", 1);
  return first.startsWith("{") && /"type":\s*"(Metric|Point)"/.test(first) && /"metric":\s*"/.test(first);
}

class K6Lines implements RunFile {
  readonly #run: Run;
  readonly #name: string;
  readonly #lines: LineScanner;
  readonly #instants: Instants;
  readonly #point = new Point();
  #users = -1;
  #requests = 0;
  #failed = 0;
  #failedPoints = 0;
  #failedOnes = 0;

  constructor(name: string, run: Run) {
    this.#run = run;
    this.#name = name;
    this.#instants = new Instants(run.zone);
    this.#lines = new LineScanner(name, (buffer, from, to, line) => this.#line(buffer, from, to, line));
  }

  write(chunk: Uint8Array): void {
    this.#lines.write(chunk);
  }

  end(): void {
    this.#lines.end();
    const message = disagreement(this.#requests, this.#failed, this.#failedPoints, this.#failedOnes);
    if (message !== undefined) this.#run.remark("failures-disagree", message);
  }

  #line(buffer: Uint8Array, from: number, to: number, line: number): void {
    const reason = this.#use(buffer, from, to);
    if (reason !== null) this.#run.findings.reject(line, reason, this.#name);
  }

  /** Null where the line was usable or of no interest, else why not. */
  #use(buffer: Uint8Array, from: number, to: number): Unreadable | null {
    const point = this.#point;
    if (!point.begin(buffer, from, to)) return new Unreadable("the-line-is-cut-off-or-not");
    const isRequest = point.is(duration);
    const isFailed = !isRequest && point.is(failedMetric);
    if (!isRequest && !isFailed && !point.is(vus)) return null;
    point.json.set(buffer, from, to);
    if (!point.read()) return new Unreadable("the-line-is-cut-off-or-not");
    if (!point.isPoint) return null;
    const { group, scenario, warmUp } = point;
    const warms = warmUp.to > warmUp.from || isWarmUp(buffer, scenario.from, scenario.to);
    if (warms || isStage(buffer, group.from, group.to)) {
      if (isRequest) this.#leaveOut();
      return null;
    }
    if (isRequest) return this.#request(buffer);
    if (isFailed) {
      this.#failedPoints += 1;
      if (point.value > 0) this.#failedOnes += 1;
    } else this.#users = Number.isInteger(point.value) && point.value < 0x7ffffff ? point.value : -1;
    return null;
  }

  #leaveOut(): void {
    this.#run.setUp += 1;
    this.#run.findings.rowCount += 1;
  }

  #request(buffer: Uint8Array): Unreadable | null {
    const { value, time, expected, status } = this.#point;
    if (value < 0 || value > longestElapsed) return new Unreadable("no-number-of-milliseconds", { name: "value" });
    const end = this.#instants.at(buffer, time.from, time.to);
    if (!plausible(end))
      return new Unreadable("no-time-from-2000", {
        name: "time",
        written: shorten(textAt(buffer, time.from, time.to)),
      });
    const failed = failedOf(buffer, expected.from, expected.to, status.from, status.to);
    if (failed === undefined) return neither;
    this.#requests += 1;
    if (failed) this.#failed += 1;
    this.#run.findings.rowCount += 1;
    this.#run.tally.add(end - value, value, failed, this.#users);
    this.#label(buffer, value, failed);
    return null;
  }

  #label(buffer: Uint8Array, value: number, failed: boolean): void {
    const { tally } = this.#run;
    const { name, url } = this.#point;
    const span = name.to > name.from ? name : url;
    const units = tally.unitsOf(value);
    if (span.to === span.from) {
      this.#run.labelled = false;
    } else if (!escapedIn(buffer, span)) tally.labels.add(buffer, span.from, span.to, units, failed);
    else {
      const { json } = this.#point;
      json.from = span.from;
      json.to = span.to;
      json.escaped = true;
      const label = Buffer.from(json.text());
      tally.labels.add(label, 0, label.length, units, failed);
    }
  }
}

function escapedIn(buffer: Uint8Array, { from, to }: Span): boolean {
  for (let i = from; i < to; i += 1) if (buffer[i] === 0x5c) return true;
  return false;
}
