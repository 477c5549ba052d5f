import type { AiaAnswers, SurveyQuestion } from "../aia/question.ts";
import { mitigationSections, rawSections, stageQuestion, stages } from "../aia/survey.ts";
import type { AiaStage } from "../aia/survey.ts";
import type { SafeguardKind } from "../safeguards/kind.ts";
import type { Given, SafeguardQuestion } from "../safeguards/question.ts";
import type { SafeguardAnswers } from "../technology/state/safeguards.ts";
import type { Reason } from "../words/decision.ts";

/** Nothing of what a question offers: ticked, it is an answer without points. */
const none = "none";

const questions: readonly SafeguardQuestion[] = [
  { key: stageQuestion.name, type: "choice", options: stageQuestion.choices, section: "stage" },
  ...sectionsAs(rawSections),
  ...(Object.keys(stages) as AiaStage[]).flatMap((stage) =>
    sectionsAs(mitigationSections(stage), [{ question: stageQuestion.name, is: [stages[stage]] }]),
  ),
];

/**
 * Canada's Algorithmic Impact Assessment beside the house's own: it fixes no tier. Its score is reckoned by its own rules;
 * what it says of the tier counts every open question at its worst.
 */
export const aia = {
  key: "aia",
  questions: () => questions,
  mayStayOpen: true,
  refusals: ({ answers }): readonly Reason[] =>
    Object.entries(answers).flatMap(([key, answer]) =>
      Array.isArray(answer) && answer.length > 1 && answer.includes(none) ? [{ code: "NoneAndSome", field: key }] : [],
    ),
  statedBy: ["planner"],
  reviewedBy: ["approver", "evaluator"],
} satisfies SafeguardKind<"aia">;

/** Answers as the assessment takes them; it knows texts, numbers and ticks. */
export const aiaAnswersOf = (answers: SafeguardAnswers): AiaAnswers =>
  Object.fromEntries(
    Object.entries(answers).flatMap(([key, answer]) =>
      typeof answer === "string" || Array.isArray(answer) ? [[key, answer as AiaAnswers[string]]] : [],
    ),
  );

function sectionsAs(
  sections: { readonly [section: string]: readonly SurveyQuestion[] },
  given: readonly Given[] = [],
): readonly SafeguardQuestion[] {
  return Object.entries(sections).flatMap(([section, asked]) =>
    asked.map(({ name, several, choices, when: hangs }): SafeguardQuestion => {
      const conditions = hangs === undefined ? given : [...given, hangs];
      const base = { key: name, section, ...(conditions.length > 0 && { when: conditions }) };
      return several
        ? { ...base, type: "choices", options: [...choices, none] }
        : { ...base, type: "choice", options: choices };
    }),
  );
}
