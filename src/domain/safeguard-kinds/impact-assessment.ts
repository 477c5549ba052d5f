import type { ImpactQuestion } from "../policy/safeguards/impact-question.ts";
import type { ImpactRules } from "../policy/safeguards/impact.ts";
import { readImpact } from "../safeguards/impact/reading.ts";
import type { ImpactAnswers } from "../safeguards/impact/reading.ts";
import type { SafeguardKind } from "../safeguards/kind.ts";
import type { SafeguardQuestion } from "../safeguards/question.ts";
import type { SafeguardAnswers } from "../technology/state/safeguards.ts";
import { canonicalJson } from "../words/canonical.ts";
import type { Reason } from "../words/decision.ts";
import { sha256 } from "../words/digest.ts";
import { onceBeside } from "../words/once-beside.ts";
import { when } from "../words/reasons.ts";

/**
 * The house's impact assessment: its answers bring the tier, which replaces the one that the proposal stated. Open questions
 * count at their most, so it may be handed in with some.
 */
export const impactAssessment = {
  key: "impact-assessment",
  questions: ({ safeguards: { impact } }) => questionsOf(impact),
  mayStayOpen: true,
  refusals: ({ technology: { proposal }, answers }): readonly Reason[] => {
    const stated = proposal.personalInformation;
    const data = answers["data"];
    const denied = data === "none" && (stated === "general" || stated === "sensitive");
    const played = data === "personal" && (stated === "sensitive" || proposal.dataClass === "important");
    return [
      ...when(denied || played, "ImpactDataBelowProposal", "data"),
      ...when(proposal.dataClass === "core" && data !== undefined && data !== "core", "ImpactDataNotCore", "data"),
    ];
  },
  statedBy: ["planner"],
  reviewedBy: ["approver", "evaluator"],
  ground: ({ proposal: { personalInformation, dataClass } }, _, { safeguards: { impact } }) => ({
    personalInformation,
    dataClass,
    questionnaire: questionnaireOf(impact),
  }),
  fixes: (answers, { safeguards: { impact } }) => ({ tier: readImpact(impact, choicesOf(answers)).worst.tier }),
} satisfies SafeguardKind<"impact-assessment">;

/** The answers as the questionnaire takes them: it asks for one choice at each question. */
export const choicesOf = (answers: SafeguardAnswers): ImpactAnswers =>
  Object.fromEntries(
    Object.entries(answers).flatMap(([key, answer]) => (typeof answer === "string" ? [[key, answer]] : [])),
  );

const questionsOf = onceBeside(({ questions }: ImpactRules): readonly SafeguardQuestion[] => questions.map(questionOf));

const questionOf = ({ key, title, hint, when: given, choices }: ImpactQuestion): SafeguardQuestion => ({
  key,
  type: "choice",
  options: choices.map((choice) => choice.key),
  ...(given !== undefined && { when: [given] }),
  words: {
    label: title,
    ...(hint !== undefined && { hint }),
    options: Object.fromEntries(choices.map((choice) => [choice.key, choice.title])),
  },
});

/** An assessment of other questions, points or thresholds is another one. */
const questionnaireOf = onceBeside(({ questions, from }: ImpactRules) =>
  sha256(
    canonicalJson({
      questions: questions.map(({ key, when: given, choices }) => ({ key, given: given ?? null, choices })),
      from,
    } as never),
  ),
);
