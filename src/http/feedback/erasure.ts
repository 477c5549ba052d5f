import type { Request, Response } from "express";
import type { z } from "zod";
import { onFeedback } from "../../application/feedback/on-feedback.ts";
import { eraser } from "../../application/reader.ts";
import { texts } from "../../application/texts.ts";
import { submitCommand } from "../command-form.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { erasureFields } from "../forms/erasing.ts";
import type { erasureSchema } from "../forms/erasing.ts";
import { blankForm } from "../forms/form.ts";
import type { Form, FormState } from "../forms/form.ts";
import { done } from "../page.ts";
import { pathValue } from "../request-values.ts";
import { textShown } from "../say/text.ts";
import { submission } from "../submission.ts";
import { renderTechnology } from "../technology-page.ts";
import { feedbackCrumb, messagePage } from "./page.ts";
import type { MessagePage } from "./page.ts";

/** The removal of words of a message on a legal ground; how its writer is reached goes with them. */
export function erasurePages({ services }: Deps) {
  const gather = async (req: Request, res: Response) => {
    const page = await messagePage(services, req, res);
    const digest = pathValue(req, "digest");
    return page.message.texts.includes(digest) ? { page, digest } : notFound();
  };
  return {
    async show(req: Request, res: Response): Promise<void> {
      const { page, digest } = await gather(req, res);
      await showErasure(services, res, page, digest, blankForm());
    },

    async submit(req: Request, res: Response, form: Form<z.output<typeof erasureSchema>>): Promise<void> {
      const { page, digest } = await gather(req, res);
      await submitCommand(services, form, {
        by: (filled) => submission(res, { ...filled, version: null }, "administrator"),
        task: ({ ground }) =>
          onFeedback(
            { message: page.id, technology: page.row.id },
            { type: "EraseFeedbackText", digest, ground: { text: ground } },
          ),
        again: (refused) => showErasure(services, res, page, digest, refused),
        done: () => done(res, page.at(`feedback/${page.id}`), "erasure:text.done"),
      });
    },
  };
}

async function showErasure(
  services: Deps["services"],
  res: Response,
  page: MessagePage,
  digest: string,
  form: FormState,
): Promise<void> {
  const { language, at, id, message } = page;
  const { t } = language;
  const words = await texts(services, eraser, [digest]);
  await renderTechnology(
    res,
    page,
    "pages/erasure/erase",
    { title: t("erasure:text.title"), trail: [feedbackCrumb(page)], lead: t("erasure:text.lead"), form },
    {
      action: at(`feedback/${id}/erasure/${digest}`),
      back: at(`feedback/${id}`),
      facts: [
        { term: t("erasure:stands"), value: t("feedback:list.number", { number: message.received.position }) },
        { term: t("erasure:words"), value: textShown(language, words.get(digest)) },
      ],
      gone: message.erased.includes(digest) ? t("erasure:already") : null,
      submit: t("erasure:submit"),
      ...erasureFields(form, language, t("erasure:text.sure")),
    },
  );
}
