import { CsvRecords, firstRecord, isSeparatorLine, withoutSeparatorLine } from "../csv.ts";
import {
  Findings,
  type FileSink,
  type Format,
  type Head,
  type PieceReader,
  type PieceResult,
  type ReadOptions,
} from "../format.ts";
import { Limits } from "../limits.ts";
import { Refused } from "../refused.ts";
import { parseTime } from "../time.ts";
import { isUnreadable, Unreadable } from "../unreadable.ts";
import { zoneNamed } from "../zone.ts";
import { sampleOf } from "./exposition.ts";
import { answerOf, unreadChange, UpSeries } from "./up-series.ts";

const title = "Grafana CSV";

const series = /^(?:up|probe_success)?\{.{1,2000}\}$|^(?:up|probe_success)$/;

/**
 * The data of a panel as Grafana downloads them, its series joined by time: the first column is Time, each other one a series
 * of `up` or `probe_success` named by its labels (up-series.ts). An empty cell is no sample. Times without a zone are local to
 * the piece's. Source: grafana.com/docs, "Download raw query results as CSV".
 */
export const grafanaCsv: Format = {
  name: "grafana-csv",
  title,
  version: 2,
  changes: [{ version: 2, change: unreadChange }],
  kind: "availability",
  recognises: ({ text }) => {
    const [time, ...others] = headingsIn(text);
    return time?.toLowerCase() === "time" && others.length > 0 && others.every((heading) => series.test(heading));
  },
  open: (options) => new PanelReader(options),
};

/** Grafana's "Download for Excel" writes “sep=,” above the headings. */
const headingsIn = (text: string): string[] =>
  (firstRecord(withoutSeparatorLine(text), ",") ?? []).map((heading) => heading.trim());

class PanelReader implements PieceReader {
  readonly #findings: Findings;
  readonly #series: UpSeries;
  readonly #options: ReadOptions;

  constructor(options: ReadOptions) {
    this.#options = options;
    this.#findings = new Findings(new Limits(options));
    this.#series = new UpSeries("grafana-csv", options.mapping, this.#findings);
  }

  file(name: string, head: Head): FileSink {
    const decoder = new TextDecoder(head.encoding);
    const headings = headingsIn(head.text);
    let atHeader = true;
    const records = new CsvRecords(",", name, (cells, line) => {
      if (atHeader) atHeader = isSeparatorLine(cells.join(","));
      else this.#row(headings, cells, { line, file: name });
    });
    return {
      write: (chunk) => records.write(decoder.decode(chunk, { stream: true })),
      end: () => {
        records.write(decoder.decode());
        records.end();
      },
    };
  }

  finish(): PieceResult {
    const figures = this.#series.figures();
    const { warnings, rejected } = this.#findings;
    if (figures === null) {
      const reason = rejected[0]?.reason ?? warnings[0]?.message ?? "it holds no sample";
      throw new Refused({ code: warnings[0]?.code ?? "no-usable-row", message: `${title}: ${reason}` });
    }
    return { kind: "measured", measurement: { ...figures, format: title, ...this.#findings.ofRows() } };
  }

  #row(
    [, ...headings]: readonly string[],
    [time = "", ...cells]: readonly string[],
    place: { readonly line: number; readonly file: string },
  ): void {
    const instant = parseTime(time, zoneNamed(this.#options.timeZone));
    if (isUnreadable(instant)) {
      this.#findings.reject(place.line, instant.at("Time"), place.file);
      return;
    }
    headings.forEach((heading, i) => {
      const cell = cells[i]?.trim() ?? "";
      if (cell === "") return;
      const fault = this.#sample(heading, cell, instant, place);
      if (fault === null) this.#findings.rowCount += 1;
      else this.#findings.reject(place.line, fault, place.file);
    });
  }

  #sample(
    heading: string,
    cell: string,
    instant: number,
    { line, file }: { readonly line: number; readonly file: string },
  ): Unreadable | null {
    const sample = sampleOf(`${heading.startsWith("{") ? `up${heading}` : heading} 1`);
    if (sample === undefined || sample === null) return new Unreadable("the-heading-names-no-series");
    const { metric, labels } = sample;
    if (!this.#series.takes(labels)) return null;
    const answer = answerOf(cell);
    if (isUnreadable(answer)) {
      this.#series.unread(metric, labels, answer);
      return answer;
    }
    const log = this.#series.log(metric, labels);
    if (isUnreadable(log)) return log;
    this.#findings.limits.count("probe", { file, row: line });
    log.add(instant, answer);
    return null;
  }
}
