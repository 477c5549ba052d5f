import type { Request, Response } from "express";
import type { z } from "zod";
import { onContribution } from "../../application/consultations/on-contribution.ts";
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
      await showErasure(services, res, page, digest, blankForm());
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
        again: (refused) => showErasure(services, res, page, digest, refused),
        done: () => done(res, page.at(placeOf(page)), "erasure:text.done"),
      });
    },
  };
}

async function showErasure(
  services: Deps["services"],
  res: Response,
  page: ContributionPage,
  digest: string,
  form: FormState,
): Promise<void> {
  const { language, at, contribution } = page;
  const { t } = language;
  const words = await texts(services, eraser, [digest]);
  await renderTechnology(
    res,
    page,
    "pages/erasure/erase",
    { title: t("erasure:text.title"), trail: [...contributionTrail(page)], lead: t("erasure:text.lead"), form },
    {
      action: at(`${placeOf(page)}/erasure/${digest}`),
      back: at(placeOf(page)),
      facts: [
        { term: t("erasure:stands"), value: contributionName(page) },
        { term: t("erasure:words"), value: textShown(language, words.get(digest)) },
      ],
      gone: contribution.erased.includes(digest) ? t("erasure:already") : null,
      submit: t("erasure:submit"),
      ...erasureFields(form, language, t("erasure:text.sure")),
    },
  );
}
