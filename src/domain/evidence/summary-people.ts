import { clusterSums } from "../statistics/clustered.ts";
import type {
  MeasurementHead,
  SatisfactionMeasurement,
  SeqMeasurement,
  SusMeasurement,
  TasksMeasurement,
  UmuxLiteMeasurement,
} from "./measurement.ts";
import { byLabel, labelling } from "./group-labels.ts";
import type { GroupLabel } from "./group-label.ts";
import type { SummaryPlan } from "./summary-plan.ts";
import { countedOnce } from "./counted-people.ts";
import { rates } from "./rates.ts";
import type { SatisfactionStatistics, ScaleStatistics, TasksStatistics } from "./statistics.ts";
import { head } from "./summary-head.ts";

type Questionnaire = SusMeasurement | UmuxLiteMeasurement | SeqMeasurement;

/** Means over respondents; groups by their labels, small ones by n alone. */
export function scaleStatistics<K extends Questionnaire["kind"]>(
  kind: K,
  measurement: Questionnaire & MeasurementHead,
  plan: SummaryPlan,
): ScaleStatistics & { readonly kind: K } {
  const counted = countedOnce(measurement.respondents, plan);
  const scores = rates(counted.map((respondent) => respondent.score));
  const labelOf = labelling(measurement, plan);
  const groups = byGroup(counted, labelOf).map(([group, members]) => {
    const { n, mean, sd } = rates(members.map((respondent) => respondent.score));
    return n < plan.minGroup ? { group, n } : { group, n, mean, ...(sd === undefined ? {} : { sd }) };
  });
  return {
    kind,
    ...head(measurement),
    ...(measurement.scale === undefined ? {} : { scale: { ...measurement.scale } }),
    n: scores.n,
    ...(scores.n === 0 ? {} : { mean: scores.mean }),
    ...(scores.sd === undefined ? {} : { sd: scores.sd }),
    dropped: measurement.dropped.length,
    alreadyCounted: measurement.respondents.length - counted.length,
    groups,
  };
}

/** Successes over attempts with the participants as clusters. */
export function tasksStatistics(measurement: TasksMeasurement & MeasurementHead, plan: SummaryPlan): TasksStatistics {
  const counted = countedOnce(measurement.participants, plan);
  const succeeded = (people: typeof counted) =>
    clusterSums(people.map((person) => [person.attempts, person.successes]));
  const groups = byGroup(counted, labelling(measurement, plan)).map(([group, members]) => {
    const n = members.length;
    return n < plan.minGroup ? { group, n } : { group, n, succeeded: succeeded(members) };
  });
  const all = succeeded(counted);
  return {
    kind: "tasks",
    ...head(measurement),
    participants: counted.length,
    attempts: all.trials,
    successes: all.events,
    succeeded: all,
    alreadyCounted: measurement.participants.length - counted.length,
    groups,
  };
}

/** Groups by their labels, small ones by n alone. */
export function satisfactionStatistics(
  measurement: SatisfactionMeasurement & MeasurementHead,
  plan: SummaryPlan,
): SatisfactionStatistics {
  const labelOf = labelling(measurement, plan);
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
      .map((part) => ({ ...part, group: labelOf(part.group) }))
      .sort(byLabel)
      .map((part) => (part.n < plan.minGroup ? { group: part.group, n: part.n } : part)),
  };
}

function byGroup<T extends { readonly group?: string }>(
  people: readonly T[],
  labelOf: (word: string) => GroupLabel,
): (readonly [GroupLabel, readonly T[]])[] {
  const groups = new Map<string, T[]>();
  for (const person of people) {
    if (person.group === undefined) continue;
    const members = groups.get(person.group);
    if (members === undefined) groups.set(person.group, [person]);
    else members.push(person);
  }
  return [...groups]
    .map(([word, members]) => ({ group: labelOf(word), members }))
    .sort(byLabel)
    .map(({ group, members }) => [group, members]);
}
