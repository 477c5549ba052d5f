import { z } from "zod";
import { deliverable } from "../../domain/technology/incidents/incident-duties.ts";
import type { Clock } from "../../domain/technology/state/incident-clocks.ts";
import { isInForce } from "../../domain/technology/state/in-force.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { choice, day, optionalText } from "../forms/fields.ts";
import { blankForm } from "../forms/form.ts";
import type { FormState } from "../forms/form.ts";
import { optionalTime } from "../forms/moment.ts";
import { pathValue } from "../request-values.ts";
import { named } from "../say/named.ts";
import { formPage } from "../technology-form.ts";
import type { FormFace } from "../technology-form.ts";
import type { TechnologyPage } from "../technology-page.ts";
import type { Form as Fields } from "../view/form.ts";
import type { Language } from "../view/languages.ts";
import { reporters } from "./incidents.ts";
import { waitsText } from "./clock-rows.ts";
import { dayFor, instantTyped, momentInputs, momentProblem, nowTyped } from "./moments.ts";
import { crumbsTo, oneIncident, placeOf } from "./one-page.ts";
import type { OneIncident } from "./one-page.ts";

export const deliverySchema = z.object({
  day: day(),
  time: optionalTime(),
  complete: choice(["yes", "no"]).default("yes"),
  evidence: optionalText(40),
  text: optionalText(20_000),
});

type DeliveryPage = OneIncident & {
  /** Of the duty, its supplement where that is what is missing. */
  readonly clock: Clock;
};

/** One report: when it went out, whether anything is missing of it, and what shows it. */
export const deliveryPages = (deps: Deps) =>
  formPage<typeof deliverySchema, DeliveryPage>(
    deps.services,
    {
      schema: deliverySchema,
      roles: reporters,
      action: (page) => page.at(placeOf(page, `duties/${page.clock.duty.key}`)),
      blank: ({ technology, now, timeZone }) =>
        blankForm({ ...nowTyped(now, timeZone), complete: "yes" }, technology.version),
      problem: (form, { incident, timeZone }) => momentProblem(form, incident.learnedAt, timeZone),
      command: ({ day: on, time, complete, evidence, text }, { incident, clock, timeZone }) => ({
        type: "DeliverIncidentDuty",
        incident: incident.incident,
        duty: clock.duty.key,
        deliveredAt: instantTyped(on, time, timeZone),
        complete: complete === "yes",
        evidence: evidence === "" ? null : evidence,
        text: text === "" ? null : { text },
      }),
      // A report that went out is no other because somebody wrote to the record meanwhile.
      anyVersion: true,
      asShown: dayFor("deliveredAt"),
      done: (_, page) => ({ to: placeOf(page), key: "incidents:delivery.done" }),
      show: deliveryShown,
    },
    async (req, res) => {
      const page = await oneIncident(deps, req, res);
      const clock = page.clocks.findLast(({ duty }) => duty.key === pathValue(req, "duty") && duty.stops === "report");
      return { ...page, clock: clock ?? notFound() };
    },
  );

function deliveryShown(page: DeliveryPage, fields: Fields, form: FormState): FormFace {
  const { language, clock, clocks, incident, policy, row, timeZone, at } = page;
  const { t, format } = language;
  const name = named(language, clock.duty.name);
  const values = { name, id: incident.incident, to: named(language, clock.duty.to[policy.safeguards.clocks.body]) };
  const isDone = !deliverable(incident, clocks).includes(clock) && form.reasons.length === 0;
  return {
    view: "pages/incidents/delivery",
    head: {
      title: t("incidents:delivery.title", { ...values, technology: row.name }),
      trail: crumbsTo(page),
      lead:
        clock.due === null
          ? t("incidents:delivery.lead", values)
          : t("incidents:delivery.leadDue", { ...values, due: format.dateTime(clock.due), zone: timeZone }),
    },
    model: {
      over: isDone ? (clock.state === "not-begun" ? waitsText(page, clock.duty) : t("incidents:delivery.over")) : null,
      ...momentInputs(fields, language, timeZone, {
        day: t("incidents:delivery.day"),
        time: t("incidents:incident.time"),
      }),
      complete:
        clock.duty.supplementMinutes === null
          ? null
          : fields.radios("complete", {
              legend: t("incidents:delivery.complete"),
              options: (["yes", "no"] as const).map((value) => ({
                value,
                label: t(`incidents:delivery.completeness.${value}`),
                ...(value === "no" && { hint: t("incidents:delivery.supplement") }),
              })),
            }),
      evidence: evidenceField(page, fields),
      text: fields.textarea("text", {
        label: t("incidents:delivery.text"),
        hint: t("incidents:delivery.textHint"),
        rows: 8,
        optional: true,
      }),
      back: { text: t("common:back"), href: at(placeOf(page)) },
    },
  };
}

/** The pieces that count now, to name one of them as what shows it. */
export function evidenceField(
  { technology, today, language }: Pick<TechnologyPage, "technology" | "today"> & { readonly language: Language },
  fields: Fields,
) {
  const { t } = language;
  const pieces = technology.evidence.filter((piece) => isInForce(piece, today)).toReversed();
  return pieces.length === 0
    ? null
    : fields.select("evidence", {
        label: t("incidents:delivery.evidence"),
        optional: true,
        options: [
          { value: "", label: t("incidents:delivery.noEvidence") },
          ...pieces.map(({ evidence, kind }) => ({
            value: evidence,
            label: `${evidence} · ${t(`words:kind.${kind}`)}`,
          })),
        ],
      });
}
