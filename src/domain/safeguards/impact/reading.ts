import type { ImpactChoice, ImpactQuestion } from "../../policy/safeguards/impact-question.ts";
import type { ImpactRules } from "../../policy/safeguards/impact.ts";
import { tiers } from "../../words/tier.ts";
import type { Tier } from "../../words/tier.ts";

/** Question to choice, both by their keys; what is not answered is not in it. */
export type ImpactAnswers = { readonly [question: string]: string };

/** What one completion of a questionnaire comes to. */
interface ImpactResult {
  readonly points: number;
  readonly tier: Tier;
}

export interface ImpactReading {
  /** With every unanswered question at its most: the tier that counts. */
  readonly worst: ImpactResult;
  /** With every unanswered question at its least; no completion comes to less. */
  readonly best: ImpactResult;
  /** Questions that these answers ask for, in their order. */
  readonly asked: readonly string[];
  /** Those among them without an answer of theirs. */
  readonly unanswered: readonly string[];
  /** Questions whose answers stand and do not count, since nothing asks for them any more. */
  readonly inapplicable: readonly string[];
}

/**
 * Reads the answers of a questionnaire. Unanswered counts at its maximum, a question that hangs on an unanswered one as
 * well; an answer to a question that is not asked counts for nothing. Clearing such an answer changes no tier, leaving an
 * answer out never lowers it.
 *
 * @param answers what is no choice of its question is read as unanswered
 */
export function readImpact(rules: ImpactRules, answers: ImpactAnswers): ImpactReading {
  const asked = rules.questions.filter((question) => isAsked(rules, question, answers)).map(({ key }) => key);
  const unanswered = rules.questions.filter(({ key }) => asked.includes(key)).filter((q) => !choiceOf(q, answers));
  const inapplicable = rules.questions.filter(({ key }) => !asked.includes(key) && key in answers);
  return {
    worst: resultOf(rules, answers, heavier),
    best: resultOf(rules, answers, lighter),
    asked,
    unanswered: unanswered.map(({ key }) => key),
    inapplicable: inapplicable.map(({ key }) => key),
  };
}

export const choiceOf = (question: ImpactQuestion, answers: ImpactAnswers): ImpactChoice | undefined =>
  question.choices.find(({ key }) => key === answers[question.key]);

/** Whether a question is asked by these answers. It hangs on an earlier one, which has to be asked itself. */
function isAsked(rules: ImpactRules, question: ImpactQuestion, answers: ImpactAnswers): boolean {
  const { when } = question;
  if (when === undefined) return true;
  const ground = rules.questions.slice(0, rules.questions.indexOf(question)).find(({ key }) => key === when.question);
  const given = ground === undefined ? undefined : choiceOf(ground, answers);
  return ground !== undefined && given !== undefined && when.is.includes(given.key) && isAsked(rules, ground, answers);
}

interface Weight {
  readonly points: number;
  /** Place of the least tier among the tiers. */
  readonly least: number;
}

type Prefer = (a: Weight, b: Weight) => Weight;
/** Points and least tier are taken each for itself: the tier is the higher of the two, so its extremes are theirs. */
const heavier: Prefer = (a, b) => ({ points: Math.max(a.points, b.points), least: Math.max(a.least, b.least) });
const lighter: Prefer = (a, b) => ({ points: Math.min(a.points, b.points), least: Math.min(a.least, b.least) });

function resultOf(rules: ImpactRules, answers: ImpactAnswers, prefer: Prefer): ImpactResult {
  const { points, least } = total(
    rules.questions.filter(({ when }) => when === undefined).map((root) => weigh(rules, root, answers, prefer)),
  );
  const byPoints = points >= rules.from.IV ? 3 : points >= rules.from.III ? 2 : points >= rules.from.II ? 1 : 0;
  return { points, tier: tiers[Math.max(byPoints, least)] ?? "IV" };
}

/** A question with all that hangs on it: its answer, or of its choices the one that the completion takes. */
function weigh(rules: ImpactRules, question: ImpactQuestion, answers: ImpactAnswers, prefer: Prefer): Weight {
  const given = choiceOf(question, answers);
  const known = given === undefined ? question.choices : [given];
  // Where this is unanswered, nothing that hangs on it is asked yet, so answers there count no more than none.
  const below = given === undefined ? {} : answers;
  const weights = known.map((choice) =>
    total([
      { points: choice.points, least: tiers.indexOf(choice.atLeast ?? "I") },
      ...rules.questions
        .slice(rules.questions.indexOf(question) + 1)
        .filter(({ when }) => when?.question === question.key && when.is.includes(choice.key))
        .map((hanging) => weigh(rules, hanging, below, prefer)),
    ]),
  );
  return weights.reduce(prefer);
}

const total = (weights: readonly Weight[]): Weight => ({
  points: weights.reduce((sum, { points }) => sum + points, 0),
  least: Math.max(0, ...weights.map(({ least }) => least)),
});
