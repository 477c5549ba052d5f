import type { Latency } from "../../domain/evidence/measurement.ts";
import { Unreadable } from "../unreadable.ts";

export interface WrkRun {
  readonly connections: number;
  /** True for wrk2: a rate was held. */
  readonly heldRate: boolean;
  /** Answers of any status. */
  readonly completed: number;
  /** Answers that are neither 2xx nor 3xx. */
  readonly refused: number;
  /** Connections refused, reads and writes that broke off. */
  readonly socketErrors: number;
  readonly timeouts: number;
  readonly seconds: number;
  readonly statedRate?: number;
  readonly latencyMs: Latency;
}

/** The block that one run of wrk or wrk2 prints, or why it cannot be used. */
export function wrkRun(text: string): WrkRun | Unreadable {
  const connections = /^[ \t]{0,20}\d+ threads? and (\d{1,9}) connections?/m.exec(text)?.[1];
  if (connections === undefined) return new Unreadable("there is no line of threads and connections");
  const total = /^[ \t]{0,20}(\d{1,15}) requests in ([\d.]+)(us|ms|s|m|h),/m.exec(text);
  if (total === null) return new Unreadable("there is no line “… requests in …”: the run was cut off");
  const ms = milliseconds(total[2], total[3]);
  if (ms === undefined || ms === 0) return new Unreadable("the run took no time");
  const completed = Number(total[1]);
  const [connect = 0, read = 0, write = 0, timeouts = 0] = socketErrors(text);
  const refused = Number(/^[ \t]{0,20}Non-2xx or 3xx responses:\s*(\d{1,15})/m.exec(text)?.[1] ?? 0);
  if (refused > completed) return new Unreadable(`${refused} failed answers of ${completed}`);
  if (completed + connect + read + write + timeouts === 0) return new Unreadable("there is not a single request");
  const rate = /^[ \t]{0,20}Requests\/sec:\s*([\d.]+)\s*$/m.exec(text)?.[1];
  return {
    connections: Number(connections),
    heldRate: /^[ \t]{0,20}Thread calibration:/m.test(text) || text.includes("HdrHistogram"),
    completed,
    refused,
    socketErrors: connect + read + write,
    timeouts,
    seconds: Math.round(ms * 1000) / 1e6,
    ...(rate === undefined || !Number.isFinite(Number(rate)) ? {} : { statedRate: Number(rate) }),
    latencyMs: completed === 0 ? {} : latencyOf(text),
  };
}

function socketErrors(text: string): number[] {
  const match =
    /^[ \t]{0,20}Socket errors: connect (\d{1,15}), read (\d{1,15}), write (\d{1,15}), timeout (\d{1,15})/m.exec(text);
  return match === null ? [] : match.slice(1).map(Number);
}

/** wrk2 prints a second, uncorrected distribution with -U: the first one counts. */
function latencyOf(text: string): Latency {
  const [, mean, meanUnit, max, maxUnit] =
    /^[ \t]{0,20}Latency\s+(\S+?)(us|ms|s|m|h)\s+\S+\s+(\S+?)(us|ms|s|m|h)\s/m.exec(text) ?? [];
  return {
    ...present("mean", milliseconds(mean, meanUnit)),
    ...present("p50", percentile(text, "50")),
    ...present("p90", percentile(text, "90")),
    ...present("p95", percentile(text, "95") ?? ofSpectrum(text, "0.950000")),
    ...present("p99", percentile(text, "99")),
    ...present("max", milliseconds(max, maxUnit)),
  };
}

function percentile(text: string, p: string): number | undefined {
  const [, value, unit] =
    new RegExp(`^[ \\t]{0,20}${p}(?:\\.0{1,6})?%\\s+([\\d.]+)(us|ms|s|m|h)\\s*$`, "m").exec(text) ?? [];
  return milliseconds(value, unit);
}

/** A line of wrk2's detailed spectrum, in milliseconds. */
function ofSpectrum(text: string, share: string): number | undefined {
  const value = new RegExp(`^[ \\t]{0,20}([\\d.]+)\\s+${share}\\s+\\d+\\s`, "m").exec(text)?.[1];
  return milliseconds(value, "ms");
}

const units: Readonly<Record<string, number>> = { us: 0.001, ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

function milliseconds(value: string | undefined, unit: string | undefined): number | undefined {
  if (value === undefined || unit === undefined || !/^\d{1,15}(\.\d{1,9})?$/.test(value)) return undefined;
  const ms = Number(value) * (units[unit] ?? NaN);
  return Number.isFinite(ms) ? Math.round(ms * 1e6) / 1e6 : undefined;
}

function present(name: keyof Latency, value: number | undefined): Latency {
  return value === undefined ? {} : { [name]: value };
}
