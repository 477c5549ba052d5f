import type { Request, Response } from "express";
import { reviewAsked } from "../../domain/technology/incidents/incidents.ts";
import type { Deps } from "../deps.ts";
import { paragraphsShown } from "../say/paragraphs.ts";
import { renderTechnology } from "../technology-page.ts";
import type { ButtonModel } from "../view/components.ts";
import type { Content } from "../view/html.ts";
import { tag } from "../view/tag.ts";
import { clockRows } from "./clock-rows.ts";
import { courseOf } from "./course.ts";
import { crumbsTo, oneIncident, placeOf } from "./one-page.ts";
import type { OneIncident } from "./one-page.ts";

/** One incident: what runs and until when, what was done, and what is to be done about it next. */
export const onePage = (deps: Deps) => ({
  async show(req: Request, res: Response): Promise<void> {
    const page = await oneIncident(deps, req, res);
    const { language, incident, row, now, timeZone } = page;
    const { t, format } = language;
    await renderTechnology(
      res,
      page,
      "pages/incidents/one",
      {
        title: t("incidents:one.title", { id: incident.incident, name: row.name }),
        trail: crumbsTo(page).slice(0, 1),
        lead: leadOf(page),
      },
      {
        happened: incident.text === null ? [] : paragraphsShown(language, page.words.get(incident.text)),
        asOf: t("incidents:one.asOf", { at: format.dateTime(now), zone: timeZone }),
        clocks: clockRows(page),
        noClocks: incident.learnedAt === null ? t.html("incidents:one.noClocks") : null,
        buttons: buttonsOf(page),
        facts: { facts: factsOf(page) },
        review: reviewModel(page),
        course: courseOf(page),
      },
    );
  },
});

function leadOf({ language: { t }, clocks, incident, policy }: OneIncident): Content {
  const overdue = clocks.filter(({ state }) => state === "overdue").length;
  const running = clocks.filter(({ state }) => state === "running").length;
  if (overdue > 0) return t.html("incidents:one.overdue", { count: overdue });
  if (running > 0) return t.html("incidents:one.running", { count: running });
  if (incident.closedAt !== null) return t("incidents:one.closed");
  if (reviewAsked(incident, policy) && incident.review === null && incident.handling !== null)
    return t.html("incidents:one.review");
  return t("incidents:one.quiet");
}

function factsOf({ language: { t, format }, incident, today }: OneIncident) {
  const { severity, occurredAt, learnedAt, closedAt, dueOn } = incident;
  return [
    { term: t("incidents:incident.severity"), value: t(`words:severity.${severity}`) },
    { term: t("incidents:one.occurred"), value: format.dateTime(occurredAt) },
    {
      term: t("incidents:one.learned"),
      value: learnedAt === null ? t("incidents:one.learnedNever") : format.dateTime(learnedAt),
    },
    closedAt === null
      ? {
          term: t("incidents:one.toClose"),
          value: t("incidents:one.dueOn", { day: format.date(dueOn), due: format.due(dueOn, today) }),
        }
      : { term: t("incidents:one.closedOn"), value: format.dateTime(closedAt) },
  ];
}

/** The next step of its life is filled; what may be done at any time stands beside it. */
function buttonsOf(page: OneIncident) {
  const { language, incident, open, at } = page;
  const { t } = language;
  if (incident.closedAt !== null && incident.review !== null) return null;
  const button = (key: string, behind: string): ButtonModel => ({
    text: t(`incidents:act.${key}`, { id: incident.incident }),
    href: at(placeOf(page, behind)),
  });
  const isOpen = incident.closedAt === null;
  const [filled, ...quiet] = [
    ...(open.includes("HandleIncident") && incident.handling === null ? [button("handling", "handling")] : []),
    ...(open.includes("ReviewIncident") && incident.handling !== null && incident.review === null
      ? [button("reviewing", "review")]
      : []),
    ...(open.includes("CloseIncident") && isOpen && mayClose(page) ? [button("close", "closing")] : []),
    ...(open.includes("RateIncident") && isOpen ? [button("rate", "severity")] : []),
  ];
  return filled === undefined ? null : { filled, quiet };
}

/** Nothing is offered that would be refused for what is still to be done first. */
const mayClose = ({ incident, clocks, policy }: OneIncident): boolean =>
  (clocks.length === 0 || incident.handling !== null) && (!reviewAsked(incident, policy) || incident.review !== null);

function reviewModel(page: OneIncident) {
  const { language, incident, words, names, open, at, today } = page;
  const { t, format } = language;
  const { review } = incident;
  if (review === null) return null;
  return {
    cause: paragraphsShown(language, words.get(review.cause)),
    lessons: paragraphsShown(language, words.get(review.lessons)),
    measures: review.measures.map(({ measure, text, owner, dueOn, done }) => ({
      id: measure,
      tag:
        done !== null
          ? tag(t, "met", t("incidents:measure.done"))
          : dueOn < today
            ? tag(t, "late")
            : tag(t, "waits", t("incidents:measure.open")),
      text: paragraphsShown(language, words.get(text)),
      who: t("incidents:measure.who", {
        name: names.get(owner) ?? t("events:somebody"),
        day: format.date(dueOn),
        due: format.due(dueOn, today),
      }),
      doneWords: done === null ? [] : paragraphsShown(language, words.get(done.text)),
      act:
        done === null && open.includes("FinishIncidentMeasure")
          ? { text: t("incidents:measure.finish", { id: measure }), href: at(placeOf(page, `measures/${measure}`)) }
          : null,
    })),
  };
}
