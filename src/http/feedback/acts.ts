import type { Request, Response } from "express";
import { z } from "zod";
import { onFeedback } from "../../application/feedback/on-feedback.ts";
import type { Raw } from "../../application/raw-command.ts";
import type { FeedbackCommand } from "../../domain/feedback/message.ts";
import { feedbackOutcomes } from "../../domain/feedback/message.ts";
import { submitCommand } from "../command-form.ts";
import type { Deps } from "../deps.ts";
import { forbidden } from "../faults.ts";
import { choice, requiredText } from "../forms/fields.ts";
import { blankForm } from "../forms/form.ts";
import type { Form, FormState } from "../forms/form.ts";
import { fieldsOf, hiddenOf } from "../forms/show.ts";
import { done } from "../page.ts";
import { submission } from "../submission.ts";
import { renderTechnology } from "../technology-page.ts";
import type { Form as Fields } from "../view/form.ts";
import type { Language } from "../view/languages.ts";
import { courseOf } from "./course.ts";
import { longestMessage } from "./message-form.ts";
import { feedbackCrumb, messagePage, numberOf } from "./page.ts";
import type { MessagePage } from "./page.ts";

const text = requiredText(longestMessage);

/** One thing that is done with a message. Texts stand under `feedback:act.<its name>`. */
type MessageAct<S extends z.ZodType> = {
  readonly schema: S;
  readonly command: (values: z.output<S>) => Raw<FeedbackCommand>;
  /** What is asked beside the words. */
  readonly choice?: (fields: Fields, language: Language) => object;
};

const act = <S extends z.ZodType>(of: MessageAct<S>): MessageAct<S> => of;

const wordsAlone = (type: "AskWriter" | "ReplyFeedback" | "ExtendFeedback" | "ReopenFeedback") =>
  act({ schema: z.object({ text }), command: (values) => ({ type, text: values }) });

export const messageActs = {
  question: wordsAlone("AskWriter"),
  reply: wordsAlone("ReplyFeedback"),
  extension: wordsAlone("ExtendFeedback"),
  reopening: wordsAlone("ReopenFeedback"),
  answer: act({
    schema: z.object({ text, outcome: choice(feedbackOutcomes, { missing: "feedback:act.answer.outcomeMissing" }) }),
    command: ({ text: words, outcome }) => ({ type: "AnswerFeedback", outcome, text: { text: words } }),
    choice: (fields, { t }) =>
      fields.radios("outcome", {
        legend: t("feedback:act.answer.outcome"),
        options: feedbackOutcomes.map((value) => ({
          value,
          label: t(`feedback:act.answer.outcomes.${value}`),
          hint: t(`feedback:act.answer.outcomeHint.${value}`),
        })),
      }),
  }),
  call: act({
    schema: z.object({ text, reached: choice(["yes", "no"], { missing: "feedback:act.call.reachedMissing" }) }),
    command: ({ text: words, reached }) => ({ type: "CallBack", reached: reached === "yes", text: { text: words } }),
    choice: (fields, { t }) =>
      fields.radios("reached", {
        legend: t("feedback:act.call.reached"),
        options: ["yes", "no"].map((value) => ({ value, label: t(`feedback:act.call.reachedIs.${value}`) })),
      }),
  }),
};

/** A form for it under what was said so far. */
export function actPages<S extends z.ZodType>({ services }: Deps, name: string, spec: MessageAct<S>) {
  return {
    async show(req: Request, res: Response): Promise<void> {
      const page = await messagePage(services, req, res);
      if (!page.answers) forbidden();
      await showAct(services, res, page, blankForm({}, page.version));
    },

    async submit(req: Request, res: Response, form: Form<z.output<S>>): Promise<void> {
      const page = await messagePage(services, req, res);
      if (!form.valid) return showAct(services, res, page, form);
      await submitCommand(services, form, {
        by: (filled) => submission(res, filled, "planner", "evaluator"),
        task: (values) => onFeedback({ message: page.id, technology: page.row.id }, spec.command(values)),
        again: async (refused) => showAct(services, res, await messagePage(services, req, res), refused),
        done: () => done(res, page.at(`feedback/${page.id}`), `feedback:act.${name}.done`),
      });
    },
  };

  async function showAct(around: Deps["services"], res: Response, page: MessagePage, form: FormState): Promise<void> {
    const { language, row, message, at, id, answers, today } = page;
    const { t } = language;
    const fields = fieldsOf(form, language);
    const { extensionDays, replyDays } = around.views.policies.current().safeguards.feedback;
    const contact = name === "call" && answers ? await around.feedbackContacts.of(id, today) : null;
    await renderTechnology(
      res,
      page,
      "pages/feedback/act",
      {
        title: t(`feedback:act.${name}.title`, {
          number: numberOf({ key: message.received.position }),
          name: row.name,
        }),
        trail: [
          feedbackCrumb(page),
          { text: t("feedback:list.number", { number: message.received.position }), href: at(`feedback/${id}`) },
        ],
        lead: t(`feedback:act.${name}.lead`, { extension: extensionDays, reply: replyDays }),
        form,
      },
      {
        action: at(`feedback/${id}/${name}`),
        back: at(`feedback/${id}`),
        hidden: hiddenOf(form),
        contact: name === "call" ? (contact ?? t("feedback:one.noContact")) : null,
        choice: spec.choice?.(fields, language) ?? null,
        text: fields.textarea("text", {
          label: t(`feedback:act.${name}.label`),
          hint: t(`feedback:act.${name}.hint`),
          rows: 7,
        }),
        button: t(`feedback:act.${name}.button`),
        course: courseOf(language, message, page.words),
      },
    );
  }
}
