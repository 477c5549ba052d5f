import type { SusMeasurement, ScaleRespondent } from "../../domain/evidence/measurement.ts";
import { rates } from "../../domain/evidence/rates.ts";
import { susScore, susStraightLined } from "../../domain/statistics/sus.ts";
import type { Findings } from "../format.ts";

export interface Answered {
  readonly id: string;
  readonly identified: boolean;
  readonly group?: string;
  readonly answers: readonly (number | null)[];
}

/** Scores of all respondents, in the order of their ids; null where nobody can be scored. */
export function susFigures(answered: readonly Answered[], findings: Findings): SusMeasurement | null {
  const respondents: ScaleRespondent[] = [];
  const dropped: { id: string; reason: string }[] = [];
  let straight = 0;
  for (const { id, identified, group, answers } of [...answered].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const score = susScore(answers);
    if (score === null) {
      const missing = answers.filter((answer) => answer === null).length;
      dropped.push({ id, reason: `${missing} of 10 items are not answered` });
      continue;
    }
    if (susStraightLined(answers)) straight += 1;
    respondents.push({ id, identified, ...(group === undefined ? {} : { group }), score });
  }
  if (straight > 0) findings.warn("same-answer", `${straight} respondents gave the same answer to all ten items`);
  if (dropped.length > 0) {
    findings.warn("dropped", `${dropped.length} respondents left more than two items unanswered and are not counted`);
  }
  if (respondents.length === 0) return null;
  const { n, mean, sd } = rates(respondents.map((respondent) => respondent.score));
  return { kind: "sus", respondents, dropped, n, mean, ...(sd === undefined ? {} : { sd }) };
}
