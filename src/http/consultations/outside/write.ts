import { contributionLimits } from "../../../domain/contributions/limits.ts";
import type { Request, Response } from "express";
import { z } from "zod";
import { onContribution, readContribution } from "../../../application/consultations/on-contribution.ts";
import { contributionIdOf, drawReceiptCode, parseReceiptCode } from "../../../application/receipt-code.ts";
import { handle } from "../../../application/handle.ts";
import type { Services } from "../../../application/services.ts";
import type { Deps } from "../../deps.ts";
import { notFound } from "../../faults.ts";
import { optionalText, requiredText } from "../../forms/fields.ts";
import { blankForm } from "../../forms/form.ts";
import type { Filled, Form, FormState } from "../../forms/form.ts";
import { fieldsOf, hiddenOf } from "../../forms/show.ts";
import { renderOutside } from "../../outside/page.ts";
import { byPublic, withAnotherCode } from "../../outside/sending.ts";
import { strangerOf } from "../../outside/stranger.ts";
import { unsettled } from "../../submission.ts";
import { addressOf, askedAt, wordsOutside } from "./find.ts";
import type { Asked } from "./find.ts";
import { showReceipt } from "./receipt-page.ts";

export const writeSchema = z.object({
  text: requiredText(contributionLimits.text, { missing: "taking-part:write.textMissing" }),
  code: requiredText(40),
  /** Looked over first, then sent; "change" goes back to the form. */
  go: optionalText(10),
});
type Values = z.output<typeof writeSchema>;

/** Where anybody says what they think: short, without an account, looked over before it is sent, safe to send twice. */
export const writePages = ({ services }: Deps) => ({
  async show(req: Request, res: Response): Promise<void> {
    await showForm(services, res, await openAt(services, req), blankForm({ code: drawReceiptCode() }));
  },

  async submit(req: Request, res: Response, form: Form<Values>): Promise<void> {
    const asked = await askedAt(services, req);
    if (isJustOver(asked) && (!form.valid || form.values.go !== "send"))
      return showForm(services, res, asked, tooLate(form, asked));
    if (!form.valid) return showForm(services, res, mustBeOpen(asked), form);
    const { text, code: typed, go } = form.values;
    const code = parseReceiptCode(typed);
    if (code === null)
      return showForm(services, res, mustBeOpen(asked), withAnotherCode(form, "ContributionSentAlready"));
    if (go !== "send") {
      const again = { ...blankForm(form.typed), commandId: form.commandId };
      return go === "change"
        ? showForm(services, res, mustBeOpen(asked), again)
        : showPreview(services, res, mustBeOpen(asked), again);
    }
    const contribution = contributionIdOf(code);
    const outcome = await handle(
      services,
      byPublic(form),
      onContribution(
        { contribution, technology: asked.id },
        {
          type: "ReceiveContribution",
          technology: asked.id,
          consultation: asked.consultation.consultation,
          channel: "page",
          receivedOn: services.today(),
          text: { text },
        },
      ),
    );
    // Sent once more with other words: the first stand under their code, these get one of their own.
    if (outcome.kind === "command-reused" || (outcome.kind === "rejected" && outcome.reasons.some(isTwice)))
      return showForm(services, res, asked, withAnotherCode(form, "ContributionSentAlready"));
    const refused = unsettled(form, outcome);
    if (refused !== null) return showForm(services, res, asked, refused);
    const read = (await readContribution(services, contribution)) ?? notFound();
    await showReceipt(services, res, { code, contribution: read.contribution, fresh: true });
  },
});

const isTwice = ({ code }: { readonly code: string }): boolean => code === "ContributionReceivedAlready";

const openAt = async (services: Services, req: Request): Promise<Asked> => mustBeOpen(await askedAt(services, req));

/** Whoever began before midnight of the last day is told so, and keeps what they wrote. */
const isJustOver = ({ consultation, standing, withheld }: Asked): boolean =>
  (standing === "over" || standing === "overdue") &&
  withheld === null &&
  consultation.kind !== "poll" &&
  consultation.channels.includes("page");

const tooLate = ({ typed }: Pick<Filled<unknown>, "typed">, { consultation: { closesOn } }: Asked): FormState => ({
  ...blankForm(typed),
  status: 409,
  reasons: [{ code: "ContributionTooLate", params: { closesOn } }],
});

/** Where nobody may write now there is no form. */
function mustBeOpen(asked: Asked): Asked {
  const { consultation, standing, withheld } = asked;
  const takes = standing === "open" && withheld === null && consultation.kind !== "poll";
  return takes && consultation.channels.includes("page") ? asked : notFound();
}

async function questionOf(services: Services, res: Response, { consultation }: Asked) {
  const { language } = strangerOf(res);
  const words = await wordsOutside(services, language, [consultation.question]);
  return words(consultation.question);
}

async function showForm(services: Services, res: Response, asked: Asked, form: FormState): Promise<void> {
  const { language, to } = strangerOf(res);
  const { t, format } = language;
  const fields = fieldsOf(form, language);
  const { title } = asked.consultation;
  renderOutside(
    res,
    "pages/consultations/outside-write",
    {
      title: t("taking-part:write.title", { title }),
      lead: t("taking-part:write.lead"),
      crumbs: crumbsOf(res, asked),
      form,
      secret: true,
    },
    {
      action: to(`${addressOf(asked)}/response`),
      hidden: [...hiddenOf(form), { name: "code", value: fields.value("code") || drawReceiptCode() }],
      question: await questionOf(services, res, asked),
      text: fields.textarea("text", {
        label: t("taking-part:write.text"),
        hint: t("taking-part:write.textHint", { most: format.number(contributionLimits.text) }),
        rows: 10,
      }),
    },
  );
}

/** Once more before it is sent: what is entered cannot be called back. */
async function showPreview(services: Services, res: Response, asked: Asked, form: FormState): Promise<void> {
  const { language, to } = strangerOf(res);
  const { t } = language;
  const text = String(form.typed["text"] ?? "");
  renderOutside(
    res,
    "pages/consultations/outside-preview",
    {
      title: t("taking-part:write.previewTitle"),
      lead: t("taking-part:write.previewLead"),
      crumbs: crumbsOf(res, asked),
      secret: true,
    },
    {
      action: to(`${addressOf(asked)}/response`),
      hidden: [
        ...hiddenOf(form),
        { name: "code", value: String(form.typed["code"] ?? "") },
        { name: "text", value: text },
      ],
      question: await questionOf(services, res, asked),
      paragraphs: text.split("\n").filter((line) => line.trim() !== ""),
    },
  );
}

const crumbsOf = (res: Response, asked: Asked) => [
  { text: asked.consultation.title, href: strangerOf(res).to(addressOf(asked)) },
];
