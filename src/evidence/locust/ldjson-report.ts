import { membersOf } from "../whole-files.ts";
import { isUnreadable, Unreadable } from "../unreadable.ts";

/** What a report says of one name of request since the report before. */
export interface ReportEntry {
  readonly label: string;
  readonly requests: number;
  readonly failures: number;
  /** Requests without a response time. */
  readonly untimed: number;
  /** Milliseconds in all. */
  readonly totalMs: number;
  readonly maxMs: number;
  /** Requests by epoch second of their end. */
  readonly perSecond: ReadonlyMap<number, number>;
  /** Failures by epoch second; null where the version of Locust does not write them. */
  readonly failuresPerSecond: ReadonlyMap<number, number> | null;
  /** Requests by response time, rounded by Locust to two digits. */
  readonly times: ReadonlyMap<number, number>;
}

const earliest = Date.UTC(2000, 0, 1) / 1000;
const latest = Date.UTC(2100, 0, 1) / 1000;
const longestMs = 30 * 86_400_000;

/** @returns the report's entries, or why the line is none */
export function reportOf(line: string): readonly ReportEntry[] | Unreadable {
  const report = membersOf(parsed(line));
  if (report === null) return new Unreadable("the-line-is-cut-off-or-not");
  const { stats } = report;
  if (!Array.isArray(stats)) return new Unreadable("the-report-has-no-list-stats");
  const entries: ReportEntry[] = [];
  for (const item of stats) {
    const entry = entryOf(membersOf(item) ?? {});
    if (isUnreadable(entry)) return entry;
    entries.push(entry);
  }
  return entries;
}

function entryOf(stats: Readonly<Record<string, unknown>>): ReportEntry | Unreadable {
  const { name, method } = stats;
  const [requests, failures] = [count(stats["num_requests"]), count(stats["num_failures"])];
  if (requests === undefined) return new Unreadable("no-count", { name: "num_requests" });
  if (failures === undefined) return new Unreadable("no-count", { name: "num_failures" });
  const perSecond = counts(stats["num_reqs_per_sec"], earliest, latest);
  if (perSecond === null) return new Unreadable("num-reqs-per-sec-is-not-a");
  const times = counts(stats["response_times"], 0, longestMs);
  if (times === null) return new Unreadable("response-times-is-not-a-count-of");
  const perSecondFailed =
    stats["num_fail_per_sec"] === undefined ? null : counts(stats["num_fail_per_sec"], earliest, latest);
  if (perSecondFailed === null && stats["num_fail_per_sec"] !== undefined)
    return new Unreadable("num-fail-per-sec-is-not-a");
  if (sum(perSecond) !== requests)
    return new Unreadable("requests-but-by-second", { requests, counted: sum(perSecond) });
  if (perSecondFailed !== null && sum(perSecondFailed) !== failures)
    return new Unreadable("failures-but-by-second", { failures, counted: sum(perSecondFailed) });
  const untimed = count(stats["num_none_requests"]) ?? 0;
  if (sum(times) + untimed !== requests)
    return new Unreadable("requests-but-response-times", { requests, counted: sum(times) });
  return {
    label: [method, name].filter((part) => typeof part === "string" && part !== "").join(" "),
    requests,
    failures,
    untimed,
    totalMs: figure(stats["total_response_time"]) ?? 0,
    maxMs: figure(stats["max_response_time"]) ?? 0,
    perSecond,
    failuresPerSecond: perSecondFailed,
    times,
  };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function figure(value: unknown): number | undefined {
  return typeof value === "number" && value >= 0 && value < 1e15 ? value : undefined;
}

function count(value: unknown): number | undefined {
  const number = figure(value);
  return number !== undefined && Number.isInteger(number) ? number : undefined;
}

function sum(counted: ReadonlyMap<number, number>): number {
  return [...counted.values()].reduce((total, count) => total + count, 0);
}

/** A JSON object whose keys are numbers in a range and whose values are counts. */
function counts(value: unknown, least: number, below: number): ReadonlyMap<number, number> | null {
  const members = membersOf(value);
  if (members === null) return null;
  const counted = new Map<number, number>();
  for (const [key, text] of Object.entries(members)) {
    const number = /^\d{1,12}(\.\d{1,9})?$/.test(key) ? Number(key) : NaN;
    const times = count(text);
    if (!(number >= least && number < below) || times === undefined) return null;
    counted.set(number, times);
  }
  return counted;
}
