import type { ScaleRespondent, SusMeasurement } from "../../domain/evidence/measurement.ts";
import { susScore, susStraightLined } from "../../domain/statistics/sus.ts";
import type { Findings } from "../format.ts";
import type { Person } from "../people/persons.ts";
import { scaleFigures } from "./scale.ts";

export interface Answered extends Person {
  readonly steps: readonly (number | null)[];
}

type Scale = NonNullable<SusMeasurement["scale"]>;

/** What the questionnaire is answered on where a file says nothing else. */
export const susItself = { subject: "agreement", standard: { min: 1, max: 5 }, before: { min: 1, max: 5 } } as const;

/** Scores of all respondents, in the order of their ids; null where nobody can be scored. */
export function susFigures(answered: readonly Answered[], scale: Scale, findings: Findings): SusMeasurement | null {
  const respondents: ScaleRespondent[] = [];
  const dropped: { id: string; reason: string }[] = [];
  let straight = 0;
  for (const { steps, ...person } of answered) {
    const score = susScore(steps, scale);
    if (score === null) {
      const missing = steps.filter((step) => step === null).length;
      dropped.push({ id: person.id, reason: `${missing} of 10 items are not answered` });
      continue;
    }
    if (susStraightLined(steps)) straight += 1;
    respondents.push({ ...person, score });
  }
  if (straight > 0) findings.warn("same-answer", `${straight} respondents gave the same answer to all ten items`);
  if (dropped.length > 0) {
    findings.warn("dropped", `${dropped.length} respondents left more than two items unanswered and are not counted`);
  }
  if (scale.max - scale.min !== 4) {
    const message = `The items were answered on ${scale.min} to ${scale.max} and are stretched to the five steps of SUS`;
    findings.warn("scale-stretched", message);
  }
  const figures = scaleFigures(
    respondents,
    dropped.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  );
  return figures === null ? null : { kind: "sus", scale, ...figures };
}
