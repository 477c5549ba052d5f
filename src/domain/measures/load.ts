import type {
  Blocks,
  Clustered,
  LoadStatistics,
  LoadStepStatistics,
  WithinStatistics,
} from "../evidence/statistics.ts";
import { clusterSums, poolClusters, poolRuns } from "../statistics/clustered.ts";
import type { ClusterSums, RunSums } from "../statistics/clustered.ts";
import { unknown } from "./finding.ts";
import type { MeasureFinding, Unknown } from "./finding.ts";
import type { MeasureContext, ScoringPiece } from "./context.ts";
import type { Yardstick } from "./yardstick.ts";
import { inForce, isUnknown } from "./in-force.ts";
import { runObserved } from "./observed.ts";
import { pooled } from "./pooled.ts";
import type { UnknownReason } from "./finding-parts.ts";
import { floorOf } from "./yardstick.ts";

/** Fewer slices of 10 s than this bound nothing (methods.md), whatever a policy says. */
const LEAST_SLICES = 30;

export const failedOf = ({ failed, failedBlocks }: LoadShares): RunSums | null => runSums(failed, failedBlocks);
export const withinOf = ({ within, withinBlocks }: LoadShares): RunSums | null => runSums(within, withinBlocks);

type LoadShares = Pick<LoadStatistics, "failed" | "within" | "failedBlocks" | "withinBlocks">;

const runSums = (slices: Clustered | null, blocks: readonly Blocks[] = []): RunSums | null =>
  slices === null ? null : { slices, blocks };

/**
 * Levels are judged up to and including the first, by concurrency, that carries what is asked for: the headroom's floor times
 * the demand. What a service does beyond is no fault of it. Where no level gets there, or nothing lies beyond: the whole run.
 * Requests at no level, where the concurrency wandered, are judged too, as one stretch: they may be just the bad ones.
 */
export function sumsOf(
  load: LoadStatistics,
  context: MeasureContext,
  of: (measured: LoadShares) => RunSums | null,
): RunSums | null {
  const judged = judgedLevels(load, context);
  const whole = of(load);
  if (judged === null || whole === null) return whole;
  const own = judged.map(of);
  const all = load.steps?.map(of) ?? [];
  if (!own.every((sums) => sums !== null) || !all.every((sums) => sums !== null)) return null;
  return withRest(poolRuns(own), whole.slices, poolRuns(all).slices);
}

/** @param levels all of them, judged or not */
function withRest(judged: RunSums, whole: ClusterSums, levels: ClusterSums): RunSums {
  const trials = Math.max(0, whole.trials - levels.trials);
  if (trials === 0) return judged;
  const events = Math.min(trials, Math.max(0, whole.events - levels.events));
  const rest = clusterSums([[trials, events]]);
  return {
    slices: poolClusters([judged.slices, rest]),
    blocks: judged.blocks.map((block) => ({ ...block, ...poolClusters([block, rest]) })),
  };
}

/** Of the time at the levels left out, so much at least has to be spent at those that carry what is asked for. */
const LEAST_SHOWN = 0.1;

/** Null: the whole run. A minute at the load asked for does not excuse hours a little above it. */
function judgedLevels({ steps }: LoadStatistics, context: MeasureContext): readonly LoadStepStatistics[] | null {
  const asked = askedFor(context);
  if (steps === null || asked === undefined) return null;
  const secondsOf = (some: readonly LoadStepStatistics[]): number => some.reduce((sum, step) => sum + step.seconds, 0);
  const carries = ({ throughputPerSecond }: LoadStepStatistics): boolean => throughputPerSecond >= asked;
  const last = steps.findIndex((step, at) => {
    const seconds = secondsOf(steps.slice(0, at + 1).filter(carries));
    return carries(step) && seconds >= LEAST_SHOWN * secondsOf(steps.slice(at + 1));
  });
  return last === -1 || last === steps.length - 1 ? null : steps.slice(0, last + 1);
}

/** Requests a second: demand times the headroom's floor. */
function askedFor(context: MeasureContext): number | undefined {
  const { requestsPerSecond } = context.demand;
  const floor = floorOf("headroom", context);
  return requestsPerSecond === null || floor === undefined ? undefined : requestsPerSecond * floor;
}

/** What was tried beyond the levels judged, over all pieces. */
function beyondLevels(pieces: readonly ScoringPiece[], context: MeasureContext) {
  const judged = pieces.flatMap(({ statistics }) => {
    const levels = statistics.kind === "load" ? judgedLevels(statistics, context) : null;
    if (statistics.kind !== "load" || statistics.steps === null || levels === null) return [];
    return [{ judgedTo: fastest(levels), tested: fastest(statistics.steps) }];
  });
  if (judged.length === 0) return {};
  const most = (of: (run: (typeof judged)[number]) => number): number => Math.max(...judged.map(of));
  return { beyondLevels: { judgedTo: most((run) => run.judgedTo), tested: most((run) => run.tested) } };
}

const fastest = (levels: readonly LoadStepStatistics[]): number =>
  Math.max(...levels.map(({ throughputPerSecond }) => throughputPerSecond));

/** Why the evidence was read against another level than the plan's, or against none. */
export function atPlannedLevel(within: WithinStatistics | null, { plan }: MeasureContext) {
  if (within === null) return { code: "no-latency-level" as const };
  if (within.ms === plan.latencyMs) return within;
  return { code: "other-latency-level" as const, planned: plan.latencyMs, measured: within.ms };
}

interface Why {
  readonly reason: UnknownReason;
  readonly estimate?: number | undefined;
}

export function overLoad(
  context: MeasureContext,
  yardstick: Yardstick,
  sums: (load: LoadStatistics) => RunSums | Why,
): MeasureFinding {
  const pieces = inForce("load", context);
  if (isUnknown(pieces)) return pieces;
  const answers = pieces.map((piece) => ({ piece, says: saysOf(piece, sums) }));
  const parts = answers.flatMap(({ piece, says }) => ("reason" in says ? [] : [{ piece, says }]));
  const rest = answers.flatMap(({ piece, says }): Unknown[] =>
    "reason" in says ? [unknown(says.reason, [piece], says.estimate)] : [],
  );
  const observe = (runs: readonly RunSums[]) => runObserved(poolRuns(runs));
  const together = pooled({ observe, parts, rest }, pieces, sliced(yardstick));
  return together.kind === "known" ? { ...together, ...beyondLevels(pieces, context) } : together;
}

function saysOf({ statistics }: ScoringPiece, sums: (load: LoadStatistics) => RunSums | Why): RunSums | Why {
  return statistics.kind === "load" ? sums(statistics) : { reason: { code: "no-evidence" } };
}

function sliced(yardstick: Yardstick): Yardstick {
  return { ...yardstick, minimum: Math.max(yardstick.minimum, LEAST_SLICES) };
}
