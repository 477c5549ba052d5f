import type { ScaleGroupStatistics, ScaleStatistics, Statistics } from "../evidence/statistics.ts";
import { poolSummaries } from "../statistics/means.ts";
import type { Summary } from "../statistics/means.ts";
import { errorBySites, sitesDiffer } from "../statistics/sites.ts";
import { known, unknown } from "./finding.ts";
import type { MeasureFinding } from "./finding.ts";
import type { MeasureContext, ScoringPiece } from "./context.ts";
import type { Yardstick } from "./yardstick.ts";
import { inForce, isUnknown } from "./in-force.ts";
import { meanObserved } from "./observed.ts";
import type { MeanOptions } from "./observed.ts";

/** Kinds of evidence that are a questionnaire's scores. */
export type Questionnaire = "sus" | "umux-lite" | "seq";

/**
 * Mean score over the respondents of all pieces in force, or of one group of them.
 *
 * @param range the ends of the scale: no bound lies outside
 */
export function meanScore(
  kind: Questionnaire,
  range: readonly [number, number],
  context: MeasureContext,
  yardstick: Yardstick,
  group: string | undefined,
): MeasureFinding {
  const pieces = inForce(kind, context);
  if (isUnknown(pieces)) return pieces;
  const parts = pieces.flatMap(({ statistics }) => summaries(statistics, kind, group));
  const pooled = poolSummaries(parts);
  const minimum = Math.max(2, yardstick.minimum);
  if (pooled === undefined || pooled.n < minimum) {
    const n = countable(headcount(pieces, kind, group), pooled?.n ?? 0, minimum);
    return unknown({ code: "below-minimum", n, minimum, unit: "respondents" }, pieces, pooled?.mean);
  }
  return known(meanObserved(pooled, "respondents", { range, ...bySites(parts) }), pieces);
}

/** Pieces are sites: where these truly differ, they are the sample and not their people. */
export function bySites(parts: readonly Summary[]): Pick<MeanOptions, "sites"> {
  return sitesDiffer(parts) ? { sites: errorBySites(parts) } : {};
}

function summaries(statistics: Statistics, kind: Questionnaire, group: string | undefined): Summary[] {
  return parts(statistics, kind, group).flatMap(({ n, mean, sd }) =>
    mean === undefined ? [] : [sd === undefined ? { n, mean } : { n, mean, sd }],
  );
}

/** The piece itself, or what it says of a group. */
function parts(
  statistics: Statistics,
  kind: Questionnaire,
  group: string | undefined,
): readonly (ScaleStatistics | ScaleGroupStatistics)[] {
  if (statistics.kind !== kind) return [];
  return group === undefined ? [statistics] : statistics.groups.filter((part) => part.group === group);
}

/** People who answered, those of groups too small to show included. */
function headcount(pieces: readonly ScoringPiece[], kind: Questionnaire, group: string | undefined): number {
  return pieces.flatMap(({ statistics }) => parts(statistics, kind, group)).reduce((sum, { n }) => sum + n, 0);
}

/** People who took part; where enough did, but in pieces too small to show, those whose answers can be used. */
export function countable(people: number, usable: number, minimum: number): number {
  return people < minimum ? people : usable;
}
