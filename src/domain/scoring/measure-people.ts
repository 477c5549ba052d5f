import type { Clustered, Statistics, SusStatistics, TasksStatistics } from "../evidence/statistics.ts";
import { poolClusters } from "../statistics/clustered.ts";
import { poolSummaries } from "../statistics/means.ts";
import type { Summary } from "../statistics/means.ts";
import { known, unknown } from "./found.ts";
import type { Found, MeasureContext, ScoringPiece, Yardstick } from "./found.ts";
import { inForce, isUnknown } from "./in-force.ts";
import { meanObserved, rubricObserved, shareObserved } from "./observed.ts";
import { largeEnough } from "./worst-piece.ts";

/** Mean SUS over the respondents of all pieces in force, or of one group of them. */
export function sus(context: MeasureContext, yardstick: Yardstick, group?: string): Found {
  const pieces = inForce("sus", context);
  if (isUnknown(pieces)) return pieces;
  const parts = pieces.flatMap(({ statistics }) => (statistics.kind === "sus" ? summaries(statistics, group) : []));
  const pooled = poolSummaries(parts);
  const minimum = Math.max(2, yardstick.minimum);
  if (pooled === undefined || pooled.n < minimum) {
    const n = countable(headcount(pieces, group), pooled?.n ?? 0, minimum);
    return unknown({ code: "below-minimum", n, minimum, unit: "respondents" }, pieces, pooled?.mean);
  }
  return known(meanObserved(pooled, "respondents", { range: [0, 100] }), pieces);
}

function summaries(statistics: SusStatistics, group: string | undefined): Summary[] {
  const parts = group === undefined ? [statistics] : statistics.groups.filter((one) => one.group === group);
  return parts.flatMap(({ n, mean, sd }) =>
    mean === undefined ? [] : [sd === undefined ? { n, mean } : { n, mean, sd }],
  );
}

/** Task success over the participants of all pieces in force, or of one group of them; participants are the clusters. */
export function taskSuccess(context: MeasureContext, yardstick: Yardstick, group?: string): Found {
  const pieces = inForce("tasks", context);
  if (isUnknown(pieces)) return pieces;
  const pooled = poolClusters(
    pieces.flatMap(({ statistics }) => (statistics.kind === "tasks" ? successes(statistics, group) : [])),
  );
  if (pooled.clusters === 0) {
    const { minimum } = yardstick;
    const n = countable(headcount(pieces, group), 0, minimum);
    return unknown({ code: "below-minimum", n, minimum, unit: "participants" }, pieces);
  }
  return largeEnough(known(shareObserved(pooled, "participants"), pieces), yardstick);
}

function successes(statistics: TasksStatistics, group: string | undefined): Clustered[] {
  if (group === undefined) return [statistics.succeeded];
  return statistics.groups.flatMap((one) =>
    one.group === group && one.succeeded !== undefined ? [one.succeeded] : [],
  );
}

/** People who took part, those of groups too small to show included. */
function headcount(pieces: readonly ScoringPiece[], group: string | undefined): number {
  return pieces.reduce((sum, { statistics }) => sum + (hasPeople(statistics) ? count(statistics, group) : 0), 0);
}

/** People who took part; where enough did, but in pieces too small to show, those whose answers can be used. */
function countable(people: number, usable: number, minimum: number): number {
  return people < minimum ? people : usable;
}

function hasPeople(statistics: Statistics): statistics is SusStatistics | TasksStatistics {
  return statistics.kind === "sus" || statistics.kind === "tasks";
}

function count(statistics: SusStatistics | TasksStatistics, group: string | undefined): number {
  if (group === undefined) return statistics.kind === "sus" ? statistics.n : statistics.participants;
  return statistics.groups.reduce((sum, one) => sum + (one.group === group ? one.n : 0), 0);
}

/** One rubric item by the scores that stand; "cannot be judged" (null) is no score and never a 0. */
export function rubric(context: MeasureContext, yardstick: Yardstick, item: string): Found {
  const scores = context.rubricScores
    .filter((one) => one.item === item)
    .flatMap((one) => one.scores)
    .map((one) => one.score)
    .filter((score) => score !== null);
  if (scores.length === 0) return unknown({ code: "not-scored" }, []);
  return largeEnough(known(rubricObserved(scores), []), yardstick);
}
