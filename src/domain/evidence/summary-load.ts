import { clusterSums } from "../statistics/clustered.ts";
import { blocks } from "./slice-blocks.ts";
import type { LoadMeasurement, LoadStep, MeasurementHead, Slice } from "./measurement.ts";
import { rates } from "./rates.ts";
import type { LoadStatistics, LoadStepStatistics, WithinStatistics } from "./statistics.ts";
import { head } from "./summary-head.ts";

/** Sums over the 10 s slices; a step's rate is taken over its full slices. */
export function loadStatistics(measurement: LoadMeasurement & MeasurementHead): LoadStatistics {
  const { requests, failures, durationSeconds, throughputPerSecond, latencyMs, slices, steps } = measurement;
  const level = measurement.within?.ms;
  return {
    kind: "load",
    ...head(measurement),
    requests,
    ...(failures === undefined ? {} : { failures }),
    durationSeconds,
    throughputPerSecond,
    latencyMs: { ...latencyMs },
    failed: slices === undefined ? null : failed(slices),
    within: slices === undefined ? null : within(slices, level),
    ...(slices === undefined ? {} : inBlocks(slices, level)),
    steps: steps?.map(step) ?? null,
  };
}

function step(measured: LoadStep): LoadStepStatistics {
  const { concurrency, seconds, requests, failures, throughputPerSecond, slices } = measured;
  const full = slices.filter((slice) => slice.seconds === 10);
  return {
    concurrency,
    seconds,
    requests,
    failures,
    throughputPerSecond,
    rate: rates(full.map((slice) => slice.requests / slice.seconds)),
    failed: failed(slices),
    within: within(slices, measured.within?.ms),
    ...(slices.length === 0 ? {} : inBlocks(slices, measured.within?.ms)),
  };
}

function inBlocks(
  slices: readonly Slice[],
  ms: number | undefined,
): Pick<LoadStatistics, "failedBlocks" | "withinBlocks"> {
  return {
    failedBlocks: blocks(slices, ({ failures }) => failures),
    ...(timed(slices, ms) ? { withinBlocks: blocks(slices, ({ within = 0 }) => within) } : {}),
  };
}

function failed(slices: readonly Slice[]) {
  return clusterSums(slices.map((slice) => [slice.requests, slice.failures]));
}

function within(slices: readonly Slice[], ms: number | undefined): WithinStatistics | null {
  if (!timed(slices, ms)) return null;
  return { ms, ...clusterSums(slices.map((slice) => [slice.requests, slice.within ?? 0])) };
}

function timed(slices: readonly Slice[], ms: number | undefined): ms is number {
  return ms !== undefined && slices.every((slice) => slice.within !== undefined);
}
