import type {
  OutcomesMeasurement,
  SatisfactionMeasurement,
  TasksMeasurement,
  Warning,
} from "../../domain/evidence/measurement.ts";
import { disagreement } from "./disagreement.ts";

/** Attempts by task against attempts by participant, outcomes against attempts. */
export function inTasks({ tasks, participants }: TasksMeasurement): Warning[] {
  const uneven = tasks.filter((task) => task.successes + task.partial + task.failures !== task.attempts);
  const sum = (list: readonly { readonly attempts: number }[]): number =>
    list.reduce((n, part) => n + part.attempts, 0);
  const [byTask, byPerson] = [sum(tasks), sum(participants)];
  return disagreement([
    ...(uneven.length > 0 ? [`the outcomes of ${uneven.length} tasks are not as many as its attempts`] : []),
    ...(byTask === byPerson ? [] : [`${byTask} attempts by task, ${byPerson} by participant`]),
  ]);
}

/** The four cells of a group against its size. */
export function inOutcomes({ groups }: OutcomesMeasurement): Warning[] {
  const uneven = groups.filter(({ n, tp, fp, tn, fn }) => tp + fp + tn + fn !== n);
  return disagreement(
    uneven.length > 0 ? [`the outcomes of ${uneven.length} groups are not as many as its people`] : [],
  );
}

/** A mean off its own scale, more people in the groups than in all. */
export function inSatisfaction(satisfaction: SatisfactionMeasurement): Warning[] {
  const { responses, mean, scaleMin, scaleMax, groups = [] } = satisfaction;
  const grouped = groups.reduce((sum, { n }) => sum + n, 0);
  return disagreement([
    ...(mean < scaleMin || mean > scaleMax ? [`a mean of ${mean} on a scale of ${scaleMin} to ${scaleMax}`] : []),
    ...(grouped > responses ? [`${grouped} responses in groups, ${responses} in all`] : []),
  ]);
}
