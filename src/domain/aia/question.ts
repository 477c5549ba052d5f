/**
 * One scored question of the survey, by the names that the survey gives: what it asks is said in the house's own words
 * elsewhere. A choice brings the points after its last hyphen, `item3-2` two; without a hyphen none.
 */
export interface SurveyQuestion {
  readonly name: string;
  /** Several choices may be ticked, and add up. */
  readonly several?: true;
  readonly choices: readonly string[];
  /** Shown only where an earlier question has one of these answers. */
  readonly when?: { readonly question: string; readonly is: readonly string[] };
}

export type AiaAnswer = string | number | readonly (string | number)[];
/** By the survey's names of the questions. */
export type AiaAnswers = { readonly [question: string]: AiaAnswer };

/** What an answer brings: of several ticked their sum, of a number itself. */
export function pointsOf(answer: AiaAnswer | undefined): number {
  if (typeof answer === "number") return answer;
  if (typeof answer === "string") return Number(/-(\d+(?:\.\d+)?)$/.exec(answer)?.[1] ?? 0);
  return (answer ?? []).reduce<number>((sum, ticked) => sum + pointsOf(ticked), 0);
}

/** The most that a question can bring. */
export const mostOf = ({ several, choices }: SurveyQuestion): number =>
  several ? pointsOf(choices) : Math.max(...choices.map(pointsOf));
