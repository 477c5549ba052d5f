import type { IncidentsPage } from "./page.ts";
import type { Request, Response } from "express";
import { z } from "zod";
import { nowOf } from "../../application/facts.ts";
import { actionsFor } from "../../application/gate.ts";
import type { Services } from "../../application/services.ts";
import type { Role } from "../../domain/people/roles.ts";
import type { Severity } from "../../domain/words/severity.ts";
import type { Deps } from "../deps.ts";
import { choice, day, optionalDay, requiredText } from "../forms/fields.ts";
import { blankForm, invalid, wasSent } from "../forms/form.ts";
import type { Filled, FormState } from "../forms/form.ts";
import { instantOf, optionalTime } from "../forms/moment.ts";
import { filesOf } from "../lists/files.ts";
import { hiddenOf } from "../forms/show.ts";
import { formPage } from "../technology-form.ts";
import type { FormFace } from "../technology-form.ts";
import { technologyPage } from "../technology-page.ts";
import type { Form as Fields } from "../view/form.ts";
import { queryValue } from "../request-values.ts";
import type { Language } from "../view/languages.ts";
import { pageOf, pagerOf, placedAt } from "../view/pages.ts";
import { wordsFor } from "../private-words.ts";
import { incidentCrumb } from "./crumb.ts";
import { incidentModels, incidentsLead, inOrderOfUrgency } from "./incident-list.ts";
import { instantTyped } from "./moments.ts";
import { severityOptions } from "./severity.ts";

const pageSize = 50;

/** Who may report and close an incident: everybody who works on the technology, and whoever keeps the house. */
export const reporters: readonly [Role, ...Role[]] = ["planner", "evaluator", "approver", "administrator"];

export const incidentSchema = z.object({
  severity: choice(["1", "2", "3", "4"], { missing: "incidents:missing.severity" }),
  day: day(),
  time: optionalTime(),
  learnedDay: optionalDay(),
  learnedTime: optionalTime(),
  text: requiredText(4000, { missing: "incidents:missing.text" }),
});

/** What went wrong, open ones first, each with the day it has to be closed by. */
export const incidentPages = ({ services, config: { timeZone } }: Deps) =>
  formPage<typeof incidentSchema, IncidentsPage>(
    services,
    {
      schema: incidentSchema,
      roles: reporters,
      action: ({ at }) => at("incidents"),
      blank: ({ today, technology, language }, req) =>
        blankForm({ day: today, ...fromMessage(language, queryValue(req, "message")) }, technology.version),
      problem: (form) => neverShown(form, timeZone),
      command: ({ severity, text, ...moments }) => ({
        type: "RecordIncident",
        severity: Number(severity) as Severity,
        occurredAt: instantTyped(moments.day, moments.time, timeZone),
        learnedAt: learnedOf(moments, timeZone),
        timeZone,
        text: { text },
      }),
      done: () => ({ to: "incidents", key: "incidents:incident.done" }),
      asShown: dayForMoment,
      show: incidentsShown,
    },
    (req, res) => gather(services, timeZone, req, res),
  );

async function gather(services: Services, timeZone: string, req: Request, res: Response): Promise<IncidentsPage> {
  const page = await technologyPage(services, req, res);
  const inOrder = inOrderOfUrgency(page.technology);
  const listed = pageOf(inOrder, ({ incident }) => incident, { after: queryValue(req, "after"), size: pageSize });
  const digests = listed.entries.flatMap(({ text, closing }) => [text, closing]);
  return {
    ...page,
    timeZone,
    now: nowOf(services),
    listed,
    open: await actionsFor(services, page.row.id, page.person),
    words: await wordsFor(services, res, page.technology, digests),
  };
}

/** Somebody wrote of it from outside: which message, whoever reports it need not type. */
const fromMessage = ({ t }: Pick<Language, "t">, number = "") =>
  /^\d{1,15}$/.test(number) ? { text: t("incidents:incident.fromMessage", { number }) } : {};

type Moments = Pick<z.output<typeof incidentSchema>, "day" | "time" | "learnedDay" | "learnedTime">;

/** Left open, it was known when it happened: the term is never longer than it may be. A time alone is of the same day. */
function learnedOf({ day: on, time, learnedDay, learnedTime }: Moments, timeZone: string): string {
  if (learnedDay === null && learnedTime === "") return instantTyped(on, time, timeZone);
  return instantTyped(learnedDay ?? on, learnedTime, timeZone);
}

/** A time that the clock never showed, or showed twice. */
function neverShown(form: Filled<z.output<typeof incidentSchema>>, timeZone: string): FormState | null {
  const { day: on, time, learnedDay, learnedTime } = form.values;
  const field =
    instantOf(on, time, timeZone) === null
      ? "time"
      : instantOf(learnedDay ?? on, learnedTime, timeZone) === null
        ? "learnedTime"
        : null;
  return field === null ? null : invalid(form, { field, key: "incidents:incident.noSuchTime", params: {} });
}

/** Each moment is typed as a day and a time. */
function dayForMoment(form: FormState): FormState {
  const days: { readonly [moment: string]: string } = { occurredAt: "day", learnedAt: "learnedDay" };
  return {
    ...form,
    reasons: form.reasons.map((reason) => ({
      ...reason,
      ...(reason.field && { field: days[reason.field] ?? reason.field }),
    })),
  };
}

function incidentsShown(page: IncidentsPage, fields: Fields, form: FormState): FormFace {
  const { row, technology, language, open } = page;
  const asked = open.includes("RecordIncident") || wasSent(form);
  return {
    view: "pages/incidents/incidents",
    head: {
      title: language.t("incidents:title", { name: row.name }),
      trail: [incidentCrumb(page)],
      lead: incidentsLead(language, page),
    },
    model: {
      incidents: incidentModels(page),
      files: filesOf(page.at("incidents")),
      pager: pagerOf(
        language,
        page.listed,
        placedAt(page.at("incidents")),
        language.format.number(technology.incidents.length),
      ),
      form: asked ? reportModel(page, fields, form) : null,
    },
  };
}

function reportModel({ language, policy, timeZone, at }: IncidentsPage, fields: Fields, form: FormState) {
  const { t } = language;
  return {
    action: at("incidents"),
    hidden: hiddenOf(form),
    severity: fields.radios("severity", {
      legend: t("incidents:incident.severity"),
      options: severityOptions(language, policy.deadlines.incidentDays),
    }),
    day: fields.date("day", { label: t("incidents:incident.day") }),
    time: fields.text("time", {
      label: t("incidents:incident.time"),
      hint: t("incidents:incident.timeHint", { zone: timeZone }),
      width: "xs",
      optional: true,
    }),
    // Most learn of it when it happens: whoever did not unfolds the question.
    learnedLater: fields.value("learnedDay") !== "" || fields.value("learnedTime") !== "",
    learnedDay: fields.date("learnedDay", {
      label: t("incidents:incident.learnedDay"),
      hint: t("incidents:incident.learnedHint"),
      optional: true,
    }),
    learnedTime: fields.text("learnedTime", {
      label: t("incidents:incident.learnedTime"),
      hint: t("incidents:incident.learnedTimeHint", { zone: timeZone }),
      width: "xs",
      optional: true,
    }),
    text: fields.textarea("text", { label: t("incidents:incident.text"), hint: t("pilot:hint.record"), rows: 5 }),
  };
}
