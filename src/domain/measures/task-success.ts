import type { Clustered, Statistics, TasksStatistics } from "../evidence/statistics.ts";
import { clusterSums, poolClusters } from "../statistics/clustered.ts";
import type { ClusterSums } from "../statistics/clustered.ts";
import type { Summary } from "../statistics/means.ts";
import { sitesDiffer, sitesWorth } from "../statistics/sites.ts";
import { anytimeObserved, eachTriedOnce, floorEValue } from "./anytime.ts";
import { known, unknown } from "./finding.ts";
import type { MeasureFinding, Known } from "./finding.ts";
import type { MeasureContext } from "./context.ts";
import type { Yardstick } from "./yardstick.ts";
import { inForce, isUnknown } from "./in-force.ts";
import { countable } from "./questionnaire.ts";
import { attemptsObserved } from "./observed.ts";
import { largeEnough } from "./pooled.ts";
import type { MeasureRecord } from "./measure-record.ts";
import { ASSUMED_CORRELATION } from "../statistics/clustered.ts";
import { faultlessParticipants } from "./faultless-sample.ts";
import type { Measured } from "./measure-record.ts";

export const taskSuccess: MeasureRecord<"task-success"> = {
  name: "task-success",
  kind: "tasks",
  unit: "share",
  range: [0, 1],
  better: "higher",
  sample: "participants",
  compares: "shares",
  planning: { expects: "share", unit: "participants" },
  groups: true,
  anytime: true,
  faultlessSample: (floor, risk) => faultlessParticipants(floor, risk, ASSUMED_CORRELATION),
  measure: successes,
  figure: { as: "share", step: 1e-3 },
  method: "attempts_share_bound",
};

/**
 * Task success over the participants of all pieces in force, or of one group of them; participants are the clusters. By
 * the anytime rule where the plan chose it for the indicator `key` and each participant tried once.
 */
function successes(context: MeasureContext, yardstick: Yardstick, { key, group }: Measured): MeasureFinding {
  const pieces = inForce("tasks", context);
  if (isUnknown(pieces)) return pieces;
  const parts = pieces.flatMap(({ statistics }) => succeeded(statistics, group));
  const pooled = poolClusters(parts);
  if (pooled.clusters === 0) {
    const { minimum } = yardstick;
    const people = pieces.reduce((sum, { statistics }) => sum + headcount(statistics, group), 0);
    const n = countable(people, 0, minimum);
    return unknown({ code: "below-minimum", n, minimum, unit: "participants" }, pieces);
  }
  const finding = known(attemptsObserved(pooled, differingSites(parts)), pieces);
  const chosen = context.plan.indicators[key]?.anytime === true;
  return largeEnough(chosen ? atAnyTime(finding, pooled, context, yardstick) : finding, yardstick);
}

/** Pieces are sites: where these truly differ, they are the sample and not their people. */
function differingSites(parts: readonly Clustered[]): ClusterSums | undefined {
  const used = parts.filter(({ clusters }) => clusters > 0);
  const differ = sitesDiffer(used.map(byPerson));
  if (!differ) return undefined;
  const sums = clusterSums(used.map(({ trials, events }) => [trials, events]));
  return { ...sums, clusters: sitesWorth(used.map(({ trials }) => trials)) };
}

/** Mean and spread of people's successes, each counted by the attempts of an average person. */
function byPerson({ clusters: n, trials, events, sumEE, sumET, sumTT }: Clustered): Summary {
  const share = events / trials;
  const squares = Math.max(0, sumEE - 2 * share * sumET + share ** 2 * sumTT);
  const each = trials / n;
  return n < 2 ? { n, mean: share } : { n, mean: share, sd: Math.sqrt(squares / (n - 1)) / each };
}

/** A floor of 0 or 1 is nothing an e-value can show. */
function atAnyTime(finding: Known, pooled: ClusterSums, { policy }: MeasureContext, { floor }: Yardstick): Known {
  if (floor === undefined || floor <= 0 || floor >= 1 || !eachTriedOnce(pooled)) {
    return {
      ...finding,
      observed: { ...finding.observed, marks: [...finding.observed.marks, "anytime-not-possible"] },
    };
  }
  const observed = anytimeObserved(finding.observed, pooled, floor, policy.confidence);
  return { ...finding, observed, eValue: floorEValue(pooled, floor, policy.confidence) };
}

function succeeded(statistics: Statistics, group: string | undefined): Clustered[] {
  if (statistics.kind !== "tasks") return [];
  if (group === undefined) return [statistics.succeeded];
  return statistics.groups.flatMap((part) =>
    part.group === group && part.succeeded !== undefined ? [part.succeeded] : [],
  );
}

/** People who took part, those of groups too small to show included. */
function headcount(statistics: Statistics, group: string | undefined): number {
  if (statistics.kind !== "tasks") return 0;
  return group === undefined ? statistics.participants : ofGroup(statistics, group);
}

function ofGroup({ groups }: TasksStatistics, group: string): number {
  return groups.reduce((sum, part) => sum + (part.group === group ? part.n : 0), 0);
}
