import type { Request, Response } from "express";
import { z } from "zod";
import { onStandard } from "../../application/on-standard.ts";
import type { Services } from "../../application/services.ts";
import { leastLastDay } from "../../domain/standards/publish-standard.ts";
import { replacedOn } from "../../domain/standards/standing.ts";
import { isDay } from "../../domain/words/days.ts";
import { submitCommand } from "../command-form.ts";
import type { Deps } from "../deps.ts";
import { day, optionalDay, optionalText } from "../forms/fields.ts";
import { blankForm } from "../forms/form.ts";
import type { Form, FormState } from "../forms/form.ts";
import { fieldsOf, hiddenOf } from "../forms/show.ts";
import { done, render } from "../page.ts";
import { submission } from "../submission.ts";
import type { Form as Fields } from "../view/form.ts";
import { affectedBy, againNote, shownOf, unsent } from "./affected.ts";
import { versionPage } from "./page.ts";
import type { VersionPage } from "./page.ts";

export const publicationSchema = z.object({
  inForceOn: day({ missing: "standards:publication.inForceMissing" }),
  until: optionalDay(),
  reason: optionalText(4000),
  /** What the page had shown of those concerned when it was sent. */
  shown: optionalText(200),
});

type Publication = z.output<typeof publicationSchema>;

/** From which day a version counts and until when the one before does: who is concerned is shown before it is decided. */
export function publicationPages({ services }: Deps) {
  return {
    async show(req: Request, res: Response): Promise<void> {
      const page = versionPage(services, req, res);
      await showPublication(services, res, page, blankForm(suggested(services, page), page.standard.version));
    },

    async submit(req: Request, res: Response, form: Form<Publication>): Promise<void> {
      const page = versionPage(services, req, res);
      const { version, standard } = page;
      if (form.valid && form.values.shown !== shownFor(services, page, form.values.until ?? ""))
        return showPublication(services, res, page, unsent(form));
      await submitCommand(services, form, {
        by: (filled) => submission(res, filled, "administrator"),
        task: ({ inForceOn, until, reason }) =>
          onStandard(standard.standard, {
            type: "PublishStandard",
            version: version.version,
            inForceOn,
            until,
            reason: { text: reason },
          }),
        again: (refused) => showPublication(services, res, page, refused),
        done: () =>
          done(res, page.at(`versions/${version.version}`), "standards:publication.done", { version: version.version }),
      });
    },
  };
}

/** In force from today, with as much time to change as the policy asks for. */
function suggested(services: Services, { standard, today }: VersionPage) {
  const { transitionDays } = services.views.policies.current().safeguards.standards;
  const replaced = replacedOn(standard, today);
  const until = replaced?.ending?.until ?? leastLastDay(today, { today, transitionDays });
  return { inForceOn: today, ...(replaced !== null && { until }) };
}

/** What the page says of those concerned, so that nothing is decided which its reader did not see. */
function shownFor({ views }: Services, { standard, today }: VersionPage, until: string): string {
  const replaced = replacedOn(standard, today);
  return replaced === null ? "none" : shownOf(views, { standard: standard.standard, version: replaced.version }, until);
}

async function showPublication(services: Services, res: Response, page: VersionPage, form: FormState): Promise<void> {
  const { language, name, version, at, crumbs, standard, today } = page;
  const { t } = language;
  const replaced = replacedOn(standard, today);
  const until = String(form.typed["until"] ?? "");
  await render(
    res,
    "pages/standards/publication",
    {
      title: t("standards:publication.title", { name, version: version.version }),
      section: "policy",
      crumbs,
      lead: t(`standards:publication.${replaced === null ? "leadFirst" : "lead"}`, { old: replaced?.version ?? "" }),
      form,
      ...againNote(language, form),
    },
    {
      action: at(`versions/${version.version}/publication`),
      back: at(`versions/${version.version}`),
      hidden: [...hiddenOf(form), { name: "shown", value: shownFor(services, page, until) }],
      ...fieldsFor(services, page, fieldsOf(form, language)),
      affected:
        replaced === null || !isDay(until)
          ? null
          : affectedBy(services, language, { standard: standard.standard, version: replaced.version }, until),
    },
  );
}

function fieldsFor(services: Services, { language, standard, today }: VersionPage, fields: Fields) {
  const { t } = language;
  const replaced = replacedOn(standard, today);
  const { transitionDays } = services.views.policies.current().safeguards.standards;
  return {
    inForceOn: fields.date("inForceOn", { label: t("standards:publication.inForceOn") }),
    until:
      replaced === null
        ? null
        : fields.date("until", {
            label: t("standards:publication.until", { old: replaced.version }),
            hint: t("standards:publication.untilHint", { count: transitionDays }),
          }),
    reason:
      replaced === null
        ? null
        : fields.textarea("reason", {
            label: t("standards:publication.reason"),
            hint: t("standards:publication.reasonHint", { count: transitionDays }),
            optional: true,
            rows: 3,
          }),
  };
}
