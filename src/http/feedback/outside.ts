import type { Request, Response } from "express";
import { z } from "zod";
import { handle } from "../../application/handle.ts";
import { drawReceiptCode, messageIdOf, parseReceiptCode } from "../../application/receipt-code.ts";
import { readMessage } from "../../application/feedback/on-feedback.ts";
import { streamOfSlug } from "../../application/propose.ts";
import type { Services } from "../../application/services.ts";
import { takesMessages } from "../../domain/technology/state/feedback.ts";
import type { Technology } from "../../domain/technology/state/technology.ts";
import { technologyOf } from "../../domain/technology/streams.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { blankForm } from "../forms/form.ts";
import type { Form, FormState } from "../forms/form.ts";
import { fieldsOf, hiddenOf } from "../forms/show.ts";
import { renderOutside } from "../outside/page.ts";
import { byPublic, withAnotherCode } from "../outside/sending.ts";
import { strangerOf } from "../outside/stranger.ts";
import { pathValue } from "../request-values.ts";
import { departmentName } from "../say/department.ts";
import { messagesOwed } from "../say/messages-owed.ts";
import { unsettled } from "../submission.ts";
import { askedOf, messageFields, receiving } from "./message-form.ts";
import { showReceipt } from "./receipt.ts";

export const writeSchema = z.object(messageFields);

/** The form through which anybody writes about a technology in use: short, without an account, safe to send twice. */
export const outsidePages = ({ services }: Deps) => ({
  async show(req: Request, res: Response): Promise<void> {
    showForm(services, res, await written(services, req), blankForm({ code: drawReceiptCode() }));
  },

  async submit(req: Request, res: Response, form: Form<z.output<typeof writeSchema>>): Promise<void> {
    const about = await written(services, req);
    if (!form.valid) {
      showForm(services, res, about, form);
      return;
    }
    const { code: typedCode, ...said } = form.values;
    const code = parseReceiptCode(typedCode);
    if (code === null) {
      showForm(services, res, about, withAnotherCode(form, "FeedbackSentAlready"));
      return;
    }
    const message = messageIdOf(code);
    const outcome = await handle(
      services,
      byPublic(form),
      receiving({ message, technology: about.id }, { ...said, channel: "page", receivedOn: services.today() }),
    );
    // Sent once more with other words: the first stand under its code, these get one of their own.
    if (outcome.kind === "command-reused" || (outcome.kind === "rejected" && outcome.reasons.some(isTwice))) {
      showForm(services, res, about, withAnotherCode(form, "FeedbackSentAlready"));
      return;
    }
    const refused = unsettled(form, outcome);
    if (refused !== null) {
      showForm(services, res, about, refused);
      return;
    }
    const read = (await readMessage(services, message)) ?? notFound();
    await showReceipt(services, res, { code, ...read, fresh: true });
  },
});

const isTwice = ({ code }: { readonly code: string }): boolean => code === "FeedbackReceivedAlready";

type About = { readonly id: string; readonly slug: string; readonly technology: Technology };

/** Where nobody may write there is no page, and nothing that tells why. */
async function written(services: Services, req: Request): Promise<About> {
  const slug = pathValue(req, "slug");
  const stream = await streamOfSlug(services, slug);
  const id = stream === null ? null : technologyOf(stream);
  const technology = id === null ? null : await services.views.technologyState(id);
  if (id === null || technology === null) return notFound();
  return takesMessages(technology) ? { id, slug, technology } : notFound();
}

function showForm({ views, today }: Services, res: Response, { id, slug, technology }: About, form: FormState): void {
  const { language, to } = strangerOf(res);
  const { t } = language;
  const fields = fieldsOf(form, language);
  const { name, department } = technology.proposal;
  const sum = views.feedback.sum(id, today());
  renderOutside(
    res,
    "pages/feedback/write",
    {
      title: t("feedback:write.title", { name }),
      eyebrow: [departmentName(language, views.departments.all(), department)],
      lead: t("feedback:write.lead"),
      form,
      secret: true,
    },
    {
      action: to(`/public/feedback/${slug}`),
      hidden: [...hiddenOf(form), { name: "code", value: fields.value("code") || drawReceiptCode() }],
      ...askedOf(language, views.policies.current(), technology.feedback.form, fields, "write"),
      standing: [
        ...messagesOwed(t, sum),
        ...(sum.veryOverdue === 0 ? [] : [t("feedback:write.veryLate", { count: sum.veryOverdue })]),
        ...(sum.medianDays === null ? [] : [t("feedback:write.median", { count: sum.medianDays })]),
      ],
      receipt: to("/public/feedback"),
    },
  );
}
