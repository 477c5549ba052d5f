import {
  Findings,
  type FileSink,
  type Format,
  type Head,
  type PieceReader,
  type PieceResult,
  type ReadOptions,
} from "../format.ts";
import { Refused } from "../refused.ts";
import { Limits } from "../limits.ts";
import { sampleOf, type Sample } from "./exposition.ts";
import { isUnreadable, Unreadable } from "../unreadable.ts";
import { TextLines } from "./text-lines.ts";
import { answerOf, isUpMetric, sampleTime, unreadChange, UpSeries } from "./up-series.ts";

const title = "Prometheus text";
/** A line that is nothing else: prose has lines that begin with “up” as well. */
const sample = /^(?:up|probe_success)(?:\{.*\})?[ \t]+(?:[+-]?\d\S*|NaN|[+-]Inf)(?:[ \t]+\d[\d.]*)?[ \t]*\r?$/m;
const what = "ask for a range instead (/api/v1/query_range, or promtool tsdb dump-openmetrics) and attach its answer";

/**
 * Scrapes in Prometheus' text format or OpenMetrics, one or several in one or several files, with the series `up` or
 * `probe_success` (up-series.ts). Only lines with a time count: a scrape without times holds one instant that it does
 * not name.
 */
export const prometheusText: Format = {
  name: "prometheus-text",
  title,
  version: 3,
  changes: [
    { version: 2, change: "an interval for each stretch of probes instead of one for all" },
    { version: 3, change: unreadChange },
  ],
  kind: "availability",
  recognises: ({ text }) => {
    const metadata = /^# (?:HELP [a-zA-Z_:][\w:]*|TYPE [a-zA-Z_:][\w:]* [a-z]+\s*$)/m.test(text);
    return metadata || sample.test(text) || /^\{__name__="(?:up|probe_success)"/m.test(text);
  },
  open: (options) => new ExpositionReader(options),
};

const noSample = new Unreadable("not-a-sample-of-prometheus");
const noTime = new Unreadable("the-sample-has-no-time");

class ExpositionReader implements PieceReader {
  readonly #findings: Findings;
  readonly #series: UpSeries;
  #others = 0;
  #timeless = 0;

  constructor(options: ReadOptions) {
    this.#findings = new Findings(new Limits(options));
    this.#series = new UpSeries("prometheus-text", options.mapping, this.#findings);
  }

  file(name: string, head: Head): FileSink {
    const decoder = new TextDecoder(head.encoding);
    const lines = new TextLines(name, (line, row) => this.#line(line, row, name));
    return {
      write: (chunk) => lines.write(decoder.decode(chunk, { stream: true })),
      end: () => {
        lines.write(decoder.decode());
        lines.end();
      },
    };
  }

  finish(): PieceResult {
    const figures = this.#series.figures();
    if (figures === null) throw this.#nothing();
    return { kind: "measured", measurement: { ...figures, format: title, ...this.#findings.ofRows() } };
  }

  #line(line: string, row: number, file: string): void {
    if (line === "" || line.startsWith("#")) return;
    // Most lines of a scrape are other metrics: they are not worth taking apart.
    const sample = /^\s*(?:up\b|probe_success\b|\{)/.test(line) ? sampleOf(line) : null;
    if (sample === undefined) this.#broken(line, row, file);
    else if (sample === null || !isUpMetric(sample.metric)) this.#others += 1;
    else if (this.#series.takes(sample.labels)) this.#sample(sample, row, file);
  }

  /** What is broken in other metrics is not this reader's business. */
  #broken(line: string, row: number, file: string): void {
    if (/^\s*(?:up|probe_success)\b/.test(line)) this.#findings.reject(row, noSample, file);
    else this.#others += 1;
  }

  #sample({ metric, labels, value, time }: Sample, row: number, file: string): void {
    if (time === undefined) this.#timeless += 1;
    const instant = time === undefined ? noTime : sampleTime(Number(time));
    if (isUnreadable(instant)) {
      this.#findings.reject(row, instant, file);
      return;
    }
    const answer = answerOf(value);
    if (isUnreadable(answer)) {
      this.#findings.reject(row, answer, file);
      this.#series.unread(metric, labels, answer);
      return;
    }
    const log = this.#series.log(metric, labels);
    if (isUnreadable(log)) {
      this.#findings.reject(row, log, file);
      return;
    }
    this.#findings.limits.count("probe", { file, row });
    log.add(instant, answer);
    this.#findings.rowCount += 1;
  }

  #nothing(): Refused {
    const { rejected, rowCount, warnings } = this.#findings;
    if (this.#timeless > 0 && this.#timeless === rowCount) {
      const message = `${title}: a scrape without times holds one instant and no time that passed: ${what}`;
      return new Refused({ code: "no-times", message });
    }
    const [first] = rejected;
    if (first !== undefined && rejected.length === rowCount) {
      const message = `${title}: none of the ${rowCount} samples can be used; line ${first.row}: ${first.reason}`;
      return new Refused({ row: first.row, code: "no-usable-row", message });
    }
    const [warning] = warnings;
    if (warning !== undefined) return new Refused({ ...warning, message: `${title}: ${warning.message}` });
    const message = `${title}: neither up nor probe_success is among its ${this.#others} samples, so nothing says whether a service was up`;
    return new Refused({ code: "no-up-series", message });
  }
}
