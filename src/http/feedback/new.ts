import type { Request, Response } from "express";
import { z } from "zod";
import { handle } from "../../application/handle.ts";
import { messageIdOf, drawReceiptCode, inGroups, parseReceiptCode } from "../../application/feedback/receipt-code.ts";
import { onFeedback, readMessage } from "../../application/feedback/on-feedback.ts";
import type { FeedbackForm } from "../../domain/technology/state/feedback.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import { feedbackChannels } from "../../domain/feedback/message.ts";
import { feedbackSeverities } from "../../domain/policy/safeguards/feedback.ts";
import type { Deps } from "../deps.ts";
import { forbidden } from "../faults.ts";
import { choice, day, optionalText, requiredText } from "../forms/fields.ts";
import { blankForm } from "../forms/form.ts";
import type { Form, FormState } from "../forms/form.ts";
import { fieldsOf, hiddenOf } from "../forms/show.ts";
import { submission, unsettled } from "../submission.ts";
import { renderTechnology } from "../technology-page.ts";
import type { Form as Fields } from "../view/form.ts";
import type { Language } from "../view/languages.ts";
import { feedbackCrumb, feedbackPage } from "./page.ts";
import type { FeedbackPage } from "./page.ts";
import { categoryName } from "./words.ts";

/** Characters of a message, and of how somebody is reached. */
export const longestMessage = 4000;
const longestContact = 200;

/** What whoever writes is asked, and whoever types in for them. */
export const messageFields = {
  category: requiredText(60, { missing: "feedback:write.categoryMissing" }),
  severity: choice(feedbackSeverities, { missing: "feedback:write.severityMissing" }),
  place: optionalText(120),
  group: optionalText(120),
  text: requiredText(longestMessage, { missing: "feedback:write.textMissing" }),
  contact: optionalText(longestContact),
  code: requiredText(40),
};

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
    const { code: typedCode, contact, ...said } = form.values;
    const code = parseReceiptCode(typedCode) ?? drawReceiptCode();
    const message = messageIdOf(code);
    const task = onFeedback(
      { message, technology: page.row.id, contact },
      {
        type: "ReceiveFeedback",
        technology: page.row.id,
        ...said,
        place: said.place === "" ? null : said.place,
        group: said.group === "" ? null : said.group,
        text: { text: said.text },
      },
    );
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

/** The fields that the public's form and that of staff share. */
export function askedOf(
  language: Language,
  policy: Policy,
  form: FeedbackForm | null,
  fields: Fields,
  who: "add" | "write",
) {
  const { t } = language;
  const { categories, answerDays } = policy.safeguards.feedback;
  const same = (name: "place" | "group", values: readonly string[]) =>
    values.length === 0
      ? null
      : fields.select(name, {
          label: t(`feedback:write.${name}`),
          options: [
            { value: "", label: t("feedback:write.notSaid") },
            ...values.map((value) => ({ value, label: value })),
          ],
          optional: true,
        });
  return {
    category: fields.radios("category", {
      legend: t(`feedback:${who}.category`),
      options: categories.map(({ key }) => ({ value: key, label: categoryName(language, policy, key) })),
    }),
    severity: fields.radios("severity", {
      legend: t(`feedback:${who}.severity`),
      options: feedbackSeverities.map((value) => ({
        value,
        label: t(`words:feedbackSeverity.${value}`),
        hint: t(`feedback:write.severityHint.${value}`, { count: answerDays[value] }),
      })),
    }),
    place: same("place", form?.places ?? []),
    audience: same("group", form?.groups ?? []),
    text: fields.textarea("text", {
      label: t(`feedback:${who}.text`),
      hint: t(`feedback:${who}.textHint`),
      rows: 7,
    }),
    contact: fields.text("contact", {
      label: t(`feedback:${who}.contact`),
      hint: t("feedback:write.contactHint", { count: policy.safeguards.feedback.contactDays }),
      optional: true,
    }),
  };
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
