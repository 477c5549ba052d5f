import { asked, askedInRow, asText, rowsOf } from "../../domain/safeguards/answers.ts";
import type { SafeguardQuestion } from "../../domain/safeguards/question.ts";
import type { SafeguardAnswer, SafeguardAnswers } from "../../domain/technology/state/safeguards.ts";
import { versionAddress } from "../say/standard.ts";
import { textShown } from "../say/text.ts";
import type { TechnologyPage } from "../technology-page.ts";
import type { FactModel } from "../view/components.ts";
import { html } from "../view/html.ts";
import type { Content } from "../view/html.ts";
import type { StatementPage } from "./page.ts";
import { answerText } from "../stated/answer-text.ts";
import type { AnswerWords } from "../stated/answer-text.ts";
import { kindText, questionLabel } from "../stated/words.ts";

/** Under one heading; rows follow their question, a block each. */
export type AnswerSection = {
  readonly title: string | null;
  readonly facts: readonly FactModel[];
  readonly rows: readonly { readonly title: string; readonly facts: readonly FactModel[] }[];
};

/** Every question that is asked, answered or not: an answer that is missing is said to be. */
export function answerSections(page: StatementPage, around: AnswerWords): readonly AnswerSection[] {
  const { kind, policy, technology, safeguard, language } = page;
  const { t } = language;
  const questions = asked(kind.questions(policy), safeguard.answers, technology.tier);
  const titles = [...new Set(questions.map(({ section }) => section ?? null))];
  return titles.map((title) => {
    const own = questions.filter(({ section }) => (section ?? null) === title);
    return {
      title: title === null ? null : t(kindText(kind, `section.${title}`)),
      facts: own.flatMap((question) =>
        question.type === "rows" && rowsOf(safeguard.answers, question.key).length > 0
          ? []
          : [factOf(page, around, question, safeguard.answers)],
      ),
      rows: own.flatMap((question) => (question.type === "rows" ? rowBlocks(page, around, question) : [])),
    };
  });
}

function rowBlocks(page: StatementPage, around: AnswerWords, question: Extract<SafeguardQuestion, { type: "rows" }>) {
  const { kind, technology, safeguard, language } = page;
  return rowsOf(safeguard.answers, question.key).map((row, index) => ({
    title: language.t(kindText(kind, `question.${question.key}.row`), { number: index + 1 }),
    facts: askedInRow(question, row, technology.tier).map((cell) => factOf(page, around, cell, row)),
  }));
}

function factOf(
  page: StatementPage,
  around: AnswerWords,
  question: SafeguardQuestion,
  answers: SafeguardAnswers,
): FactModel {
  const { language, kind } = page;
  return {
    term: questionLabel(language, kind, question),
    value: answerShown(page, around, question, answers[question.key]),
  };
}

function answerShown(
  page: StatementPage,
  around: AnswerWords,
  question: SafeguardQuestion,
  answer: SafeguardAnswer | undefined,
): Content {
  const { language, words, at } = page;
  if (answer === undefined)
    return html`<span class="muted"
      >${language.t(question.optional === true ? "safeguards:answer.none" : "safeguards:answer.missing")}</span
    >`;
  if (question.type === "text")
    return html`<span class="ts-text">${textShown(language, words.get(asText(answer)))}</span>`;
  if (question.type === "evidence" && Array.isArray(answer))
    return html`${answer.map((piece: unknown) => html`<a href="${at(pieceAt(page, String(piece)))}">${String(piece)}</a> `)}`;
  if (question.type === "link") return html`<a href="${asText(answer)}" rel="noreferrer">${asText(answer)}</a>`;
  if (question.type === "technology")
    return html`<a href="/technologies/${asText(answer)}">${answerText(page, around, question, answer)}</a>`;
  const place = question.type === "standard" ? versionAddress(asText(answer)) : null;
  if (place !== null) return html`<a href="${place}">${answerText(page, around, question, answer)}</a>`;
  return answerText(page, around, question, answer);
}

/** People that the answers name. */
export function peopleNamed(questions: readonly SafeguardQuestion[], answers: SafeguardAnswers): readonly string[] {
  return questions.flatMap((question) => {
    if (question.type === "rows") return rowsOf(answers, question.key).flatMap((row) => peopleNamed(question.of, row));
    const answer = answers[question.key];
    return question.type === "person" && typeof answer === "string" ? [answer] : [];
  });
}

/** What was taken over has its page among what is shared. */
const pieceAt = ({ technology }: Pick<TechnologyPage, "technology">, piece: string): string =>
  technology.borrowed.some(({ borrowed }) => borrowed === piece) ? `sharing/pieces/${piece}` : `evidence/${piece}`;
