import type { Request, Response } from "express";
import { z } from "zod";
import { handle } from "../../application/handle.ts";
import { messageIdOf, parseReceiptCode } from "../../application/receipt-code.ts";
import { inGroups } from "../../domain/words/typed-code.ts";
import { onFeedback, readMessage } from "../../application/feedback/on-feedback.ts";
import { publicActor } from "../../application/public-actor.ts";
import type { Raw } from "../../application/raw-command.ts";
import type { Services } from "../../application/services.ts";
import { eraser } from "../../application/reader.ts";
import { texts } from "../../application/texts.ts";
import { isOpenMessage, standingOfMessage } from "../../domain/feedback/message.ts";
import type { FeedbackCommand, Message } from "../../domain/feedback/message.ts";
import type { Deps } from "../deps.ts";
import { choice, requiredText } from "../forms/fields.ts";
import { blankForm } from "../forms/form.ts";
import type { Form, FormState } from "../forms/form.ts";
import { hiddenOf } from "../forms/show.ts";
import { receiptQuestion } from "../outside/ask-receipt.ts";
import { renderOutside } from "../outside/page.ts";
import { sendReceiptProof } from "../outside/receipt-proof.ts";
import { strangerOf } from "../outside/stranger.ts";
import { unsettled } from "../submission.ts";
import type { Content } from "../view/html.ts";
import { courseOf } from "./course.ts";
import { receiptForms } from "./receipt-forms.ts";
import { standingTag, categoryName } from "./words.ts";
import { workingOf } from "./working.ts";

const code = requiredText(100, { missing: "feedback:receipt.codeMissing" });

export const lookSchema = z.object({ code });

const words = requiredText(4000, { missing: "feedback:receipt.textMissing" });
export const replySchema = z.object({ code, reply: words });
export const reopeningSchema = z.object({ code, reopening: words });
export const ratingSchema = z.object({
  code,
  rating: choice(["1", "2", "3", "4", "5"], { missing: "feedback:receipt.ratingMissing" }),
});

/** What became of a message, for whoever has its code: it stands in no address, and so in no log and no history. */
export function receiptPages(deps: Deps) {
  const { services } = deps;
  return {
    ask(_req: Request, res: Response): void {
      question.show(res, blankForm());
    },

    async look(_req: Request, res: Response, form: Form<z.output<typeof lookSchema>>): Promise<void> {
      if (!form.valid) {
        question.show(res, form);
        return;
      }
      const stands = await find(services, form.values.code);
      if (stands === null) {
        question.show(res, question.unknown(form));
        return;
      }
      await showReceipt(services, res, stands);
    },

    /** The file that the program of the public pages checks. */
    async proof(_req: Request, res: Response, form: Form<z.output<typeof lookSchema>>): Promise<void> {
      const stands = form.valid ? await find(services, form.values.code) : null;
      if (stands === null) {
        question.show(res, form.valid ? question.unknown(form) : form);
        return;
      }
      const { received, text } = stands.message;
      await sendReceiptProof(deps, res, { position: received.position, text });
    },

    reply: act(replySchema, ({ reply }) => ({ type: "ReplyFeedback", text: { text: reply } })),
    reopening: act(reopeningSchema, ({ reopening }) => ({ type: "ReopenFeedback", text: { text: reopening } })),
    rating: act(ratingSchema, ({ rating }) => ({ type: "RateFeedback", rating: Number(rating) })),
  };

  function act<S extends z.ZodType<{ readonly code: string }>>(
    _schema: S,
    command: (values: z.output<S>) => Raw<FeedbackCommand>,
  ) {
    return async (_req: Request, res: Response, form: Form<z.output<S>>): Promise<void> => {
      const typed = form.typed["code"];
      const stands = await find(services, typeof typed === "string" ? typed : "");
      if (stands === null) {
        question.show(res, question.unknown(form));
        return;
      }
      if (!form.valid) return showReceipt(services, res, { ...stands, form });
      const about = { message: messageIdOf(stands.code), technology: stands.message.technology };
      const submission = { actor: publicActor, role: "public", commandId: form.commandId } as const;
      const outcome = await handle(services, submission, onFeedback(about, command(form.values)));
      const refused = unsettled(form, outcome);
      const now = (await find(services, stands.code)) ?? stands;
      await showReceipt(services, res, refused === null ? { ...now, thanks: true } : { ...now, form: refused });
    };
  }
}

type KnownMessage = { readonly code: string; readonly message: Message };

async function find(services: Services, typed: string): Promise<KnownMessage | null> {
  const known = parseReceiptCode(typed);
  const read = known === null ? null : await readMessage(services, messageIdOf(known));
  return known === null || read === null ? null : { code: known, message: read.message };
}

const question = receiptQuestion("/public/feedback", "feedback:receipt");

type Receipt = KnownMessage & {
  readonly form?: FormState;
  /** Just sent. */
  readonly fresh?: boolean;
  readonly thanks?: boolean;
};

/** Received, by when it is answered and how that was reckoned, what was said since, and what its writer may still say. */
export async function showReceipt(services: Services, res: Response, receipt: Receipt): Promise<void> {
  const { code: known, message, form = blankForm(), fresh = false, thanks = false } = receipt;
  const { language, to, hasPages } = strangerOf(res);
  const { t, format } = language;
  const { views } = services;
  const today = services.today();
  const policy = views.policies.current();
  const basis = views.policies.byVersion()[message.due.policy] ?? policy;
  // What they wrote, and what was written to them: whoever has the code reads it.
  const written = await texts(services, eraser, message.texts);
  const { position } = message.received;
  const technology = await views.technologyState(message.technology);
  renderOutside(
    res,
    "pages/feedback/receipt",
    {
      title: t(`feedback:receipt.${fresh ? "thanks" : "title"}`, { name: technology?.proposal.name ?? "" }),
      lead: leadOf(message, language, today),
      secret: true,
      ...(form.status === 200 ? {} : { form }),
    },
    {
      thanks: thanks ? t("feedback:receipt.taken") : null,
      code: inGroups(known),
      fresh,
      tag: standingTag(language, standingOfMessage(message, today)),
      facts: {
        facts: [
          { term: t("feedback:receipt.code"), value: inGroups(known) },
          { term: t("feedback:column.category"), value: categoryName(language, policy, message.category) },
          { term: t("feedback:column.severity"), value: t(`words:feedbackSeverity.${message.severity}`) },
          { term: t("feedback:receipt.came"), value: format.date(message.receivedOn) },
        ],
      },
      working: isOpenMessage(message) ? { facts: workingOf(language, message, basis) } : null,
      course: courseOf(language, message, written),
      ...receiptForms(message, known, form, strangerOf(res)),
      proof: {
        position,
        action: to("/public/feedback/proof"),
        hidden: [...hiddenOf(form), { name: "code", value: known }],
        how: hasPages ? to("/public/verify") : null,
      },
    },
  );
}

function leadOf(message: Message, { t, format }: ReturnType<typeof strangerOf>["language"], today: string): Content {
  const standing = standingOfMessage(message, today);
  const { due, callBack } = message;
  if (callBack !== null && callBack.done === null)
    return t.html("feedback:receipt.lead.call", { day: format.date(callBack.due) });
  return t.html(`feedback:receipt.lead.${standing}`, { day: format.date(due.on), due: format.due(due.on, today) });
}
