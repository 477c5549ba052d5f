import type { Request, Response } from "express";
import type { z } from "zod";
import { onContribution } from "../../application/consultations/on-contribution.ts";
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
import { contributionName, contributionPage, contributionTrail, placeOf } from "./contribution-page.ts";
import type { ContributionPage } from "./contribution-page.ts";

/** The removal of words of a contribution on a legal ground: its place, its points and what became of them stay. */
export function erasurePages({ services }: Deps) {
  const gather = async (req: Request, res: Response) => {
    const page = await contributionPage(services, req, res);
    const digest = pathValue(req, "digest");
    return page.contribution.texts.includes(digest) ? { page, digest } : notFound();
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
          onContribution(
            { contribution: page.id, technology: page.row.id },
            { type: "EraseContributionText", digest, ground: { text: ground } },
          ),
        again: (refused) => showWordsErasure(services, res, page, wordsIn(page, digest), refused),
        done: () => done(res, page.at(placeOf(page)), "erasure:text.done"),
      });
    },
  };
}

/** The words, and where they stand. */
const wordsIn = (page: ContributionPage, digest: string): WordsToErase => ({
  digest,
  place: placeOf(page),
  trail: contributionTrail(page),
  name: contributionName(page),
  erased: page.contribution.erased,
});
