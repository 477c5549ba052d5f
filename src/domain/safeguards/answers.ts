import { canonicalJson } from "../words/canonical.ts";
import { sha256 } from "../words/digest.ts";
import { tiers } from "../words/tier.ts";
import type { Tier } from "../words/tier.ts";
import type { SafeguardAnswer, SafeguardAnswers, SafeguardRow } from "../technology/state/safeguards.ts";
import type { Given, SafeguardQuestion, RowQuestion } from "./question.ts";

/** The questions that these answers ask for at a tier, in their order. */
export const asked = (
  questions: readonly SafeguardQuestion[],
  answers: SafeguardAnswers,
  tier: Tier,
): readonly SafeguardQuestion[] => questions.filter((question) => isAsked(question, answers, tier));

export const askedInRow = (
  { of }: { readonly of: readonly RowQuestion[] },
  row: SafeguardRow,
  tier: Tier,
): readonly RowQuestion[] => of.filter((question) => isAsked(question, row, tier));

function isAsked(
  { when = [], from }: Pick<SafeguardQuestion, "when" | "from">,
  answers: SafeguardAnswers | SafeguardRow,
  tier: Tier,
): boolean {
  return reaches(tier, from) && when.every((given) => holds(given, answers));
}

const reaches = (tier: Tier, from: Tier | undefined): boolean =>
  from === undefined || tiers.indexOf(tier) >= tiers.indexOf(from);

function holds(given: Given, answers: SafeguardAnswers | SafeguardRow): boolean {
  if ("any" in given) return given.any.some((alternative) => holds(alternative, answers));
  const { is, question } = given;
  const answer: SafeguardAnswer | undefined = answers[question];
  if (answer === undefined) return false;
  if (!Array.isArray(answer)) return is.includes(asText(answer));
  return answer.some((ticked) => typeof ticked === "string" && is.includes(ticked));
}

export interface Cleared {
  readonly answers: SafeguardAnswers;
  /** Questions whose answers went, "key" or "rows.2.key". */
  readonly cleared: readonly string[];
}

/**
 * Without the answers that no longer apply: a question that is not asked has no answer, and what hung on that answer has
 * none either. What a tier alone does not ask for may stay, and so is lost on nobody whose tier changes back.
 */
export function withoutInapplicable(questions: readonly SafeguardQuestion[], given: SafeguardAnswers): Cleared {
  let answers = given;
  const cleared: string[] = [];
  for (let again = true; again;) {
    const dropped = questions.filter(
      ({ key, when }) => key in answers && !isAsked({ ...(when && { when }) }, answers, "IV"),
    );
    again = dropped.length > 0;
    for (const { key } of dropped) {
      cleared.push(key);
      const { [key]: _, ...kept } = answers;
      answers = kept;
    }
  }
  const rows = questions.flatMap((question) => (question.type === "rows" ? [question] : []));
  for (const { key, of } of rows) {
    const list = rowsOf(answers, key).map((row, index) => {
      const slim = withoutInapplicable(of, row);
      cleared.push(...slim.cleared.map((name) => `${key}.${index}.${name}`));
      return slim.answers as SafeguardRow;
    });
    if (list.length > 0) answers = { ...answers, [key]: list };
  }
  return { answers, cleared };
}

/** The rows of a question; none where it is not answered. */
export function rowsOf(answers: SafeguardAnswers, question: string): readonly SafeguardRow[] {
  const rows = answers[question];
  return Array.isArray(rows) ? rows.filter((row): row is SafeguardRow => typeof row === "object") : [];
}

export function textOf(answers: SafeguardAnswers | SafeguardRow, question: string): string | null {
  const answer = answers[question];
  return typeof answer === "string" ? answer : null;
}

/** An answer of one value as characters, and none else as none. */
export const asText = (answer: SafeguardAnswer): string => (typeof answer === "object" ? "" : String(answer));

export function listOf(answers: SafeguardAnswers | SafeguardRow, question: string): readonly string[] {
  const answer = answers[question];
  return Array.isArray(answer) ? answer.filter((entry): entry is string => typeof entry === "string") : [];
}

/** What is asked for and not answered: "key" or "rows.2.key". */
export function unanswered(
  questions: readonly SafeguardQuestion[],
  answers: SafeguardAnswers,
  tier: Tier,
): readonly string[] {
  return asked(questions, answers, tier).flatMap((question) => {
    if (!(question.key in answers)) return question.optional === true ? [] : [question.key];
    if (question.type !== "rows") return [];
    return rowsOf(answers, question.key).flatMap((row, index) =>
      askedInRow(question, row, tier)
        .filter(({ key, optional }) => optional !== true && !(key in row))
        .map(({ key }) => `${question.key}.${index}.${key}`),
    );
  });
}

/** Of a kind's answers: an acceptance binds to it. */
export const digestOfAnswers = (kind: string, answers: SafeguardAnswers): string =>
  sha256(canonicalJson({ kind, answers: answers as never }));
