import type { LoadMeasurement } from "../../domain/evidence/measurement.ts";
import { transcoded } from "../encoding.ts";
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
import { isUnreadable } from "../unreadable.ts";
import { Limits } from "../limits.ts";
import { LineScanner } from "../load/line-scanner.ts";
import { textAt } from "../load/bytes.ts";
import { reportOf } from "./ldjson-report.ts";
import { ReportTally } from "./ldjson-tally.ts";

/**
 * The reports that Locust's workers send their master, a line each, as Taurus keeps them (locust-workers.ldjson): since the
 * report before, for every name of request, how many there were in each second, how many failed, and a histogram of
 * response times that Locust rounds to two digits. What the versions of Locust mean is said in ldjson-tally.ts.
 */
export const locustLdjson: Format = {
  name: "locust-ldjson",
  title: "Locust line JSON",
  version: 1,
  kind: "load",
  closedLoop: true,
  recognises: ({ text }: Head) => {
    const [first = ""] = text
      .replace(/^\uFEFF/, "")
      .trimStart()
      .split("\n", 1);
    // The first report may be longer than the head.
    return first.startsWith("{") && /"stats":\s*\[/.test(first) && /"num_reqs_per_sec":\s*\{/.test(first);
  },
  open: (options) => new LdjsonReader(options),
};

class LdjsonReader implements PieceReader {
  readonly #findings: Findings;
  readonly #tally: ReportTally;

  constructor(options: ReadOptions) {
    this.#findings = new Findings(new Limits(options));
    this.#tally = new ReportTally(this.#findings.limits);
  }

  file(name: string, head: Head): FileSink {
    const lines = new LineScanner(name, (buffer, from, to, line) => {
      const report = reportOf(textAt(buffer, from, to));
      if (isUnreadable(report)) this.#findings.reject(line, report, name);
      else {
        this.#findings.rowCount += 1;
        this.#tally.add(report);
      }
    });
    return transcoded({ write: (chunk) => lines.write(chunk), end: () => lines.end() }, head.encoding);
  }

  finish(): PieceResult {
    const figures = this.#tally.figures(this.#findings);
    if (figures === null) throw this.#nothing();
    const head = { format: locustLdjson.title, ...this.#findings.ofRows() };
    const load: LoadMeasurement = figures.load;
    return { kind: "measured", measurement: { ...load, from: figures.from, to: figures.to, ...head } };
  }

  #nothing(): Refused {
    const [first] = this.#findings.rejected;
    const message =
      first === undefined
        ? "There is no request in any report"
        : `None of the ${this.#findings.rowCount} reports can be used; line ${first.row}: ${first.reason}`;
    return new Refused({ ...(first === undefined ? {} : { row: first.row }), code: "no-usable-row", message });
  }
}
