import type { Request, Response } from "express";
import { z } from "zod";
import { actionsFor } from "../../application/gate.ts";
import { handle } from "../../application/handle.ts";
import { onTechnology } from "../../application/on-technology.ts";
import type { Role } from "../../domain/people/roles.ts";
import type { Severity } from "../../domain/technology/state/incidents.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { choice, day, requiredText } from "../forms/fields.ts";
import { blankForm, invalid } from "../forms/form.ts";
import type { Form, FormState } from "../forms/form.ts";
import { instantOf, optionalTime } from "../forms/moment.ts";
import { fieldsOf, hiddenOf } from "../forms/show.ts";
import { submission, unsettled } from "../outcome.ts";
import { done, render } from "../page.ts";
import { theTechnology } from "../technology-page.ts";
import { languageOf, personOf } from "../visitor.ts";
import { wordsFor } from "../words.ts";
import { crumbsOf } from "./crumbs.ts";
import { incidentModels, incidentsLead } from "./incident-list.ts";
import { severityOptions } from "./severity.ts";

/** Who may report and close an incident: everybody who works on the technology, and whoever keeps the house. */
export const reporters: readonly [Role, ...Role[]] = ["planner", "evaluator", "approver", "administrator"];

export const incidentSchema = z.object({
  severity: choice(["1", "2", "3", "4"], { missing: "incidents:missing.severity" }),
  day: day(),
  time: optionalTime(),
  text: requiredText(4000, { missing: "incidents:missing.text" }),
});

/** What went wrong, open ones first, each with the day it has to be closed by. */
export function incidentPages({ services, config }: Deps) {
  const show = async (req: Request, res: Response, form?: FormState): Promise<void> => {
    const row = await theTechnology(services, req);
    const technology = (await services.views.technologyState(row.id)) ?? notFound();
    const policy = services.views.policies.pinnedBy(technology.plan, technology.tier);
    const language = languageOf(res);
    const { t } = language;
    const open = await actionsFor(services, row.id, personOf(res));
    const words = await wordsFor(
      services,
      res,
      technology,
      technology.incidents.flatMap(({ text, closing }) => [text, closing]),
    );
    const today = services.today();
    const shown = form ?? blankForm({ day: today }, technology.version);
    const fields = fieldsOf(
      { ...shown, reasons: shown.reasons.map((one) => (one.field === "occurredAt" ? { ...one, field: "day" } : one)) },
      language,
    );
    await render(
      res,
      "pages/incidents/incidents",
      {
        title: t("incidents:title", { name: row.name }),
        section: "portfolio",
        crumbs: crumbsOf(t, row),
        lead: incidentsLead(language, technology, today),
        ...(form !== undefined && { form }),
      },
      {
        incidents: incidentModels(language, {
          row,
          technology,
          words,
          today,
          mayClose: open.includes("CloseIncident"),
        }),
        form:
          open.includes("RecordIncident") || form !== undefined
            ? {
                action: `/technologies/${row.slug}/incidents`,
                hidden: hiddenOf(shown),
                severity: fields.radios("severity", {
                  legend: t("incidents:incident.severity"),
                  options: severityOptions(language, policy.deadlines.incidentDays),
                }),
                day: fields.date("day", { label: t("incidents:incident.day") }),
                time: fields.text("time", {
                  label: t("incidents:incident.time"),
                  hint: t("incidents:incident.timeHint", { zone: config.timeZone }),
                  width: "xs",
                  optional: true,
                }),
                text: fields.textarea("text", {
                  label: t("incidents:incident.text"),
                  hint: t("pilot:hint.record"),
                  rows: 5,
                }),
              }
            : null,
      },
    );
  };

  return {
    show: (req: Request, res: Response) => show(req, res),

    async record(req: Request, res: Response, form: Form<z.output<typeof incidentSchema>>): Promise<void> {
      if (!form.valid) return show(req, res, form);
      const row = await theTechnology(services, req);
      const { severity, day: on, time, text } = form.values;
      const occurredAt = instantOf(on, time, config.timeZone);
      if (occurredAt === null)
        return show(req, res, invalid(form, { field: "time", key: "incidents:incident.noSuchTime", params: {} }));
      const outcome = await handle(
        services,
        submission(res, form, ...reporters),
        onTechnology(row.id, {
          type: "RecordIncident",
          severity: Number(severity) as Severity,
          occurredAt,
          text: { text },
        }),
      );
      const again = unsettled(form, outcome);
      if (again !== null) return show(req, res, again);
      done(res, `/technologies/${row.slug}/incidents`, "incidents:incident.done");
    },
  };
}
