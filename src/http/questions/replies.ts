import type { Request, Response } from "express";
import { z } from "zod";
import type { Services } from "../../application/services.ts";
import type { RawTechnologyCommand } from "../../application/raw-command.ts";
import { isOpenQuestion } from "../../domain/technology/state/questions.ts";
import type { Question } from "../../domain/technology/state/questions.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { requiredText } from "../forms/fields.ts";
import { blankForm, refused } from "../forms/form.ts";
import type { FormState } from "../forms/form.ts";
import { wordsFor } from "../private-words.ts";
import { pathValue } from "../request-values.ts";
import { formPage } from "../technology-form.ts";
import type { FormPage, FormFace } from "../technology-form.ts";
import type { Form as Fields } from "../view/form.ts";
import { questionsCrumb, questionsPage, textsOf } from "./page.ts";
import type { QuestionsPage } from "./page.ts";
import { whoTakesPart } from "./questions.ts";
import { threadOf } from "./thread.ts";

export const replySchema = z.object({ text: requiredText(4000) });

type ReplyPage = QuestionsPage & { readonly question: Question };

/** Texts stand under `questions:<kind>`. */
type Reply = {
  readonly kind: "answer" | "settling";
  readonly command: (question: string, text: { readonly text: string }) => RawTechnologyCommand;
};

export const answerPages = ({ services }: Deps) =>
  replyPages(services, {
    kind: "answer",
    command: (question, text) => ({ type: "AnswerQuestion", question, text }),
  });

export const settlingPages = ({ services }: Deps) =>
  replyPages(services, {
    kind: "settling",
    command: (question, text) => ({ type: "SettleQuestion", question, text }),
  });

/** One question with what was said so far, and a field for what is said to it now. */
const replyPages = (services: Services, { kind, command }: Reply): FormPage<typeof replySchema> =>
  formPage<typeof replySchema, ReplyPage>(
    services,
    {
      schema: replySchema,
      roles: whoTakesPart,
      action: ({ at, question }) => at(`questions/${question.question}/${kind}`),
      blank: blankReply,
      command: ({ text }, { question }) => command(question.question, { text }),
      // What came since is no reason to lose an answer: that the question is still open is asked again.
      anyVersion: true,
      done: () => ({ to: "questions", key: `questions:${kind}.done` }),
      show: (page, fields) => replyShown(kind, page, fields),
    },
    (req, res) => gather(services, req, res),
  );

async function gather(services: Services, req: Request, res: Response): Promise<ReplyPage> {
  const page = await questionsPage(services, req, res);
  const asked = page.technology.questions.find(({ question }) => question === pathValue(req, "question"));
  const question = asked ?? notFound();
  return { ...page, question, words: await wordsFor(services, res, page.technology, textsOf(question)) };
}

function blankReply({ technology, question }: ReplyPage): FormState {
  const blank = blankForm({}, technology.version);
  if (isOpenQuestion(question)) return blank;
  return refused(blank, [{ code: "QuestionSettledAlready", params: { question: question.question } }]);
}

function replyShown(kind: Reply["kind"], page: ReplyPage, fields: Fields): FormFace {
  const { row, language, question, at } = page;
  const { t } = language;
  return {
    view: "pages/questions/reply",
    head: {
      title: t(`questions:${kind}.title`, { id: question.question, name: row.name }),
      trail: [questionsCrumb(page)],
      lead: t(`questions:${kind}.lead`),
    },
    model: {
      thread: { ...threadOf(page, question), links: [] },
      text: fields.textarea("text", {
        label: t(`questions:${kind}.label`),
        hint: t(`questions:${kind}.hint`),
        rows: 6,
      }),
      button: t(`questions:${kind}.button`),
      back: { text: t("common:back"), href: at("questions") },
    },
  };
}
