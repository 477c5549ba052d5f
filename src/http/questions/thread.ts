import { maySettle, speaksFor } from "../../domain/technology/questions/sides.ts";
import type { Question } from "../../domain/technology/state/questions.ts";
import { isOpenQuestion } from "../../domain/technology/state/questions.ts";
import type { PersonId } from "../../domain/words/text.ts";
import { questionTag, questionTitle } from "../say/question.ts";
import { paragraphsShown } from "../say/paragraphs.ts";
import type { LinkModel, TagModel } from "../view/components.ts";
import type { Content } from "../view/html.ts";
import type { QuestionsPage } from "./page.ts";

type Remark = { readonly who: string; readonly paragraphs: readonly Content[] };

export type ThreadModel = {
  readonly id: string;
  readonly title: string;
  readonly tag: TagModel;
  readonly asked: Remark;
  readonly answers: readonly Remark[];
  readonly settled: Remark | null;
  readonly links: readonly LinkModel[];
};

/** One question with all that was said to it, and what the person who looks may do about it. */
export function threadOf(page: QuestionsPage, question: Question): ThreadModel {
  const { question: id, answers, settled } = question;
  return {
    id,
    title: questionTitle(page.language, question),
    tag: questionTag(page.language, question),
    asked: remark(page, question, "asked"),
    answers: answers.map((answer) => remark(page, answer, "answered")),
    settled: settled === null ? null : remark(page, settled, "settled"),
    links: linksOf(page, question),
  };
}

type Words = Pick<Question, "text" | "by" | "role" | "at">;

function remark(page: QuestionsPage, { text, by, role, at }: Words, act: "asked" | "answered" | "settled"): Remark {
  const { language, words } = page;
  const { t, format } = language;
  return {
    who: t(`questions:thread.${act}`, { who: whoOf(page, by, role), at: format.dateTime(at) }),
    paragraphs: paragraphsShown(language, words.get(text)),
  };
}

/** Evaluators are letters to their readers; everybody else the role they spoke in. */
export function whoOf(
  { technology, person, language: { t } }: QuestionsPage,
  by: PersonId,
  role: Words["role"],
): string {
  if (by === person.id) return t("questions:you");
  const rounds = [...technology.pastEvaluations, ...(technology.evaluation === null ? [] : [technology.evaluation])];
  const letter = rounds.at(-1)?.evaluators.find((evaluator) => evaluator.person === by)?.letter;
  if (role === "evaluator" && letter !== undefined) return t("gate:margin.evaluator", { letter });
  return t(`words:role.${role}`);
}

function linksOf({ technology, open, person, facts, language: { t }, at }: QuestionsPage, question: Question) {
  const { question: id, to } = question;
  const links: LinkModel[] = [];
  if (!isOpenQuestion(question)) return links;
  if (open.includes("AnswerQuestion") && speaksFor(to, technology, person.id, facts))
    links.push({ text: t("questions:answer.link", { id }), href: at(`questions/${id}/answer`) });
  if (open.includes("SettleQuestion") && maySettle(question, technology, person.id, facts))
    links.push({ text: t("questions:settling.link", { id }), href: at(`questions/${id}/settling`) });
  return links;
}
