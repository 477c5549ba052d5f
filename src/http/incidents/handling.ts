import { z } from "zod";
import type { Deps } from "../deps.ts";
import { day, optionalText, requiredText } from "../forms/fields.ts";
import { blankForm } from "../forms/form.ts";
import { optionalTime } from "../forms/moment.ts";
import { formPage } from "../technology-form.ts";
import type { FormFace } from "../technology-form.ts";
import type { Form as Fields } from "../view/form.ts";
import { evidenceField } from "./delivery.ts";
import { reporters } from "./incidents.ts";
import { dayFor, instantTyped, momentInputs, momentProblem, nowTyped } from "./moments.ts";
import { crumbsTo, oneIncident, placeOf } from "./one-page.ts";
import type { OneIncident } from "./one-page.ts";

export const handlingSchema = z.object({
  day: day(),
  time: optionalTime(),
  evidence: optionalText(40),
  text: requiredText(4000),
});

/** It is contained: from that moment the summary and the review have their terms. */
export const handlingPages = (deps: Deps) =>
  formPage<typeof handlingSchema, OneIncident>(
    deps.services,
    {
      schema: handlingSchema,
      roles: reporters,
      action: (page) => page.at(placeOf(page, "handling")),
      blank: ({ technology, now, timeZone }) => blankForm(nowTyped(now, timeZone), technology.version),
      problem: (form, { incident, timeZone }) => momentProblem(form, incident.learnedAt, timeZone),
      command: ({ day: on, time, evidence, text }, { incident, timeZone }) => ({
        type: "HandleIncident",
        incident: incident.incident,
        handledAt: instantTyped(on, time, timeZone),
        evidence: evidence === "" ? null : evidence,
        text: { text },
      }),
      asShown: dayFor("handledAt"),
      done: (_, page) => ({ to: placeOf(page), key: "incidents:handling.done" }),
      show: handlingShown,
    },
    (req, res) => oneIncident(deps, req, res),
  );

function handlingShown(page: OneIncident, fields: Fields): FormFace {
  const { language, incident, row, timeZone, at } = page;
  const { t } = language;
  return {
    view: "pages/incidents/handling",
    head: {
      title: t("incidents:handling.title", { id: incident.incident, technology: row.name }),
      trail: crumbsTo(page),
      lead: t("incidents:handling.lead"),
    },
    model: {
      ...momentInputs(fields, language, timeZone, {
        day: t("incidents:handling.day"),
        time: t("incidents:incident.time"),
      }),
      evidence: evidenceField(page, fields),
      text: fields.textarea("text", { label: t("incidents:handling.text"), hint: t("pilot:hint.record"), rows: 5 }),
      back: { text: t("common:back"), href: at(placeOf(page)) },
    },
  };
}
