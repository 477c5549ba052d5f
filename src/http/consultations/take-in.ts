import type { Request, Response } from "express";
import { z } from "zod";
import { onContribution } from "../../application/consultations/on-contribution.ts";
import { handle } from "../../application/handle.ts";
import { contributionIdOf, drawReceiptCode, parseReceiptCode } from "../../application/receipt-code.ts";
import { contributionLimits } from "../../domain/contributions/limits.ts";
import { contributionChannels } from "../../domain/technology/state/consultations.ts";
import { inGroups } from "../../domain/words/typed-code.ts";
import type { Consultation } from "../../domain/technology/state/consultations.ts";
import type { Deps } from "../deps.ts";
import { forbidden, notFound } from "../faults.ts";
import { choice, day, requiredText } from "../forms/fields.ts";
import { blankForm } from "../forms/form.ts";
import type { Filled, Form, FormState } from "../forms/form.ts";
import { fieldsOf, hiddenOf } from "../forms/show.ts";
import { submission, unsettled } from "../submission.ts";
import { renderTechnology } from "../technology-page.ts";
import { consultationCrumb, consultationPage, consultationsCrumb } from "./page.ts";
import type { ConsultationPage } from "./page.ts";

const [, ...offline] = contributionChannels;

export const takeInSchema = z.object({
  channel: choice(offline, { missing: "consultations:act.takeIn.channelMissing" }),
  receivedOn: day(),
  text: requiredText(contributionLimits.text),
  code: requiredText(40),
});

/** What came in a letter, by telephone or at a counter, typed in with the day it came; the writer gets a code all the same. */
export const takeInPages = ({ services }: Deps) => ({
  async show(req: Request, res: Response): Promise<void> {
    const page = await consultationPage(services, req, res);
    if (!page.runs) forbidden();
    if (offlineWays(page.asking).length === 0) notFound();
    const { today, asking } = page;
    const receivedOn = today > asking.closesOn ? asking.closesOn : today;
    await showForm(res, page, blankForm({ receivedOn, code: drawReceiptCode() }));
  },

  async submit(req: Request, res: Response, form: Form<z.output<typeof takeInSchema>>): Promise<void> {
    const page = await consultationPage(services, req, res);
    if (!form.valid) return showForm(res, page, form);
    const { code: typedCode, text, ...came } = form.values;
    const code = parseReceiptCode(typedCode) ?? drawReceiptCode();
    const { row, asking } = page;
    const outcome = await handle(
      services,
      submission(res, { ...form, version: null }, "planner"),
      onContribution(
        { contribution: contributionIdOf(code), technology: row.id },
        {
          type: "ReceiveContribution",
          technology: row.id,
          consultation: asking.consultation,
          text: { text },
          ...came,
        },
      ),
    );
    const refused = unsettled(form, outcome);
    // The next letter typed over the last one: that one stands under its code, this one gets one of its own.
    const isNext =
      outcome.kind === "command-reused" ||
      (outcome.kind === "rejected" && outcome.reasons.some((reason) => reason.code === "ContributionReceivedAlready"));
    if (isNext) return showForm(res, page, withAnotherCode(form));
    if (refused !== null) return showForm(res, page, refused);
    await showReceived(res, page, code);
  },
});

const withAnotherCode = ({ typed }: Pick<Filled<unknown>, "typed">): FormState => ({
  ...blankForm({ ...typed, code: drawReceiptCode() }),
  status: 409,
  reasons: [{ code: "ContributionTypedIn" }],
});

/** Ways of this consultation whose words somebody here types in. */
export const offlineWays = ({ kind, channels }: Pick<Consultation, "kind" | "channels">) =>
  kind === "poll" ? [] : offline.filter((value) => channels.includes(value));

async function showForm(res: Response, page: ConsultationPage, form: FormState): Promise<void> {
  const { language, asking, at } = page;
  const { t } = language;
  const fields = fieldsOf(form, language);
  const here = `consultations/${asking.consultation}/contributions`;
  await renderTechnology(
    res,
    page,
    "pages/consultations/form",
    {
      title: t("consultations:act.takeIn.title", { title: asking.title }),
      trail: [consultationsCrumb(page), consultationCrumb(page)],
      lead: t("consultations:act.takeIn.lead"),
      form,
    },
    {
      action: at(`${here}/new`),
      back: at(here),
      hidden: [...hiddenOf(form), { name: "code", value: fields.value("code") || drawReceiptCode() }],
      about: null,
      button: t("consultations:act.takeIn.button"),
      inputs: [
        {
          radios: fields.radios("channel", {
            legend: t("consultations:act.takeIn.channel"),
            options: offlineWays(asking).map((value) => ({
              value,
              label: t(`consultations:act.takeIn.by.${value}`),
            })),
          }),
        },
        {
          field: fields.date("receivedOn", {
            label: t("consultations:act.takeIn.receivedOn"),
            hint: t("consultations:act.takeIn.receivedOnHint"),
          }),
        },
        {
          field: fields.textarea("text", {
            label: t("consultations:act.takeIn.text"),
            hint: t("consultations:act.takeIn.textHint"),
            rows: 10,
          }),
        },
      ],
    },
  );
}

/** Read out, or handed over on paper: without the code nobody outside sees what becomes of it. */
async function showReceived(res: Response, page: ConsultationPage, code: string): Promise<void> {
  const { language, asking, at } = page;
  const { t } = language;
  const here = `consultations/${asking.consultation}/contributions`;
  await renderTechnology(
    res,
    page,
    "pages/consultations/received",
    {
      title: t("consultations:received.title"),
      trail: [consultationsCrumb(page), consultationCrumb(page)],
      lead: t("consultations:received.lead"),
      secret: true,
    },
    {
      code: inGroups(code),
      contribution: at(`contributions/${contributionIdOf(code)}`),
      another: at(`${here}/new`),
    },
  );
}
