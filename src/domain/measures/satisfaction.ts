import type { SatisfactionStatistics } from "../evidence/statistics.ts";
import { poolSummaries } from "../statistics/means.ts";
import type { Summary } from "../statistics/means.ts";
import { clears, known, unknown } from "./finding.ts";
import type { MeasureFinding } from "./finding.ts";
import type { MeasureContext } from "./context.ts";
import type { Yardstick } from "./yardstick.ts";
import { inForce, isUnknown } from "./in-force.ts";
import { bySites, countable } from "./questionnaire.ts";
import { meanObserved } from "./observed.ts";
import type { MeasureRecord } from "./measure-record.ts";
import { faultlessRespondents } from "./faultless-sample.ts";
import type { Measured } from "./measure-record.ts";

export const satisfaction: MeasureRecord<"satisfaction"> = {
  name: "satisfaction",
  kind: "satisfaction",
  unit: "points",
  range: [0, 100],
  better: "higher",
  sample: "respondents",
  compares: "means",
  planning: { expects: "mean", unit: "respondents" },
  groups: true,
  faultlessSample: (floor, risk) => faultlessRespondents(floor / 100, risk),
  measure: meanRating,
  figure: { as: "number", step: 0.1 },
  method: "bounded_mean_bound",
};

/**
 * Mean rating over all pieces in force, or of one group of them, as a share of the scale's width (0–100), so that five
 * stars and ten points pool. A piece that gives a mean alone bounds nothing: alone it leaves the indicator unknown, beside
 * others it is left out, unless it lies on the wrong side of the floor.
 */
function meanRating(context: MeasureContext, yardstick: Yardstick, { group }: Measured): MeasureFinding {
  const pieces = inForce("satisfaction", context);
  if (isUnknown(pieces)) return pieces;
  const ratings = pieces.flatMap(({ statistics }) => (statistics.kind === "satisfaction" ? [statistics] : []));
  const parts = ratings.flatMap((rating) => rescaled(rating, group));
  const [bounded, totals] = [parts.filter(hasSpread), parts.filter((part) => !hasSpread(part))];
  const pooled = poolSummaries(bounded);
  if (pooled === undefined && totals.length > 0)
    return unknown({ code: "totals-only" }, pieces, poolSummaries(totals)?.mean);
  const minimum = Math.max(2, yardstick.minimum);
  if (pooled === undefined || pooled.n < minimum) {
    const people = ratings.reduce((sum, rating) => sum + headcount(rating, group), 0);
    const n = countable(people, pooled?.n ?? 0, minimum);
    return unknown({ code: "below-minimum", n, minimum, unit: "respondents" }, pieces, pooled?.mean);
  }
  const { floor, better } = yardstick;
  const beyond = totals.find(({ mean }) => floor !== undefined && !clears(mean, floor, better));
  if (beyond !== undefined) return unknown({ code: "small-piece-beyond-floor", estimate: beyond.mean }, pieces);
  const observed = meanObserved(pooled, "respondents", { range: [0, 100], ...bySites(bounded) });
  const marks = totals.length === 0 ? observed.marks : [...observed.marks, "totals-left-out" as const];
  return known({ ...observed, marks }, pieces);
}

/** One answer has no spread and needs none; several without one are a total. */
function hasSpread({ n, sd }: Summary): boolean {
  return sd !== undefined || n === 1;
}

function rescaled(ratings: SatisfactionStatistics, group: string | undefined): Summary[] {
  const { responses, mean, sd, groups } = ratings;
  const parts =
    group === undefined
      ? [{ n: responses, mean, ...(sd === undefined ? {} : { sd }) }]
      : groups.filter((part) => part.group === group);
  return parts.flatMap((part) => {
    if (part.mean === undefined || part.n === 0) return [];
    return [ofScale(ratings, { ...part, mean: part.mean })];
  });
}

/** A mean and its spread on the scale of these ratings as shares of the scale's width, 0–100. */
export function ofScale({ scaleMin, scaleMax }: SatisfactionStatistics, { n, mean, sd }: Summary): Summary {
  const factor = 100 / (scaleMax - scaleMin);
  return { n, mean: (mean - scaleMin) * factor, ...(sd === undefined ? {} : { sd: sd * factor }) };
}

function headcount({ responses, groups }: SatisfactionStatistics, group: string | undefined): number {
  if (group === undefined) return responses;
  return groups.reduce((sum, part) => sum + (part.group === group ? part.n : 0), 0);
}
