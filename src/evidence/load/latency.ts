import type { Latency } from "../../domain/evidence/measurement.ts";

/** Latencies in milliseconds, those that are known. */
export function latency(values: Readonly<{ [Name in keyof Latency]: number | undefined }>): Latency {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

/** The same from figures of which so many are a millisecond. */
export function latencyIn(perMs: number, values: Readonly<{ [Name in keyof Latency]: number | undefined }>): Latency {
  const ms = (value: number | undefined): number | undefined =>
    value === undefined ? undefined : Math.round((value / perMs) * 1e6) / 1e6;
  const { mean, p50, p90, p95, p99, max } = values;
  return latency({ mean: ms(mean), p50: ms(p50), p90: ms(p90), p95: ms(p95), p99: ms(p99), max: ms(max) });
}
