import { z } from "zod";
import { severities } from "../../domain/words/severity.ts";
import type { Severity } from "../../domain/words/severity.ts";
import { isAuthor } from "../../domain/technology/state/people.ts";
import type { Deps } from "../deps.ts";
import { choice, requiredText } from "../forms/fields.ts";
import { formPage } from "../technology-form.ts";
import type { FormFace } from "../technology-form.ts";
import type { Form as Fields } from "../view/form.ts";
import { reporters } from "./incidents.ts";
import { crumbsTo, oneIncident, placeOf } from "./one-page.ts";
import type { OneIncident } from "./one-page.ts";

export const ratingSchema = z.object({
  severity: choice(["1", "2", "3", "4"], { missing: "incidents:missing.severity" }),
  text: requiredText(2000),
});

/** Graver, or less grave, than it was taken for. */
export const ratingPages = (deps: Deps) =>
  formPage<typeof ratingSchema, OneIncident>(
    deps.services,
    {
      schema: ratingSchema,
      roles: reporters,
      action: (page) => page.at(placeOf(page, "severity")),
      command: ({ severity, text }, { incident }) => ({
        type: "RateIncident",
        incident: incident.incident,
        severity: Number(severity) as Severity,
        text: { text },
      }),
      done: (_, page) => ({ to: placeOf(page), key: "incidents:rating.done" }),
      show: ratingShown,
    },
    (req, res) => oneIncident(deps, req, res),
  );

function ratingShown(page: OneIncident, fields: Fields): FormFace {
  const { language, incident, row, at, technology, person } = page;
  const { t } = language;
  const others = severities.filter((severity) => severity !== incident.severity);
  const isClosed = (severity: Severity): boolean => severity > incident.severity && isAuthor(technology, person.id);
  return {
    view: "pages/incidents/rating",
    head: {
      title: t("incidents:rating.title", { id: incident.incident, technology: row.name }),
      trail: crumbsTo(page),
      lead: t("incidents:rating.lead", { severity: t(`words:severity.${incident.severity}`) }),
    },
    model: {
      severity: fields.radios("severity", {
        legend: t("incidents:rating.severity"),
        options: others
          .filter((severity) => !isClosed(severity))
          .map((severity) => ({ value: String(severity), label: t(`words:severity.${severity}`) })),
        closed: others
          .filter(isClosed)
          .map((severity) => ({ label: t(`words:severity.${severity}`), reason: t("incidents:rating.notAuthors") })),
      }),
      text: fields.textarea("text", { label: t("incidents:rating.text"), hint: t("pilot:hint.record"), rows: 4 }),
      back: { text: t("common:back"), href: at(placeOf(page)) },
    },
  };
}
