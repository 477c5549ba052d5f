import type { Technology } from "../../domain/technology/state/technology.ts";
import { clocksOf } from "../../domain/technology/state/incident-clocks.ts";
import type { ClockState } from "../../domain/technology/state/incident-clocks.ts";
import type { Incident } from "../../domain/technology/state/incidents.ts";
import { paragraphsShown } from "../say/paragraphs.ts";
import type { LinkModel, TagModel } from "../view/components.ts";
import type { Content } from "../view/html.ts";
import type { Language } from "../view/languages.ts";
import { tag } from "../view/tag.ts";
import type { IncidentsPage } from "./page.ts";

export type IncidentModel = {
  readonly id: string;
  readonly title: string;
  readonly tag: TagModel;
  readonly when: string;
  readonly text: readonly Content[];
  readonly closing: readonly Content[];
  /** The worst of its clocks. */
  readonly clock: TagModel | null;
  readonly see: LinkModel;
};

type Moment = Pick<IncidentsPage, "technology" | "policy" | "now" | "today">;

/** Open beyond its day, or with a report or step that nobody has delivered in time. */
const isLate = ({ policy, now, today }: Omit<Moment, "technology">, incident: Incident): boolean =>
  incident.closedAt === null &&
  (incident.dueOn < today || clocksOf(incident, policy, now).some(({ state }) => state === "overdue"));

/** Open ones first, the most urgent on top; then the closed ones, newest first. */
export function inOrderOfUrgency({ incidents }: Technology): readonly Incident[] {
  const open = incidents
    .filter(({ closedAt }) => closedAt === null)
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
  const closed = incidents.filter(({ closedAt }) => closedAt !== null).toReversed();
  return [...open, ...closed];
}

export const incidentModels = (page: IncidentsPage): readonly IncidentModel[] =>
  page.listed.entries.map((incident) => modelOf(page, incident));

function modelOf(page: IncidentsPage, incident: Incident): IncidentModel {
  const { language, words, today, at } = page;
  const { t, format } = language;
  const { closedAt, dueOn, closing } = incident;
  const late = isLate(page, incident);
  return {
    id: incident.incident,
    title: t("incidents:incident.title", { id: incident.incident, severity: t(`words:severity.${incident.severity}`) }),
    tag:
      closedAt !== null
        ? tag(t, "met", t("incidents:incident.closed"))
        : late
          ? tag(t, "late")
          : tag(t, "waits", t("incidents:incident.open")),
    when:
      closedAt === null
        ? t("incidents:incident.due", {
            at: format.dateTime(incident.occurredAt),
            day: format.date(dueOn),
            due: format.due(dueOn, today),
          })
        : t("incidents:incident.closedOn", { at: format.dateTime(incident.occurredAt), day: format.date(closedAt) }),
    text: paragraphsShown(language, words.get(incident.text)),
    closing: closing === null ? [] : paragraphsShown(language, words.get(closing)),
    clock: worstClock(page, incident),
    see: {
      text: t("incidents:incident.see", { id: incident.incident }),
      href: at(`incidents/${incident.incident}`),
    },
  };
}

/** Overdue before what runs, and of what runs how many. */
function worstClock({ language: { t }, policy, now }: IncidentsPage, incident: Incident): TagModel | null {
  const states = clocksOf(incident, policy, now).map(({ state }) => state);
  const count = (of: ClockState): number => states.filter((state) => state === of).length;
  if (count("overdue") > 0) return tag(t, "late", t("incidents:incident.clocksOverdue", { count: count("overdue") }));
  if (count("running") > 0) return tag(t, "waits", t("incidents:incident.clocksRunning", { count: count("running") }));
  return count("late") > 0 ? tag(t, "unmet", t("incidents:incident.clocksLate", { count: count("late") })) : null;
}

export function incidentsLead({ t }: Language, page: Moment): Content {
  const { incidents } = page.technology;
  if (incidents.length === 0) return t("incidents:none");
  const open = incidents.filter(({ closedAt }) => closedAt === null).length;
  const late = incidents.filter((incident) => isLate(page, incident)).length;
  if (open === 0) return t.html("incidents:allClosed", { count: incidents.length });
  return t.html(late > 0 ? "incidents:late" : "incidents:open", { count: open, late });
}
