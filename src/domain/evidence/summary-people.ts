import { clusterSums } from "../statistics/clustered.ts";
import type {
  MeasurementHead,
  SatisfactionMeasurement,
  ScaleMeasurement,
  SeqMeasurement,
  SusMeasurement,
  TasksMeasurement,
  UmuxLiteMeasurement,
} from "./measurement.ts";
import { rates } from "./rates.ts";
import type { SatisfactionStatistics, ScaleStatistics, TasksStatistics } from "./statistics.ts";
import { head } from "./summary-head.ts";
import type { SummaryPlan } from "./summary.ts";

type Questionnaire = SusMeasurement | UmuxLiteMeasurement | SeqMeasurement;

/** Means over respondents; groups in alphabetical order, small ones by n alone. */
export function scaleStatistics<K extends Questionnaire["kind"]>(
  kind: K,
  measurement: ScaleMeasurement & MeasurementHead,
  plan: SummaryPlan,
): ScaleStatistics & { readonly kind: K } {
  const { kept, alreadyCounted } = leaveOut(measurement.respondents, plan);
  const scores = rates(kept.map((respondent) => respondent.score));
  const groups = byGroup(kept).map(([group, members]) => {
    const { n, mean, sd } = rates(members.map((respondent) => respondent.score));
    return n < plan.minGroup ? { group, n } : { group, n, mean, ...(sd === undefined ? {} : { sd }) };
  });
  return {
    kind,
    ...head(measurement),
    n: scores.n,
    ...(scores.n === 0 ? {} : { mean: scores.mean }),
    ...(scores.sd === undefined ? {} : { sd: scores.sd }),
    dropped: measurement.dropped.length,
    alreadyCounted,
    groups,
  };
}

/** Successes over attempts with the participants as clusters. */
export function tasksStatistics(measurement: TasksMeasurement & MeasurementHead, plan: SummaryPlan): TasksStatistics {
  const { kept, alreadyCounted } = leaveOut(measurement.participants, plan);
  const succeeded = (people: typeof kept) => clusterSums(people.map((person) => [person.attempts, person.successes]));
  const groups = byGroup(kept).map(([group, members]) => {
    const n = members.length;
    return n < plan.minGroup ? { group, n } : { group, n, succeeded: succeeded(members) };
  });
  const all = succeeded(kept);
  return {
    kind: "tasks",
    ...head(measurement),
    participants: kept.length,
    attempts: all.trials,
    successes: all.events,
    succeeded: all,
    alreadyCounted,
    groups,
  };
}

/** Groups in alphabetical order, small ones by n alone. */
export function satisfactionStatistics(
  measurement: SatisfactionMeasurement & MeasurementHead,
  { minGroup }: SummaryPlan,
): SatisfactionStatistics {
  const { responses, mean, scaleMin, scaleMax, sd, groups = [] } = measurement;
  return {
    kind: "satisfaction",
    ...head(measurement),
    responses,
    mean,
    scaleMin,
    scaleMax,
    ...(sd === undefined ? {} : { sd }),
    groups: groups
      .toSorted((a, b) => (a.group < b.group ? -1 : 1))
      .map((one) => (one.n < minGroup ? { group: one.group, n: one.n } : { ...one })),
  };
}

function leaveOut<T extends { readonly id: string; readonly identified: boolean }>(
  people: readonly T[],
  plan: SummaryPlan,
): { readonly kept: readonly T[]; readonly alreadyCounted: number } {
  const kept = people.filter((person) => !(person.identified && plan.excluded?.has(person.id)));
  return { kept, alreadyCounted: people.length - kept.length };
}

function byGroup<T extends { readonly group?: string }>(people: readonly T[]): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const person of people) {
    if (person.group === undefined) continue;
    const members = groups.get(person.group);
    if (members === undefined) groups.set(person.group, [person]);
    else members.push(person);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}
