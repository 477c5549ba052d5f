import { pointsOf } from "./question.ts";
import type { AiaAnswers, SurveyQuestion } from "./question.ts";
import { mitigationOf, mostMitigation, mostRaw, rawQuestions, stageQuestion, stages } from "./survey.ts";

export interface AiaScore {
  readonly rawScore: number;
  readonly mitigationScore: number;
  /** Enough measures: the raw score counts for 85 %. */
  readonly reduced: boolean;
  readonly score: number;
  readonly level: AiaLevel;
}

export type AiaLevel = 1 | 2 | 3 | 4;

/** 80 % of what the measures of a stage can bring: 61.6. */
export const mitigationNeeded = (8 * mostMitigation) / 10;

/** Above so many points, in quarters of the most: 41.75, 83.5, 125.25. */
export const levelEnds: readonly number[] = [1, 2, 3].map((quarter) => (quarter * mostRaw) / 4);

/**
 * The score by the assessment's own rules. What is not answered brings nothing, an answer counts whether it is still asked
 * for or not, and of the two stages the one that is answered counts: where nobody says which, the higher. Source: the tool
 * named in `survey.ts`, checked against its own survey library.
 */
export function scoreAia(answers: AiaAnswers): AiaScore {
  return scoreOf(sum(rawQuestions, answers), mitigationScoreOf(answers));
}

/** Level and reduction by raw and mitigation points. */
export function scoreOf(rawScore: number, mitigationScore: number): AiaScore {
  const reduced = mitigationScore >= mitigationNeeded;
  // 85 % with halves upwards, in whole numbers as long as the points are whole.
  const score = reduced ? Math.floor((85 * rawScore + 50) / 100) : rawScore;
  const level = (1 + levelEnds.filter((end) => score > end).length) as AiaLevel;
  return { rawScore, mitigationScore, reduced, score, level };
}

function mitigationScoreOf(answers: AiaAnswers): number {
  const stage = answers[stageQuestion.name];
  if (stage === stages.design) return sum(mitigationOf.design, answers);
  if (stage === stages.implementation) return sum(mitigationOf.implementation, answers);
  return Math.max(sum(mitigationOf.design, answers), sum(mitigationOf.implementation, answers));
}

const sum = (questions: readonly SurveyQuestion[], answers: AiaAnswers): number =>
  questions.reduce((total, { name }) => total + pointsOf(answers[name]), 0);
