import type { LoadStatistics, LoadStepStatistics, WithinStatistics } from "../evidence/statistics.ts";
import { lastPassingStep } from "../statistics/throughput.ts";
import { known, unknown } from "./found.ts";
import type { Found, MeasureContext, ScoringPiece, Yardstick } from "./found.ts";
import { inForce, isUnknown } from "./in-force.ts";
import { floorOf } from "./yardstick.ts";
import { constantObserved, meanObserved, shareObserved } from "./observed.ts";
import { worstPiece } from "./worst-piece.ts";

/** Fewer slices of 10 s than this bound nothing (methods.md), whatever a policy says. */
const LEAST_SLICES = 30;

/** Failed requests over requests; the worst piece in force. */
export function failedShare(context: MeasureContext, yardstick: Yardstick): Found {
  return overLoad(context, sliced(yardstick), (load, piece) =>
    load.failed === null
      ? unknown({ code: "totals-only" }, [piece], pointOf(load))
      : known(shareObserved(load.failed, "slices"), [piece]),
  );
}

/** Undefined where nothing was asked or the tool does not report failures. */
function pointOf({ failures, requests }: LoadStatistics): number | undefined {
  return failures === undefined || requests === 0 ? undefined : failures / requests;
}

/** Successes within the plan's latency level over requests; the worst piece in force. */
export function withinShare(context: MeasureContext, yardstick: Yardstick): Found {
  return overLoad(context, sliced(yardstick), (load, piece) => {
    // A tool that gives sums alone has no slices for any level.
    if (load.within === null && load.failed === null) return unknown({ code: "totals-only" }, [piece]);
    const within = atPlannedLevel(load.within, context);
    return "code" in within ? unknown(within, [piece]) : known(shareObserved(within, "slices"), [piece]);
  });
}

/**
 * Throughput at the service level over the demand the full rollout must carry. The level is the floors of the
 * within-share and failed-share indicators: a step passes where both shares do. The worst piece in force; the lowest
 * step missing gives 0, the highest tested step passing gives no upper bound.
 */
export function headroom(context: MeasureContext, yardstick: Yardstick): Found {
  const demand = context.demand.requestsPerSecond;
  if (demand === null || demand <= 0) return unknown({ code: "no-demand" }, []);
  return overLoad(context, yardstick, (load, piece) => ofPiece(load, piece, context, yardstick, demand));
}

function ofPiece(
  load: LoadStatistics,
  piece: ScoringPiece,
  context: MeasureContext,
  yardstick: Yardstick,
  demand: number,
): Found {
  const { steps } = load;
  if (steps === null || steps.length === 0) return unknown({ code: "no-steps" }, [piece]);
  const sums = steps.every(({ within, failed }) => within === null && failed.clusters === 0);
  if (sums) return unknown({ code: "totals-only" }, [piece]);
  const levels = steps.map((step) => atPlannedLevel(step.within, context));
  const missing = levels.find((level) => "code" in level);
  if (missing !== undefined) return unknown(missing, [piece]);
  const needed = { within: floorOf("within-share", context), failed: floorOf("failed-share", context) };
  if (needed.within === undefined || needed.failed === undefined) return unknown({ code: "no-latency-level" }, [piece]);
  const { within: leastWithin, failed: mostFailed } = needed;
  const { step, highestPassed } = lastPassingStep(steps, (one) => meetsLevel(one, leastWithin, mostFailed));
  if (step === undefined) {
    const slices = Math.min(...steps.map((one) => one.rate.n));
    return known(constantObserved(0, slices, "slices"), [piece], { throughput: { estimate: 0, lower: 0, upper: 0 } });
  }
  if (step.rate.n < 2) return unknown({ code: "single-rate" }, [piece], step.throughputPerSecond / demand);
  const observed = meanObserved(step.rate, "slices", { scale: 1 / demand, unboundedAbove: highestPassed });
  const [lower, upper] = [observed.lower(yardstick.confidence), observed.upper(yardstick.confidence)];
  const throughput = {
    estimate: step.rate.mean,
    ...(lower === undefined ? {} : { lower: lower * demand }),
    ...(upper === undefined ? {} : { upper: upper * demand }),
  };
  return known(observed, [piece], { throughput });
}

/** Whether a load level keeps the service level: both shares at once. */
export function meetsLevel(step: LoadStepStatistics, leastWithin: number, mostFailed: number): boolean {
  const { within } = step;
  if (within === null || within.trials === 0 || step.requests === 0) return false;
  return within.events >= leastWithin * within.trials && step.failures <= mostFailed * step.requests;
}

function atPlannedLevel(within: WithinStatistics | null, { plan }: MeasureContext) {
  if (within === null) return { code: "no-latency-level" as const };
  if (within.ms === plan.latencyMs) return within;
  return { code: "other-latency-level" as const, planned: plan.latencyMs, measured: within.ms };
}

function overLoad(
  context: MeasureContext,
  yardstick: Yardstick,
  observe: (load: LoadStatistics, piece: ScoringPiece) => Found,
): Found {
  const pieces = inForce("load", context);
  if (isUnknown(pieces)) return pieces;
  const ofPiece = (piece: ScoringPiece): Found =>
    piece.statistics.kind === "load" ? observe(piece.statistics, piece) : unknown({ code: "no-evidence" }, [piece]);
  return worstPiece(pieces, ofPiece, yardstick);
}

function sliced(yardstick: Yardstick): Yardstick {
  return { ...yardstick, minimum: Math.max(yardstick.minimum, LEAST_SLICES) };
}
