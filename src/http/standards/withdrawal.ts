import type { Request, Response } from "express";
import { z } from "zod";
import { onStandard } from "../../application/on-standard.ts";
import type { Services } from "../../application/services.ts";
import { successorOf } from "../../domain/standards/standing.ts";
import { isDay } from "../../domain/words/days.ts";
import { submitCommand } from "../command-form.ts";
import type { Deps } from "../deps.ts";
import { day, optionalText, requiredText, ticked } from "../forms/fields.ts";
import { blankForm } from "../forms/form.ts";
import type { Form, FormState } from "../forms/form.ts";
import { fieldsOf, hiddenOf } from "../forms/show.ts";
import { done, render } from "../page.ts";
import { submission } from "../submission.ts";
import { affectedBy, againNote, shownOf, unsent } from "./affected.ts";
import { versionPage } from "./page.ts";
import type { VersionPage } from "./page.ts";

export const withdrawalSchema = z.object({
  until: day({ missing: "standards:withdrawal.untilMissing" }),
  ends: ticked(),
  reason: requiredText(4000, { missing: "standards:withdrawal.reasonMissing" }),
  shown: optionalText(200),
});

/** The last day of a version, set or moved: who is concerned is shown before it is decided. */
export function withdrawalPages({ services }: Deps) {
  return {
    async show(req: Request, res: Response): Promise<void> {
      const page = versionPage(services, req, res);
      const typed = { until: page.version.ending?.until ?? "" };
      await showWithdrawal(services, res, page, blankForm(typed, page.standard.version));
    },

    async submit(req: Request, res: Response, form: Form<z.output<typeof withdrawalSchema>>): Promise<void> {
      const page = versionPage(services, req, res);
      const { version } = page.version;
      if (form.valid && form.values.shown !== shownOf(services.views, nameOf(page), form.values.until))
        return showWithdrawal(services, res, page, unsent(form));
      await submitCommand(services, form, {
        by: (filled) => submission(res, filled, "administrator"),
        task: ({ until, ends, reason }) =>
          onStandard(page.standard.standard, {
            type: "WithdrawStandard",
            version,
            until,
            ends,
            reason: { text: reason },
          }),
        again: (refused) => showWithdrawal(services, res, page, refused),
        done: () => done(res, page.at(`versions/${version}`), "standards:withdrawal.done", { version }),
      });
    },
  };
}

const nameOf = ({ standard, version }: VersionPage) => ({ standard: standard.standard, version: version.version });

async function showWithdrawal(services: Services, res: Response, page: VersionPage, form: FormState): Promise<void> {
  const { language, name, version, at, crumbs, standard } = page;
  const { t } = language;
  const fields = fieldsOf(form, language);
  const until = fields.value("until");
  const values = { name, version: version.version };
  await render(
    res,
    "pages/standards/withdrawal",
    {
      title: t(`standards:withdrawal.${version.ending === null ? "title" : "moveTitle"}`, values),
      section: "policy",
      crumbs,
      lead: t("standards:withdrawal.lead"),
      form,
      ...againNote(language, form),
    },
    {
      action: at(`versions/${version.version}/withdrawal`),
      back: at(`versions/${version.version}`),
      hidden: [...hiddenOf(form), { name: "shown", value: shownOf(services.views, nameOf(page), until) }],
      until: fields.date("until", {
        label: t("standards:withdrawal.until"),
        hint: t("standards:withdrawal.untilHint"),
      }),
      ends:
        successorOf(standard, version) === null
          ? fields.checkboxes("ends", {
              legend: t("standards:withdrawal.endsLegend"),
              options: [
                { value: "yes", label: t("standards:withdrawal.ends"), hint: t("standards:withdrawal.endsHint") },
              ],
            })
          : null,
      reason: fields.textarea("reason", {
        label: t("standards:withdrawal.reason"),
        hint: t("standards:withdrawal.reasonHint"),
        rows: 3,
      }),
      affected: isDay(until) ? affectedBy(services, language, nameOf(page), until) : null,
    },
  );
}
