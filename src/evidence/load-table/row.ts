import type { Latency } from "../../domain/evidence/measurement.ts";
import { parseNumber, parseWhole } from "../number.ts";
import type { Row } from "../table-reading.ts";
import { shorten } from "../time.ts";
import { isUnreadable, Unreadable } from "../unreadable.ts";

/** One row of a table of load levels. */
export interface LoadRow {
  /** ≥ 1 */
  readonly concurrency: number;
  readonly requests: number;
  /** Absent where the table has no count of errors and no share of them. */
  readonly failures?: number;
  readonly throughputPerSecond: number;
  /** requests / throughput */
  readonly seconds: number;
  readonly latencyMs: Latency;
  /** Every heading and cell, to tell rows of one concurrency apart. */
  readonly cells: readonly (readonly [heading: string, text: string])[];
  readonly line: number;
}

export function loadRow(row: Row): LoadRow | Unreadable {
  const concurrency = parseWhole(row.cell("concurrency"), "concurrency");
  if (isUnreadable(concurrency)) return concurrency;
  if (concurrency === 0) return new Unreadable("not-above-0", { name: "concurrency" });
  const requests = parseWhole(row.cell("requests"), "requests");
  if (isUnreadable(requests)) return requests;
  if (requests === 0) return new Unreadable("not-above-0", { name: "requests" });
  const failures = failuresOf(row, requests);
  if (isUnreadable(failures)) return failures;
  const throughputPerSecond = rateOf(row.cell("throughput"));
  if (isUnreadable(throughputPerSecond)) return throughputPerSecond;
  const latencyMs = latencyOf(row);
  if (isUnreadable(latencyMs)) return latencyMs;
  return {
    concurrency,
    requests,
    ...(failures === undefined ? {} : { failures }),
    throughputPerSecond,
    seconds: Math.round((requests / throughputPerSecond) * 1e6) / 1e6,
    latencyMs,
    cells: row.cells(),
    line: row.line,
  };
}

/** A count, or a share in per cent; what is neither there is not guessed. */
function failuresOf(row: Row, requests: number): number | Unreadable | undefined {
  const text = row.cell("failures");
  const share = row.cell("error_percent").replace(/\s?%$/, "");
  if (text === "" && isUntold(row, share)) return new Unreadable("error-share-untold", { text: shorten(share) });
  if (text === "" && share === "") return undefined;
  const failures = text === "" ? parseNumber(share, "error %") : parseWhole(text, "failures");
  if (isUnreadable(failures)) return failures;
  if (text === "")
    return failures > 100 ? new Unreadable("error-over-100", { failures }) : Math.round((failures / 100) * requests);
  return failures > requests ? new Unreadable("failures-of-requests", { failures, requests }) : failures;
}

/** "0.02" under 错误率 is two in a hundred or two in ten thousand. */
function isUntold(row: Row, share: string): boolean {
  const saysPercent = /%|percent|百分/i.test(row.heading("error_percent") + row.cell("error_percent"));
  return !saysPercent && Number(share) > 0 && Number(share) <= 1;
}

const units: Readonly<Record<string, number>> = { "": 1, s: 1, sec: 1, second: 1, min: 60, minute: 60, hour: 3600 };

/** JMeter writes 12.5/sec, 3.4/min or 7/hour where the rate is low. */
export function rateOf(text: string): number | Unreadable {
  const [, digits = text, unit = ""] = /^([\d.eE+-]{1,30})\s?\/\s?([a-z]{1,6})$/.exec(text) ?? [];
  const per = units[unit];
  if (per === undefined) return new Unreadable("throughput-is-not-a-rate", { text: shorten(text) });
  const rate = parseNumber(digits, "throughput");
  if (isUnreadable(rate)) return rate;
  return rate === 0 ? new Unreadable("not-above-0", { name: "throughput" }) : rate / per;
}

const absent = new Set(["", "n/a", "na", "-", "–"]);

function latencyOf(row: Row): Latency | Unreadable {
  const latency: Record<string, number> = {};
  for (const name of ["mean", "p50", "p90", "p95", "p99", "max"] as const) {
    const text = row.cell(name);
    if (absent.has(text.toLowerCase())) continue;
    const value = parseNumber(text, name);
    if (isUnreadable(value)) return value;
    latency[name] = value;
  }
  return latency;
}
