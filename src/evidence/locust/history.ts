import type { Findings, Format } from "../format.ts";
import { Refused } from "../refused.ts";
import { parseNumber, parseWhole } from "../number.ts";
import { tableFormat } from "../table.ts";
import type { Row, TableReading } from "../table-reading.ts";
import { figuresOf } from "./history-figures.ts";
import { isTotal, locustHistoryLayout } from "./stats-layout.ts";
import { latencyOf } from "./stats.ts";
import { runOf, type HistoryRun, type Sample } from "./samples.ts";
import { isUnreadable, Unreadable } from "../unreadable.ts";

/**
 * Locust's statistics over time: what had been counted up to each instant, and how many users there were. Slices and
 * load levels are the differences of these sums. Percentiles are of a moving window and cannot be put together; the
 * median, the mean and the maximum of the run are there.
 */
export const locustHistory: Format = {
  ...tableFormat({
    layout: locustHistoryLayout,
    version: 1,
    streamed: true,
    keepsRows: true,
    reading: (_options, findings) => new HistoryReading(findings),
  }),
  closedLoop: true,
};

class HistoryReading implements TableReading {
  readonly #findings: Findings;
  readonly #files = new Map<string, Sample[]>();

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  row(row: Row): Unreadable | null {
    const sample = sampleOf(row);
    if (isUnreadable(sample)) return sample;
    if (!isTotal(row.cell("name"))) return null;
    const samples = this.#files.get(row.file);
    if (samples === undefined) this.#files.set(row.file, [sample]);
    else samples.push(sample);
    return null;
  }

  figures() {
    const runs = [...this.#files.values()].flatMap((samples) => runOf(samples, this.#findings) ?? []);
    const inOrder = runs.sort((a, b) => a.first.time - b.first.time);
    return inOrder.length === 0 ? null : figuresOf(apart(inOrder), this.#findings);
  }
}

/** Runs at the same time would have to be put together user by user. */
function apart(runs: readonly HistoryRun[]): readonly HistoryRun[] {
  const overlaps = runs.some((run, i) => run.first.time < (runs[i - 1]?.last.time ?? -Infinity));
  if (!overlaps) return runs;
  const message = "The files' times overlap: attach each run as a piece of its own";
  throw new Refused({ code: "overlapping-runs", message });
}

/** The year 3000: what lies beyond is no time in seconds. */
const latest = 32_503_680_000;

function sampleOf(row: Row): Sample | Unreadable {
  const time = parseNumber(row.cell("timestamp"), "timestamp");
  if (isUnreadable(time)) return time;
  if (time === 0 || time > latest) return new Unreadable("timestamp-is-no-time-in-seconds", { time });
  const users = parseWhole(row.cell("users"), "users");
  if (isUnreadable(users)) return users;
  const requests = parseWhole(row.cell("requests"), "requests");
  if (isUnreadable(requests)) return requests;
  const failures = parseWhole(row.cell("failures"), "failures");
  if (isUnreadable(failures)) return failures;
  if (failures > requests) return new Unreadable("failures-of-requests", { failures, requests });
  return { time, users, requests, failures, latencyMs: requests === 0 ? {} : latencyOf(row) };
}
