import type { Latency, Slice } from "../../domain/evidence/measurement.ts";
import type { Findings } from "../format.ts";

/** What had been counted up to an instant, in seconds since 1970. */
export interface Sample {
  readonly time: number;
  readonly users: number;
  readonly requests: number;
  readonly failures: number;
  readonly latencyMs: Latency;
}

/** The samples of one file, ascending in time, each instant once, the counts never falling. */
export interface HistoryRun {
  readonly samples: readonly Sample[];
  readonly first: Sample;
  readonly last: Sample;
}

/**
 * Null where nothing was counted between two instants. Where the counts fall, the tool began anew (--reset-stats, once
 * all users were there): what it forgot is left out here too.
 */
export function runOf(samples: readonly Sample[], findings: Findings): HistoryRun | null {
  const inOrder = samples.toSorted((a, b) => a.time - b.time || a.requests - b.requests);
  const falls = (sample: Sample, i: number): boolean => {
    const before = inOrder[i - 1];
    return before !== undefined && (sample.requests < before.requests || sample.failures < before.failures);
  };
  const reset = inOrder.findLastIndex(falls);
  if (reset > 0) findings.warn("counter-reset", "The counts begin anew within the run: what came before is left out");
  const usable = inOrder.slice(Math.max(0, reset)).filter((sample, i, all) => sample.time !== all[i + 1]?.time);
  const [first, last] = [usable[0], usable.at(-1)];
  if (first === undefined || last === undefined || last.requests === first.requests || last.time <= first.time)
    return null;
  if (first.requests > 0) {
    findings.warn(
      "before-first-row",
      `${first.requests} requests before the first row are left out: their time is unknown`,
    );
  }
  return { samples: usable, first, last };
}

/** What was counted between two samples. */
export function between(from: Sample, to: Sample): Slice {
  const seconds = Math.round((to.time - from.time) * 1000) / 1000;
  return { seconds, requests: to.requests - from.requests, failures: to.failures - from.failures };
}

/** The mean latency of what was counted between two samples, from the two means since the start. */
export function meanBetween(from: Sample, to: Sample): Latency {
  const { mean } = to.latencyMs;
  const before = from.requests === 0 ? 0 : from.latencyMs.mean;
  if (mean === undefined || before === undefined || to.requests === from.requests) return {};
  const between = (mean * to.requests - before * from.requests) / (to.requests - from.requests);
  return { mean: Math.max(0, between) };
}

const sliceSeconds = 10;

/**
 * Slices of 10 s between samples. A sample that came late makes its slice as much longer; null where more than one in
 * ten is not 10 s long, since the samples' interval then does not divide 10 s.
 */
export function slicesOf(samples: readonly Sample[]): Slice[] | null {
  const slices: Slice[] = [];
  let [from] = samples;
  for (const [i, sample] of samples.entries()) {
    if (from === undefined || sample.time - from.time <= 0) continue;
    if (sample.time - from.time < sliceSeconds && i < samples.length - 1) continue;
    slices.push(between(from, sample));
    from = sample;
  }
  const uneven = slices.slice(0, -1).filter(({ seconds }) => seconds !== sliceSeconds).length;
  return uneven * 10 > Math.max(0, slices.length - 1) ? null : slices;
}
