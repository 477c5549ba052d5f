import type { ScaleMeasurement, ScaleRespondent } from "../../domain/evidence/measurement.ts";
import { rates } from "../../domain/evidence/rates.ts";
import { oneSpelling } from "../../domain/words/plain-text.ts";

/** Mean and sd over respondents, in the order of their ids; null where nobody can be scored. */
export function scaleFigures(
  respondents: readonly ScaleRespondent[],
  dropped: ScaleMeasurement["dropped"],
): ScaleMeasurement | null {
  if (respondents.length === 0) return null;
  const sorted = inOneSpelling(respondents).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const { n, mean, sd } = rates(sorted.map(({ score }) => score));
  return { respondents: sorted, dropped, n, mean, ...(sd === undefined ? {} : { sd }) };
}

/** Groups that are one but for case and the like have one name. */
export function inOneSpelling<T extends { readonly group?: string }>(people: readonly T[]): T[] {
  const spellings = oneSpelling(people.flatMap(({ group }) => group ?? []));
  return people.map((person) =>
    person.group === undefined ? person : { ...person, group: spellings.get(person.group) ?? person.group },
  );
}
