import type { Request, Response } from "express";
import { z } from "zod";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { choice } from "../forms/fields.ts";
import { blankForm } from "../forms/form.ts";
import type { Form, FormState } from "../forms/form.ts";
import { fieldsOf, hiddenOf } from "../forms/show.ts";
import { render } from "../page.ts";
import { pathValue } from "../request-values.ts";
import { languageOf } from "../visitor.ts";
import { personInToken } from "./mail-words.ts";

const ends = ["all", "digestOnly"] as const;
export const endSchema = z.object({ end: choice(ends) });

/** `/unsubscribe/:token`: ends mails without signing in. Nothing of the person is shown: links of mails are passed on. */
export function unsubscribePages(deps: Deps) {
  const personOf = (req: Request): string => personInToken(deps, pathValue(req, "token")) ?? notFound();
  return {
    async show(req: Request, res: Response): Promise<void> {
      personOf(req);
      await showEnd(res, pathValue(req, "token"), blankForm({ end: "all" }));
    },

    async submit(req: Request, res: Response, form: Form<z.output<typeof endSchema>>): Promise<void> {
      const person = personOf(req);
      if (!form.valid) return showEnd(res, pathValue(req, "token"), form);
      await endMails(deps, person, form.values.end);
      const { t } = languageOf(res);
      await render(
        res,
        "pages/mails/ended",
        { title: t("mails:end.doneTitle"), lead: t("mails:end.done"), secret: true },
        {},
      );
    },
  };
}

/** What is chosen about everything else stays. */
export async function endMails({ services }: Deps, person: string, end: (typeof ends)[number]): Promise<void> {
  const { preferences } = await services.mailReaders.of(person);
  const ended = { ...preferences, digest: false, urgent: end === "all" ? false : preferences.urgent };
  await services.mailReaders.save(person, ended);
  services.log.info({ event: "mails-ended", person, end });
}

async function showEnd(res: Response, token: string, form: FormState): Promise<void> {
  const language = languageOf(res);
  const { t } = language;
  await render(
    res,
    "pages/mails/end",
    { title: t("mails:end.title"), lead: t("mails:end.lead"), form, secret: true },
    {
      action: `/unsubscribe/${token}`,
      hidden: hiddenOf(form),
      end: fieldsOf(form, language).radios("end", {
        legend: t("mails:end.title"),
        options: ends.map((value) => ({ value, label: t(`mails:end.${value}`) })),
      }),
    },
  );
}
