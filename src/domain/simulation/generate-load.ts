import { blockSeconds, poolRuns, runOf } from "../statistics/clustered.ts";
import type { LoadStatistics, LoadStepStatistics } from "../evidence/statistics.ts";
import { rates } from "../evidence/rates.ts";
import { failedOf, withinOf } from "../measures/load.ts";
import type { RunSums } from "../statistics/clustered.ts";
import type { Nuisance, Samples, Truth } from "./pilot.ts";
import type { Random } from "./random.ts";
import { eachStalledSlice } from "./stalls.ts";

/** Requests in a slice of 10 s at the demand: enough that requests by themselves are no noise to speak of. */
const TRIALS_AT_DEMAND = 200;
const REQUESTS_PER_SECOND = TRIALS_AT_DEMAND / 10;
const SHORT_SLICES = 30;

/** Demand of the simulated technology, requests a second. */
export const simulatedDemand = REQUESTS_PER_SECOND;

/** What requests meet at one load. */
interface Quality {
  readonly failed: number;
  readonly within: number;
}

/** One load run: a short level under the demand, the long one, and two short ones over it. */
export function generateLoad(
  truth: Truth,
  nuisance: Nuisance,
  samples: Samples,
  limits: Quality,
  latencyMs: number,
  random: Random,
): LoadStatistics {
  const slices = Math.max(1, Math.round((samples.loadHours * 360) / samples.loadRuns));
  const tilt = Math.max(0, 1 + nuisance.siteSpread * (samples.loadRuns > 1 ? random.normal() : 0));
  const own = {
    failed: Math.min(1, truth.failedShare * tilt),
    within: 1 - Math.min(1, (1 - truth.withinShare) * tilt),
  };
  const { loadLevel } = samples;
  const levels = [
    { load: 0.6, slices: SHORT_SLICES },
    { load: loadLevel, slices },
    { load: loadLevel * 1.25, slices: SHORT_SLICES },
    { load: loadLevel * 1.6, slices: SHORT_SLICES },
  ];
  const steps = levels.map(({ load, slices: count }, at) =>
    generateStep((at + 1) * 10, load, count, under(load, truth.headroom, own, limits), nuisance, latencyMs, random),
  );
  const failed = poolRuns(steps.flatMap((step) => failedOf(step) ?? []));
  const within = poolRuns(steps.flatMap((step) => withinOf(step) ?? []));
  const requests = steps.reduce((sum, step) => sum + step.requests, 0);
  const seconds = steps.reduce((sum, step) => sum + step.seconds, 0);
  return {
    kind: "load",
    rows: requests,
    rejected: 0,
    requests,
    failures: failed.slices.events,
    durationSeconds: seconds,
    throughputPerSecond: requests / seconds,
    ...measured(failed, within, latencyMs),
    steps,
  };
}

const measured = (failed: RunSums, within: RunSums, ms: number) => ({
  failed: failed.slices,
  within: { ms, ...within.slices },
  failedBlocks: failed.blocks,
  withinBlocks: within.blocks,
});

/** Under more load than the technology truly carries both shares grow worse than the service level, the further the more. */
function under(load: number, headroom: number, own: Quality, limits: Quality): Quality {
  if (load <= headroom) return own;
  const beyond = 1 + 30 * Math.max(0, load / headroom - 1.01);
  return {
    failed: Math.min(1, Math.max(own.failed, limits.failed * beyond)),
    within: Math.max(0, Math.min(own.within, 1 - (1 - limits.within) * beyond)),
  };
}

function generateStep(
  concurrency: number,
  load: number,
  slices: number,
  quality: Quality,
  nuisance: Nuisance,
  latencyMs: number,
  random: Random,
): LoadStepStatistics {
  const trials = Math.round(TRIALS_AT_DEMAND * load);
  const failed = failures(slices, trials, quality.failed, nuisance, random);
  const within = inTime(slices, trials, quality.within, nuisance, random);
  const perSecond = trials / 10;
  const run = (events: readonly number[]): RunSums =>
    runOf(
      events.map((e) => [trials, e]),
      blockSeconds,
    );
  return {
    concurrency,
    seconds: slices * 10,
    requests: trials * slices,
    failures: failed.reduce((a, b) => a + b, 0),
    throughputPerSecond: perSecond,
    rate: rates(failed.map((_, i) => perSecond * (1 + (i % 2 === 0 ? 0.01 : -0.01)))),
    ...measured(run(failed), run(within), latencyMs),
  };
}

/** Stalls come at random and last what they last: every request in them fails. */
function failures(slices: number, trials: number, share: number, { stallSeconds }: Nuisance, random: Random): number[] {
  if (stallSeconds === 0) return Array.from({ length: slices }, () => random.binomial(trials, share));
  const events = new Array<number>(slices).fill(0);
  eachStalledSlice(share, slices * 10, stallSeconds, random, (slice, part) => {
    events[slice] = (events[slice] ?? 0) + part * trials;
  });
  return events.map((e) => Math.min(trials, Math.round(e)));
}

/** Slow times and others by a Markov chain: a slice's share keeps its mean exactly and its correlation falls by ρ a slice. */
function inTime(
  slices: number,
  trials: number,
  share: number,
  { sliceCorrelation, sliceSpread }: Nuisance,
  random: Random,
): number[] {
  const slow = 0.1;
  const drop = Math.min(sliceSpread / Math.sqrt(slow * (1 - slow)), (1 - share) / slow, share / (1 - slow));
  const [high, low] = [share + slow * drop, share - (1 - slow) * drop];
  let isSlow = random.uniform() < slow;
  return Array.from({ length: slices }, () => {
    const events = random.binomial(trials, isSlow ? low : high);
    if (random.uniform() >= sliceCorrelation) isSlow = random.uniform() < slow;
    return events;
  });
}
