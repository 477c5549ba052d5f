import type { Request, Response } from "express";
import { z } from "zod";
import { handle } from "../../application/handle.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import type { PortfolioRow } from "../../projections/portfolio-types.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { day, requiredText, wholeNumber } from "../forms/fields.ts";
import { blankForm } from "../forms/form.ts";
import type { Form, FormState } from "../forms/form.ts";
import { fieldsOf, hiddenOf } from "../forms/show.ts";
import { submission, unsettled } from "../outcome.ts";
import { done, render } from "../page.ts";
import { theTechnology } from "../technology-page.ts";
import { languageOf } from "../visitor.ts";
import { crumbsOf } from "./rollout.ts";

export const drillSchema = z.object({
  on: day(),
  minutes: wholeNumber({ least: 1, most: 100_000 }),
  text: requiredText(4000),
});

/** A rehearsed restore or rollback: when, how long it took, what was done. While the pilot runs, it is a part of it. */
export function drillPages({ services }: Deps) {
  const showDrill = async (res: Response, row: PortfolioRow, form: FormState): Promise<void> => {
    const technology = (await services.views.technologyState(row.id)) ?? notFound();
    await renderDrill(res, row, services.views.policies.pinnedBy(technology.plan, technology.tier), form);
  };

  return {
    async show(req: Request, res: Response): Promise<void> {
      const row = await theTechnology(services, req);
      await showDrill(res, row, blankForm({ on: services.today() }, row.version));
    },

    async submit(req: Request, res: Response, form: Form<z.output<typeof drillSchema>>): Promise<void> {
      const row = await theTechnology(services, req);
      if (!form.valid) return showDrill(res, row, form);
      const { on, minutes, text } = form.values;
      const outcome = await handle(services, {
        ...submission(res, form, "planner"),
        technology: row.id,
        command: { type: "RecordDrill", on, minutes, text: { text } },
      });
      const again = unsettled(form, outcome);
      if (again !== null) return showDrill(res, row, again);
      done(res, `/technologies/${row.slug}/${isPiloting(row) ? "plan" : "rollout"}`, "rollout:drill.done");
    },
  };
}

async function renderDrill(
  res: Response,
  row: PortfolioRow,
  { restore, drillValidityDays }: Policy,
  form: FormState,
): Promise<void> {
  const language = languageOf(res);
  const { t, format } = language;
  const fields = fieldsOf(form, language);
  await render(
    res,
    "pages/rollout/drill",
    {
      title: t("rollout:drill.title", { name: row.name }),
      section: "portfolio",
      crumbs: isPiloting(row) ? inPilot(t, row) : crumbsOf(t, row),
      lead: t("rollout:drill.lead"),
      form,
    },
    {
      action: `/technologies/${row.slug}/rollout/drills`,
      hidden: hiddenOf(form),
      shows: t("rollout:drill.shows", { count: restore.shownBy, factor: restore.factor }),
      wave: t("rollout:drill.wave", { days: format.days(drillValidityDays) }),
      on: fields.date("on", { label: t("rollout:drill.on") }),
      minutes: fields.number("minutes", { label: t("rollout:drill.minutes") }),
      text: fields.textarea("text", { label: t("rollout:drill.text"), rows: 4 }),
    },
  );
}

const isPiloting = ({ stage }: PortfolioRow): boolean => stage === "piloting";

const inPilot = (t: (key: string) => string, row: PortfolioRow) => [
  ...crumbsOf(t, row).slice(0, 2),
  { text: t("pilot:crumb"), href: `/technologies/${row.slug}/plan` },
];
