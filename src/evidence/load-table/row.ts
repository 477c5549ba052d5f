import type { Latency } from "../../domain/evidence/measurement.ts";
import { parseNumber, parseWhole } from "../number.ts";
import type { Row } from "../table.ts";
import { shorten } from "../time.ts";

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

export function loadRow(row: Row): LoadRow | string {
  const concurrency = parseWhole(row.cell("concurrency"), "concurrency");
  if (typeof concurrency === "string") return concurrency;
  if (concurrency === 0) return "concurrency must be more than 0";
  const requests = parseWhole(row.cell("requests"), "requests");
  if (typeof requests === "string") return requests;
  if (requests === 0) return "requests must be more than 0";
  const failures = failuresOf(row, requests);
  if (typeof failures === "string") return failures;
  const throughputPerSecond = rateOf(row.cell("throughput"));
  if (typeof throughputPerSecond === "string") return throughputPerSecond;
  const latencyMs = latencyOf(row);
  if (typeof latencyMs === "string") return latencyMs;
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
function failuresOf(row: Row, requests: number): number | string | undefined {
  const text = row.cell("failures");
  const share = row.cell("error_percent").replace(/\s?%$/, "");
  if (text === "" && share === "") return undefined;
  const failures = text === "" ? parseNumber(share, "error %") : parseWhole(text, "failures");
  if (typeof failures === "string") return failures;
  if (text === "")
    return failures > 100 ? `error % ${failures} is more than 100` : Math.round((failures / 100) * requests);
  return failures > requests ? `${failures} failures of ${requests} requests` : failures;
}

const units: Readonly<Record<string, number>> = { "": 1, s: 1, sec: 1, second: 1, min: 60, minute: 60, hour: 3600 };

/** JMeter writes 12.5/sec, 3.4/min or 7/hour where the rate is low. */
function rateOf(text: string): number | string {
  const [, digits = text, unit = ""] = /^([\d.eE+-]{1,30})\s?\/\s?([a-z]{1,6})$/.exec(text) ?? [];
  const per = units[unit];
  if (per === undefined) return `throughput “${shorten(text)}” is not a rate`;
  const rate = parseNumber(digits, "throughput");
  if (typeof rate === "string") return rate;
  return rate === 0 ? "throughput must be more than 0" : rate / per;
}

const absent = new Set(["", "n/a", "na", "-", "–"]);

function latencyOf(row: Row): Latency | string {
  const found: Record<string, number> = {};
  for (const name of ["mean", "p50", "p90", "p95", "p99", "max"] as const) {
    const text = row.cell(name);
    if (absent.has(text.toLowerCase())) continue;
    const value = parseNumber(text, name);
    if (typeof value === "string") return value;
    found[name] = value;
  }
  return found;
}
