import type { Request, Response } from "express";
import { nowOf } from "../../application/facts.ts";
import { actionsFor } from "../../application/gate.ts";
import { textsOf } from "../../domain/technology/incidents/incident-work.ts";
import { clocksOf } from "../../domain/technology/state/incident-clocks.ts";
import type { Clock } from "../../domain/technology/state/incident-clocks.ts";
import type { Incident } from "../../domain/technology/state/incidents.ts";
import type { TechnologyCommandType } from "../../domain/technology/state/technology.ts";
import type { Instant } from "../../domain/words/text.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { wordsFor } from "../private-words.ts";
import type { Words } from "../private-words.ts";
import { pathValue } from "../request-values.ts";
import type { Names } from "../say/names.ts";
import { technologyPage } from "../technology-page.ts";
import type { TechnologyPage } from "../technology-page.ts";
import type { Crumb } from "../view/chrome.ts";
import { incidentCrumb } from "./crumb.ts";

/** What every page about one incident is made from. */
export type OneIncident = TechnologyPage & {
  readonly incident: Incident;
  readonly clocks: readonly Clock[];
  /** When all of it was looked at. */
  readonly now: Instant;
  readonly timeZone: string;
  readonly words: Words;
  /** Of whoever entered something about it, and of those who took measures on. */
  readonly names: Names;
  /** What the person who looks may do now. */
  readonly open: readonly TechnologyCommandType[];
};

/** @throws Fault 404 where there is no such incident */
export async function oneIncident(
  { services, people, config: { timeZone } }: Deps,
  req: Request,
  res: Response,
): Promise<OneIncident> {
  const page = await technologyPage(services, req, res);
  const asked = page.technology.incidents.find(({ incident }) => incident === pathValue(req, "incident"));
  const incident = asked ?? notFound();
  const now = nowOf(services);
  return {
    ...page,
    incident,
    clocks: clocksOf(incident, page.policy, now),
    now,
    timeZone,
    words: await wordsFor(services, res, page.technology, textsOf(incident)),
    names: await people.names(peopleIn(incident)),
    open: await actionsFor(services, page.row.id, page.person),
  };
}

const peopleIn = ({ deliveries, handling, review }: Incident): readonly string[] => [
  ...deliveries.flatMap(({ by, voided }) => (voided === null ? [by] : [by, voided.by])),
  ...(handling === null ? [] : [handling.by]),
  ...(review === null ? [] : [review.by, ...review.measures.map(({ owner }) => owner)]),
];

/** To the list, and to this one. */
export const crumbsTo = (page: OneIncident): readonly Crumb[] => [
  incidentCrumb(page),
  {
    text: page.language.t("incidents:one.crumb", { id: page.incident.incident }),
    href: page.at(`incidents/${page.incident.incident}`),
  },
];

/** Where the page of this one stands, and what is behind it. */
export const placeOf = ({ incident }: Pick<OneIncident, "incident">, behind = ""): string =>
  `incidents/${incident.incident}${behind === "" ? "" : `/${behind}`}`;
