import type { ServiceStatistics } from "../evidence/statistics.ts";
import { summarise } from "../statistics/means.ts";
import { clears, gateBound, known, unknown } from "./finding.ts";
import type { MeasureFinding, Known, Unknown } from "./finding.ts";
import type { MeasureContext, ScoringPiece } from "./context.ts";
import type { Yardstick } from "./yardstick.ts";
import { inForce, isUnknown } from "./in-force.ts";
import { availabilityObserved } from "./observed.ts";
import { poolOutages } from "./pool-outages.ts";
import { largeEnough } from "./pooled.ts";
import { restoreTime } from "./restore-time.ts";
import type { MeasureRecord } from "./measure-record.ts";
import { faultlessHours } from "./faultless-sample.ts";

export const availability: MeasureRecord<"availability"> = {
  name: "availability",
  kind: "availability",
  unit: "share",
  range: [0, 1],
  better: "higher",
  sample: "hours",
  planning: { expects: "outages", unit: "days" },
  faultlessSample: (floor, risk, leastSeconds) => faultlessHours(floor, risk, leastSeconds / 3600),
  measure: ofWorstService,
  figure: { as: "share", step: 1e-5 },
  method: "availability_lower_bound",
};

/** Availability by outages, pieces pooled, of the worst service the plan names; one missing leaves it unknown. */
function ofWorstService(context: MeasureContext, yardstick: Yardstick): MeasureFinding {
  const { services } = context.plan;
  if (services.length === 0) return unknown({ code: "no-service-named" }, []);
  const pieces = inForce("availability", context);
  if (isUnknown(pieces)) return pieces;
  const findings = services.map((name) => largeEnough(ofService(name, pieces, context, yardstick), yardstick));
  const missing = findings.find((finding): finding is Unknown => finding.kind === "unknown");
  if (missing !== undefined) return { ...missing, evidence: pieces };
  return {
    ...worstService(
      findings.filter((finding) => finding.kind === "known"),
      yardstick,
    ),
    evidence: pieces,
  };
}

function ofService(
  service: string,
  pieces: readonly ScoringPiece[],
  context: MeasureContext,
  yardstick: Yardstick,
): MeasureFinding {
  const parts = pieces.flatMap((piece) => (piece.statistics.kind === "availability" ? piece.statistics.services : []));
  const ofThis = parts.filter((part) => part.service === service);
  if (ofThis.length === 0) return unknown({ code: "service-missing", service }, pieces);
  const bounded = ofThis.filter((part) => part.outages !== null);
  if (bounded.length === 0) return unknown({ code: "totals-only" }, pieces, totals(ofThis));
  const floor = yardstick.floor;
  const contradiction = ofThis.filter((part) => part.outages === null).map((part) => totals([part]));
  const beyond = contradiction.find((estimate) => floor !== undefined && !clears(estimate, floor, yardstick.better));
  if (beyond !== undefined) return unknown({ code: "small-piece-beyond-floor", estimate: beyond }, pieces);
  const { outages, downSeconds, upSeconds, repairs } = poolOutages(bounded);
  if (upSeconds + downSeconds <= 0) return nothingObserved(pieces, yardstick);
  const renewal = { outages, down: downSeconds, up: upSeconds, longest: repairs.reduce((a, b) => Math.max(a, b), 0) };
  const restoreWith = (more: readonly number[]) =>
    restoreTime(context.plan.restoreSeconds, context.drills, [...repairs, ...more], context.policy.restore);
  const restore = restoreWith([]);
  const restoreAfter = (seconds: number): number => restoreWith([seconds]).seconds;
  const observed = availabilityObserved(renewal, restore.seconds, { restoreAfter, variation: variationOf(repairs) });
  const marks = [restore.shown ? ("restore-shown" as const) : ("restore-unshown" as const)];
  return known({ ...observed, marks }, pieces, { service, restore: { seconds: restore.seconds, by: restore.by } });
}

/** All of the time was planned or unknown. */
function nothingObserved(pieces: readonly ScoringPiece[], { minimum }: Yardstick): Unknown {
  return unknown({ code: "below-minimum", n: 0, minimum, unit: "hours" }, pieces);
}

/** Coefficient of variation; at least that of exponential repairs, for a few of them look more even than they are. */
function variationOf(repairs: readonly number[]): number {
  if (repairs.length < 2) return 1;
  const { mean, sd = 0 } = summarise(repairs);
  return Math.max(1, sd / mean);
}

/** A point without a bound. */
function totals(parts: readonly ServiceStatistics[]): number {
  const observed = parts.reduce((sum, part) => sum + part.observedSeconds, 0);
  return observed === 0 ? 0 : 1 - parts.reduce((sum, part) => sum + part.downSeconds, 0) / observed;
}

/** The lowest bound decides. */
function worstService(services: readonly Known[], yardstick: Yardstick): Known {
  const bound = (finding: Known): number => gateBound(finding.observed, yardstick) ?? 0;
  return services.reduce((a, b) => (bound(b) < bound(a) ? b : a));
}
