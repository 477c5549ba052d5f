import type { VolumeRun } from "../domain/evidence/measurement.ts";
import type { Findings } from "./format.ts";
import { volume } from "./layouts/volume.ts";
import { LeftOut } from "./people/left-out.ts";
import { tableFormat } from "./table.ts";
import { noData, type Row, type TableReading } from "./table-reading.ts";
import { isUnreadable, Unreadable } from "./unreadable.ts";

/**
 * Runs of a data-processing job (layout "volume-csv"): records and bytes handled, seconds taken, records failed, of
 * which there are at most as many as records.
 */
export const volumeCsv = tableFormat({
  layout: volume,
  version: 4,
  changes: [
    { version: 2, change: "further encodings; a heading that stands twice refuses the file" },
    {
      version: 3,
      change: "further ways of writing a time; a day begins with its first minute; decimal commas and parted thousands",
    },
    { version: 4, change: "a row that sums up the others is left out" },
  ],
  streamed: false,
  reading: (_options, findings) => new VolumeReading(findings),
});

/** No run takes longer; beyond it, times have no end that a calendar knows. */
const longestSeconds = 10 * 366 * 86_400;

class VolumeReading implements TableReading {
  readonly #findings: Findings;
  readonly #leftOut: LeftOut;
  readonly #runs: VolumeRun[] = [];
  #from = Infinity;
  #to = -Infinity;
  /** Whether the last run is told from a sum: it says when it began. */
  #lastBegan = false;

  constructor(findings: Findings) {
    this.#findings = findings;
    this.#leftOut = new LeftOut(findings, ["start"], false);
  }

  row(row: Row): Unreadable | null {
    if (this.#leftOut.has(row)) return noData;
    const records = row.whole("records");
    if (isUnreadable(records)) return records;
    const bytes = row.whole("bytes");
    if (isUnreadable(bytes)) return bytes;
    const seconds = row.number("seconds");
    if (isUnreadable(seconds)) return seconds;
    if (seconds === 0) return new Unreadable("not-above-0", { name: "seconds" });
    if (seconds > longestSeconds) return new Unreadable("seconds-must-be-at-most-ten-years");
    const failures = row.whole("failures");
    if (isUnreadable(failures)) return failures;
    if (failures > records) return new Unreadable("failures-of-records", { failures, records });
    const began = row.cell("start") === "" ? undefined : row.time("start");
    if (isUnreadable(began)) return began.at("start");
    if (began !== undefined) this.#span(began, began + seconds * 1000);
    this.#runs.push({ records, bytes, seconds, failures });
    this.#lastBegan = began !== undefined;
    return null;
  }

  figures() {
    if (this.#runs.length === 0) return null;
    this.#leftOut.tell();
    const runs = this.#withoutSum();
    const period =
      this.#to < this.#from ? {} : { from: new Date(this.#from).toISOString(), to: new Date(this.#to).toISOString() };
    return { kind: "volume" as const, ...period, runs };
  }

  /** A last row without a beginning whose every figure is the sum of the rows above it. */
  #withoutSum(): readonly VolumeRun[] {
    const [last, above] = [this.#runs.at(-1), this.#runs.slice(0, -1)];
    if (last === undefined || above.length < 2 || this.#lastBegan) return this.#runs;
    const isSum = (of: (run: VolumeRun) => number): boolean =>
      Math.abs(above.reduce((sum, run) => sum + of(run), 0) - of(last)) <= 1e-9 * of(last);
    const figures = [(run: VolumeRun) => run.records, (run: VolumeRun) => run.bytes, (run: VolumeRun) => run.failures];
    if (!figures.every(isSum)) return this.#runs;
    this.#findings.warn("rows-sum", "1 row is left out: its figures are the sums of the others");
    return above;
  }

  #span(from: number, to: number): void {
    this.#from = Math.min(this.#from, from);
    this.#to = Math.max(this.#to, to);
  }
}
