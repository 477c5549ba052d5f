import type { Request, Response } from "express";
import type { Services } from "../../application/services.ts";
import { isOpenQuestion } from "../../domain/technology/state/questions.ts";
import type { Question } from "../../domain/technology/state/questions.ts";
import { wordsFor } from "../private-words.ts";
import { namedColumns } from "../lists/list-file.ts";
import type { ListFile, ListRow, NamedColumn } from "../lists/list-file.ts";
import { textShown } from "../say/text.ts";
import { plainOf } from "../view/plain.ts";
import { inOrder } from "./order.ts";
import { questionsPage, textsOf } from "./page.ts";
import type { QuestionsPage } from "./page.ts";
import { whoOf } from "./thread.ts";

const columns: readonly NamedColumn[] = [
  { name: "question" },
  { name: "about" },
  { name: "to" },
  { name: "act" },
  { name: "who" },
  { name: "at", holds: "moment" },
  { name: "text" },
  { name: "open", holds: "yes-no" },
];

/** All that was asked about a technology, answered and settled: a line for each thing that was said, as the page has them. */
export async function questionsFile(services: Services, req: Request, res: Response): Promise<ListFile> {
  const page = await questionsPage(services, req, res);
  const questions = inOrder(page.technology);
  const words = await wordsFor(services, res, page.technology, questions.flatMap(textsOf));
  return {
    name: `${page.row.slug}-questions`,
    title: page.language.t("questions:list"),
    columns: namedColumns(page.language, "questions:file", columns),
    pages: [questions.flatMap((question) => linesOf({ ...page, words }, question))],
  };
}

function linesOf(page: QuestionsPage, question: Question): readonly ListRow[] {
  const { language, words } = page;
  const { t } = language;
  const line = (
    act: "asked" | "answered" | "settled",
    { by, role, at, text }: Question["answers"][number],
  ): ListRow => [
    question.question,
    question.about === null ? t("questions:ask.whole") : t(`words:gate.${question.about}`),
    t(`questions:ask.side.${question.to}`),
    t(`questions:file.acts.${act}`),
    whoOf(page, by, role),
    at,
    plainOf(textShown(language, words.get(text))),
    isOpenQuestion(question),
  ];
  return [
    line("asked", question),
    ...question.answers.map((answer) => line("answered", answer)),
    ...(question.settled === null ? [] : [line("settled", question.settled)]),
  ];
}
