import type { Request, Response } from "express";
import type { z } from "zod";
import { onFeedback } from "../../application/feedback/on-feedback.ts";
import { submitCommand } from "../command-form.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { showWordsErasure } from "../forms/words-erasure.ts";
import type { WordsToErase } from "../forms/words-erasure.ts";
import type { erasureSchema } from "../forms/erasing.ts";
import { blankForm } from "../forms/form.ts";
import type { Form } from "../forms/form.ts";
import { done } from "../page.ts";
import { pathValue } from "../request-values.ts";
import { submission } from "../submission.ts";
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
      await showWordsErasure(services, res, page, wordsIn(page, digest), blankForm());
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
        again: (refused) => showWordsErasure(services, res, page, wordsIn(page, digest), refused),
        done: () => done(res, page.at(`feedback/${page.id}`), "erasure:text.done"),
      });
    },
  };
}

/** The words, and where they stand. */
const wordsIn = (page: MessagePage, digest: string): WordsToErase => ({
  digest,
  place: `feedback/${page.id}`,
  trail: [feedbackCrumb(page)],
  name: page.language.t("feedback:list.number", { number: page.message.received.position }),
  erased: page.message.erased,
});
