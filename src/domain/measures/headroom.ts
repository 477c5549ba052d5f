import type { LoadStepStatistics } from "../evidence/statistics.ts";
import { effectiveRun, moreRun, poolRuns, SLICE_SECONDS, STALL_SECONDS } from "../statistics/clustered.ts";
import type { ClusterSums, RunSums } from "../statistics/clustered.ts";
import { poolSummaries, tMargin } from "../statistics/means.ts";
import type { Summary } from "../statistics/means.ts";
import { clopperPearsonLower, clopperPearsonUpper } from "../statistics/proportions.ts";
import { known, unknown } from "./finding.ts";
import type { MeasureFinding, Unknown } from "./finding.ts";
import type { MeasureContext, ScoringPiece } from "./context.ts";
import type { Yardstick } from "./yardstick.ts";
import { inForce, isUnknown } from "./in-force.ts";
import { atPlannedLevel, failedOf, withinOf } from "./load.ts";
import type { Observed } from "./observed.ts";
import { largeEnough } from "./pooled.ts";
import { shareChance } from "./prospect.ts";
import type { Target } from "./prospect.ts";
import type { Distribution } from "./finding-parts.ts";
import { floorOf } from "./yardstick.ts";
import type { MeasureRecord } from "./measure-record.ts";

export const headroom: MeasureRecord<"headroom"> = {
  name: "headroom",
  kind: "load",
  unit: "ratio",
  range: [0, 1000],
  better: "higher",
  sample: "slices",
  planning: { expects: "mean", unit: "slices" },
  worstPiece: true,
  judgedBy: ["failed-share", "within-share"],
  measure: overDemand,
  figure: { as: "ratio", step: 0.01 },
  method: "throughput_at_slo",
};

/** What a load level must keep: the floors of the within-share and failed-share indicators. */
interface ServiceLevel {
  readonly leastWithin: number;
  readonly mostFailed: number;
}

/** One concurrency over all pieces in force. */
interface LoadLevel {
  readonly concurrency: number;
  readonly failed: RunSums;
  readonly within: RunSums;
  /** Requests a second. */
  readonly rate: Summary;
}

/**
 * Throughput at the service level over the demand the full rollout must carry. Passing a level is itself an estimate: a level
 * passes where the bounds of both shares clear the service level at c′, misses where the bound of one of them misses it at
 * (1−c′)/m, and is open else. What holds under more load holds under less, so that one long run at the load asked for settles
 * it. Lower end: the highest level passed beneath the first missed, 0 without one. Upper end: the first level missed; none: no
 * upper bound. Levels of the same concurrency pool over the pieces in force.
 */
function overDemand(context: MeasureContext, yardstick: Yardstick): MeasureFinding {
  const demand = context.demand.requestsPerSecond;
  if (demand === null || demand <= 0) return unknown({ code: "no-demand" }, []);
  const pieces = inForce("load", context);
  if (isUnknown(pieces)) return pieces;
  const level = { leastWithin: floorOf("within-share", context), mostFailed: floorOf("failed-share", context) };
  const stepsOfPieces = pieces.map((piece) => stepsOf(piece, context));
  const steps = stepsOfPieces.flatMap((finding) => ("kind" in finding ? [] : finding));
  if (steps.length === 0) {
    const why = stepsOfPieces.find((finding): finding is Unknown => "kind" in finding);
    return { ...(why ?? unknown({ code: "no-steps" }, pieces)), evidence: pieces };
  }
  const { leastWithin, mostFailed } = level;
  if (leastWithin === undefined || mostFailed === undefined) return unknown({ code: "no-latency-level" }, pieces);
  const levels = levelsOf(steps);
  const rates = levels.reduce((most, { rate }) => Math.max(most, rate.n), 0);
  if (rates < 2) return unknown({ code: "single-rate" }, pieces, (levels.at(-1)?.rate.mean ?? 0) / demand);
  const observed = levelsObserved(levels, { leastWithin, mostFailed }, demand, yardstick);
  const [lower, upper] = [observed.lower(yardstick.confidence), observed.upper(yardstick.confidence)];
  const throughput = {
    estimate: observed.estimate * demand,
    ...(lower === undefined ? {} : { lower: lower * demand }),
    ...(upper === undefined ? {} : { upper: upper * demand }),
  };
  return largeEnough(known(observed, pieces, { throughput }), yardstick);
}

function stepsOf(piece: ScoringPiece, context: MeasureContext): readonly LoadStepStatistics[] | Unknown {
  if (piece.statistics.kind !== "load") return unknown({ code: "no-evidence" }, [piece]);
  const { steps } = piece.statistics;
  if (steps === null || steps.length === 0) return unknown({ code: "no-steps" }, [piece]);
  if (steps.every(({ within, failed }) => within === null && failed.clusters === 0))
    return unknown({ code: "totals-only" }, [piece]);
  for (const { within } of steps) {
    const level = atPlannedLevel(within, context);
    if ("code" in level) return unknown(level, [piece]);
  }
  return steps;
}

/** Ascending concurrency. */
function levelsOf(steps: readonly LoadStepStatistics[]): readonly LoadLevel[] {
  const concurrencies = [...new Set(steps.map(({ concurrency }) => concurrency))].sort((a, b) => a - b);
  return concurrencies.flatMap((concurrency) => {
    const own = steps.filter((step) => step.concurrency === concurrency);
    const rate = poolSummaries(own.map((step) => step.rate));
    const runs = (of: typeof failedOf): RunSums => poolRuns(own.flatMap((step) => of(step) ?? []));
    return rate === undefined ? [] : [{ concurrency, rate, failed: runs(failedOf), within: runs(withinOf) }];
  });
}

function levelsObserved(
  levels: readonly LoadLevel[],
  service: ServiceLevel,
  demand: number,
  yardstick: Yardstick,
): Observed {
  const misses = levels.findIndex((level) => isMissed(level, service, yardstick.failConfidence));
  const below = misses === -1 ? levels : levels.slice(0, misses);
  const each = eachOf(below, service, demand, yardstick);
  const passed = below.findLast((level) => isPassed(level, service, each(level)));
  const missed = misses === -1 ? undefined : levels[misses];
  const firstDoubt = below.findIndex((level) => !keeps(level.failed.slices, level.within.slices, service));
  const seeming = firstDoubt === -1 ? below.at(-1) : below[firstDoubt - 1];
  const estimate = Math.max(seeming?.rate.mean ?? 0, passed?.rate.mean ?? 0) / demand;
  return {
    estimate,
    n: levels.reduce((sum, { failed }) => sum + failed.slices.clusters, 0),
    unit: "slices",
    lower: (confidence) => (passed === undefined ? 0 : Math.max(0, bound(passed, -1, confidence) / demand)),
    upper: (confidence) =>
      missed === undefined ? undefined : Math.max(estimate, bound(missed, 1, confidence) / demand),
    distribution: { kind: "levels", passed: meanOf(passed, demand), missed: meanOf(missed, demand) },
    marks: missed === undefined ? ["no-upper-bound"] : [],
    scaled: (factor) =>
      levelsObserved(
        levels.map((level) => longer(level, factor)),
        service,
        demand,
        yardstick,
      ),
    chance: (factor, target) =>
      Math.max(0, ...levels.map((level) => chanceToPass(level, service, factor, demand, target))),
  };
}

/**
 * The confidence that a level is passed at: each level that carries the floor, and is long enough to show the service level at
 * all, is one more occasion to pass by chance, so that they share what is left of c′. Who runs one long level pays nothing.
 */
function eachOf(
  levels: readonly LoadLevel[],
  service: ServiceLevel,
  demand: number,
  { floor = 0, confidence }: Yardstick,
) {
  const carries = ({ rate }: LoadLevel): boolean => rate.mean >= floor * demand;
  const worst = Math.max(service.leastWithin, 1 - service.mostFailed);
  const couldPass = ({ within, failed }: LoadLevel): boolean => {
    const seconds = Math.min(within.slices.clusters, failed.slices.clusters) * SLICE_SECONDS;
    return worst ** (seconds / STALL_SECONDS) <= 1 - confidence;
  };
  const occasions = Math.max(1, levels.filter((level) => carries(level) && couldPass(level)).length);
  return (level: LoadLevel): number => (carries(level) ? 1 - (1 - confidence) / occasions : confidence);
}

/** That a level passes, and carries what the floor asks for, with `factor` times as long a run at it. */
function chanceToPass(level: LoadLevel, service: ServiceLevel, factor: number, demand: number, target: Target): number {
  const { floor, confidence } = target;
  if (bound(longer(level, factor), -1, confidence) / demand < floor) return 0;
  const clears = (run: RunSums, least: number, better: Target["better"]): number => {
    const later = effectiveRun(moreRun(run, factor), confidence);
    return shareChance(effectiveRun(run, 0.5), later.n, factor, { floor: least, better, confidence });
  };
  return clears(level.within, service.leastWithin, "higher") * clears(level.failed, service.mostFailed, "lower");
}

/** Slices of one run are no more independent in their rates than in their shares. */
function independent({ rate }: LoadLevel): Summary {
  return { ...rate, n: Math.max(Math.min(rate.n, 2), (rate.n * 10) / STALL_SECONDS) };
}

function bound(level: LoadLevel, side: -1 | 1, confidence: number): number {
  const margin = tMargin(independent(level), confidence);
  return level.rate.mean + side * (Number.isFinite(margin) ? margin : level.rate.mean);
}

function meanOf(level: LoadLevel | undefined, demand: number): Extract<Distribution, { kind: "levels" }>["passed"] {
  if (level === undefined) return null;
  const { n, sd = 0 } = independent(level);
  return { mean: level.rate.mean / demand, standardError: sd / Math.sqrt(n) / demand, df: Math.max(1, n - 1) };
}

/** Whether a load level keeps the service level by its own figures, without any doubt of them: both shares at once. */
export function meetsLevel(step: Pick<LoadStepStatistics, "failed" | "within">, service: ServiceLevel): boolean {
  return step.within !== null && keeps(step.failed, step.within, service);
}

function keeps(failed: ClusterSums, within: ClusterSums, { leastWithin, mostFailed }: ServiceLevel): boolean {
  if (within.trials === 0 || failed.trials === 0) return false;
  return within.events >= leastWithin * within.trials && failed.events <= mostFailed * failed.trials;
}

function isPassed(level: LoadLevel, service: ServiceLevel, confidence: number): boolean {
  const [within, failed] = [effectiveRun(level.within, confidence), effectiveRun(level.failed, confidence)];
  return (
    clopperPearsonLower(within.events, within.n, confidence) >= service.leastWithin &&
    clopperPearsonUpper(failed.events, failed.n, confidence) <= service.mostFailed
  );
}

function isMissed(level: LoadLevel, service: ServiceLevel, confidence: number): boolean {
  const [within, failed] = [effectiveRun(level.within, confidence), effectiveRun(level.failed, confidence)];
  return (
    clopperPearsonUpper(within.events, within.n, confidence) < service.leastWithin ||
    clopperPearsonLower(failed.events, failed.n, confidence) > service.mostFailed
  );
}

function longer({ rate, failed, within, ...level }: LoadLevel, factor: number): LoadLevel {
  return {
    ...level,
    rate: { ...rate, n: rate.n * factor },
    failed: moreRun(failed, factor),
    within: moreRun(within, factor),
  };
}
