import type { VolumeRun } from "../domain/evidence/measurement.ts";
import { volume } from "./layouts/volume.ts";
import { tableFormat } from "./table.ts";
import type { Row, TableReading } from "./table-reading.ts";
import { isUnreadable, Unreadable } from "./unreadable.ts";

/**
 * Runs of a data-processing job (layout "volume-csv"): records and bytes handled, seconds taken, records failed, of
 * which there are at most as many as records.
 */
export const volumeCsv = tableFormat({
  layout: volume,
  version: 3,
  changes: [
    { version: 2, change: "further encodings; a heading that stands twice refuses the file" },
    {
      version: 3,
      change: "further ways of writing a time; a day begins with its first minute; decimal commas and parted thousands",
    },
  ],
  streamed: false,
  reading: () => new VolumeReading(),
});

/** No run takes longer; beyond it, times have no end that a calendar knows. */
const longestSeconds = 10 * 366 * 86_400;

class VolumeReading implements TableReading {
  readonly #runs: VolumeRun[] = [];
  #from = Infinity;
  #to = -Infinity;

  row(row: Row): Unreadable | null {
    const records = row.whole("records");
    if (isUnreadable(records)) return records;
    const bytes = row.whole("bytes");
    if (isUnreadable(bytes)) return bytes;
    const seconds = row.number("seconds");
    if (isUnreadable(seconds)) return seconds;
    if (seconds === 0) return new Unreadable("seconds must be more than 0");
    if (seconds > longestSeconds) return new Unreadable("seconds must be at most ten years");
    const failures = row.whole("failures");
    if (isUnreadable(failures)) return failures;
    if (failures > records) return new Unreadable(`${failures} failures of ${records} records`);
    const began = row.cell("start") === "" ? undefined : row.time("start");
    if (isUnreadable(began)) return began.at("start");
    if (began !== undefined) this.#span(began, began + seconds * 1000);
    this.#runs.push({ records, bytes, seconds, failures });
    return null;
  }

  figures() {
    if (this.#runs.length === 0) return null;
    const period =
      this.#to < this.#from ? {} : { from: new Date(this.#from).toISOString(), to: new Date(this.#to).toISOString() };
    return { kind: "volume" as const, ...period, runs: this.#runs };
  }

  #span(from: number, to: number): void {
    this.#from = Math.min(this.#from, from);
    this.#to = Math.max(this.#to, to);
  }
}
