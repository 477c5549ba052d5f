import type { Request, Response } from "express";
import { z } from "zod";
import { handle } from "../../application/handle.ts";
import { messageIdOf, drawReceiptCode, parseReceiptCode } from "../../application/receipt-code.ts";
import { inGroups } from "../../domain/words/typed-code.ts";
import { readMessage } from "../../application/feedback/on-feedback.ts";
import { feedbackChannels } from "../../domain/feedback/message.ts";
import type { Deps } from "../deps.ts";
import { forbidden } from "../faults.ts";
import { choice, day } from "../forms/fields.ts";
import { blankForm } from "../forms/form.ts";
import type { Form, FormState } from "../forms/form.ts";
import { fieldsOf, hiddenOf } from "../forms/show.ts";
import { submission, unsettled } from "../submission.ts";
import { renderTechnology } from "../technology-page.ts";
import { askedOf, messageFields, receiving } from "./message-form.ts";
import { feedbackCrumb, feedbackPage } from "./page.ts";
import type { FeedbackPage } from "./page.ts";

const [, ...offline] = feedbackChannels;

export const newSchema = z.object({
  ...messageFields,
  channel: choice(offline, { missing: "feedback:add.channelMissing" }),
  receivedOn: day(),
});

/** What somebody said on the telephone, at a counter or in a letter, with the same clock from the day it came. */
export const newPages = ({ services }: Deps) => ({
  async show(req: Request, res: Response): Promise<void> {
    const page = await feedbackPage(services, req, res);
    if (!page.answers) forbidden();
    await showNew(services, res, page, blankForm({ receivedOn: page.today, code: drawReceiptCode() }));
  },

  async submit(req: Request, res: Response, form: Form<z.output<typeof newSchema>>): Promise<void> {
    const page = await feedbackPage(services, req, res);
    if (!form.valid) return showNew(services, res, page, form);
    const { code: typedCode, ...said } = form.values;
    const code = parseReceiptCode(typedCode) ?? drawReceiptCode();
    const task = receiving({ message: messageIdOf(code), technology: page.row.id }, said);
    const outcome = await handle(services, submission(res, { ...form, version: null }, "planner", "evaluator"), task);
    const refused = unsettled(form, outcome);
    if (refused !== null) return showNew(services, res, page, refused);
    await showReceived(services, res, page, code);
  },
});

async function showNew(services: Deps["services"], res: Response, page: FeedbackPage, form: FormState): Promise<void> {
  const { language, row, technology, at } = page;
  const { t } = language;
  const fields = fieldsOf(form, language);
  const policy = services.views.policies.current();
  await renderTechnology(
    res,
    page,
    "pages/feedback/new",
    {
      title: t("feedback:add.title", { name: row.name }),
      trail: [feedbackCrumb(page)],
      lead: t("feedback:add.lead"),
      form,
    },
    {
      action: at("feedback/new"),
      back: at("feedback"),
      hidden: [...hiddenOf(form), { name: "code", value: fields.value("code") || drawReceiptCode() }],
      channel: fields.radios("channel", {
        legend: t("feedback:add.channel"),
        options: offline.map((value) => ({ value, label: t(`feedback:add.by.${value}`) })),
      }),
      receivedOn: fields.date("receivedOn", {
        label: t("feedback:add.receivedOn"),
        hint: t("feedback:add.receivedOnHint"),
      }),
      ...askedOf(language, policy, technology.feedback.form, fields, "add"),
    },
  );
}

/** Read out, or handed over on paper: without the code nobody outside sees what becomes of it. */
async function showReceived(
  services: Deps["services"],
  res: Response,
  page: FeedbackPage,
  code: string,
): Promise<void> {
  const { language, row, at } = page;
  const { t, format } = language;
  const id = messageIdOf(code);
  const read = await readMessage(services, id);
  await renderTechnology(
    res,
    page,
    "pages/feedback/received",
    {
      title: t("feedback:received.title", { name: row.name }),
      trail: [feedbackCrumb(page)],
      lead: t("feedback:received.lead"),
      secret: true,
    },
    {
      code: inGroups(code),
      due: read === null ? null : t("feedback:received.due", { day: format.date(read.message.due.on) }),
      message: at(`feedback/${id}`),
      another: at("feedback/new"),
    },
  );
}
