import type { Request, Response } from "express";
import type { z } from "zod";
import { onStandard } from "../../application/on-standard.ts";
import { eraser } from "../../application/reader.ts";
import { texts } from "../../application/texts.ts";
import { submitCommand } from "../command-form.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { erasureFields } from "../forms/erasing.ts";
import type { erasureSchema } from "../forms/erasing.ts";
import { blankForm } from "../forms/form.ts";
import type { Form, FormState } from "../forms/form.ts";
import { done, render } from "../page.ts";
import { textShown } from "../say/text.ts";
import { submission } from "../submission.ts";
import { versionPage } from "./page.ts";

/** The removal of what a version says, on a legal ground: its days and its link stay. */
export function erasurePages({ services }: Deps) {
  return {
    show: async (req: Request, res: Response): Promise<void> => showErasure({ services }, req, res, blankForm()),

    async submit(req: Request, res: Response, form: Form<z.output<typeof erasureSchema>>): Promise<void> {
      const { standard, version, at } = versionPage(services, req, res);
      const digest = version.text ?? notFound();
      await submitCommand(services, form, {
        by: (filled) => submission(res, filled, "administrator"),
        task: ({ ground }) =>
          onStandard(standard.standard, { type: "EraseStandardText", digest, ground: { text: ground } }),
        again: (refused) => showErasure({ services }, req, res, refused),
        done: () => done(res, at(`versions/${version.version}`), "erasure:text.done"),
      });
    },
  };
}

async function showErasure({ services }: Pick<Deps, "services">, req: Request, res: Response, form: FormState) {
  const { language, version, standard, name, at, crumbs } = versionPage(services, req, res);
  const { t } = language;
  const digest = version.text ?? notFound();
  const words = await texts(services, eraser, [digest]);
  const own = at(`versions/${version.version}`);
  await render(
    res,
    "pages/erasure/erase",
    { title: t("erasure:text.title"), section: "policy", crumbs, lead: t("erasure:text.lead"), form },
    {
      action: `${own}/erasure`,
      back: own,
      facts: [
        { term: t("erasure:stands"), value: t("standards:named", { name, version: version.version }) },
        { term: t("erasure:words"), value: textShown(language, words.get(digest)) },
      ],
      gone: standard.erased.includes(digest) ? t("erasure:already") : null,
      submit: t("erasure:submit"),
      ...erasureFields(form, language, t("erasure:text.sure")),
    },
  );
}
