import type { Latency } from "../../domain/evidence/measurement.ts";
import { durationMs } from "../load/durations.ts";
import { latency } from "../load/latency.ts";
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
  if (connections === undefined) return new Unreadable("there-is-no-line-of-threads-and");
  const total = /^[ \t]{0,20}(\d{1,15}) requests in ([\d.]+)(us|ms|s|m|h),/m.exec(text);
  if (total === null) return new Unreadable("there-is-no-line-requests-in-the");
  const ms = durationMs(`${total[2] ?? ""}${total[3] ?? ""}`);
  if (ms === undefined || ms === 0) return new Unreadable("the-run-took-no-time");
  const completed = Number(total[1]);
  const [connect = 0, read = 0, write = 0, timeouts = 0] = socketErrors(text);
  const refused = Number(/^[ \t]{0,20}Non-2xx or 3xx responses:\s*(\d{1,15})/m.exec(text)?.[1] ?? 0);
  if (refused > completed) return new Unreadable("failed-answers-of", { refused, completed });
  if (completed + connect + read + write + timeouts === 0) return new Unreadable("there-is-not-a-single-request");
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
  const [, mean, max] = /^[ \t]{0,20}Latency\s+(\S+?)\s+\S+\s+(\S+?)\s/m.exec(text) ?? [];
  return latency({
    mean: durationMs(mean),
    p50: percentile(text, "50"),
    p90: percentile(text, "90"),
    p95: percentile(text, "95") ?? ofSpectrum(text, "0.950000"),
    p99: percentile(text, "99"),
    max: durationMs(max),
  });
}

function percentile(text: string, p: string): number | undefined {
  return durationMs(
    new RegExp(`^[ \\t]{0,20}${p}(?:\\.0{1,6})?%\\s+([\\d.]+(?:us|ms|s|m|h))\\s*$`, "m").exec(text)?.[1],
  );
}

/** A line of wrk2's detailed spectrum, in milliseconds. */
function ofSpectrum(text: string, share: string): number | undefined {
  const value = new RegExp(`^[ \\t]{0,20}([\\d.]+)\\s+${share}\\s+\\d+\\s`, "m").exec(text)?.[1];
  return durationMs(value === undefined ? undefined : `${value}ms`);
}
