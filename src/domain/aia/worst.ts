import { mostOf, pointsOf } from "./question.ts";
import type { AiaAnswer, AiaAnswers, SurveyQuestion } from "./question.ts";
import { levelEnds, scoreAia, scoreOf } from "./score.ts";
import type { AiaScore } from "./score.ts";
import { mitigationOf, rawQuestions, stageQuestion, stages } from "./survey.ts";
import type { AiaStage } from "./survey.ts";

/** The assessment read twice: as its own rules do, and as this house does. */
export interface AiaReading {
  readonly byItsRules: AiaScore;
  /** Every open question that raises the impact at its most, every open measure at nothing. */
  readonly worst: AiaScore;
  /** Questions that are shown and not answered, on the impact and on measures. */
  readonly open: { readonly raw: readonly string[]; readonly mitigation: readonly string[] };
  /** Points until the next level, by the worst; null at the highest. */
  readonly toNextLevel: number | null;
}

/**
 * An answer to a question that is no longer shown counts for nothing in the worst completion; what hangs on an unanswered
 * question counts at its most.
 */
export function readAia(answers: AiaAnswers): AiaReading {
  const byItsRules = scoreAia(answers);
  const raw = readSection(rawQuestions, answers);
  const stage = (Object.keys(stages) as AiaStage[]).find((name) => answers[stageQuestion.name] === stages[name]);
  const measures = stage === undefined ? { points: 0, open: [] } : readSection(mitigationOf[stage], answers, "least");
  const worst = scoreOf(raw.points, measures.points);
  const end = levelEnds[worst.level - 1];
  return {
    byItsRules,
    worst,
    open: { raw: raw.open, mitigation: measures.open },
    toNextLevel: end === undefined ? null : Math.floor(end) + 1 - worst.score,
  };
}

interface SectionReading {
  readonly points: number;
  readonly open: readonly string[];
}

function readSection(
  questions: readonly SurveyQuestion[],
  answers: AiaAnswers,
  openCounts: "most" | "least" = "most",
): SectionReading {
  const visible = questions.filter(({ when }) => when === undefined || isGiven(answers[when.question], when.is));
  const open = visible.filter(({ name }) => answers[name] === undefined);
  const answered = visible.reduce((sum, { name }) => sum + pointsOf(answers[name]), 0);
  const worst = openCounts === "least" ? 0 : open.reduce((sum, question) => sum + weightOf(question, questions), 0);
  return { points: answered + worst, open: open.map(({ name }) => name) };
}

/** The most that an open question can bring, with all that one of its answers would ask next. */
function weightOf(question: SurveyQuestion, questions: readonly SurveyQuestion[]): number {
  const hanging = questions.filter(({ when }) => when?.question === question.name);
  if (hanging.length === 0 || question.several) return mostOf(question);
  return Math.max(
    ...question.choices.map((choice) =>
      hanging
        .filter(({ when }) => when?.is.includes(choice))
        .reduce((sum, asked) => sum + weightOf(asked, questions), pointsOf(choice)),
    ),
  );
}

const isGiven = (answer: AiaAnswer | undefined, is: readonly string[]): boolean =>
  typeof answer === "string" && is.includes(answer);
