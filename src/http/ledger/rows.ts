import type { Services } from "../../application/services.ts";
import type { LedgerEvent } from "../../ledger/port.ts";
import { personOf } from "../../domain/people/streams.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import { technologyOf } from "../../domain/technology/streams.ts";
import type { Deps } from "../deps.ts";
import { byDay } from "../say/by-day.ts";
import { eventSentence, eventTag } from "../say/event.ts";
import type { Names } from "../say/names.ts";
import type { Tellings } from "../say/telling.ts";
import type { TagModel } from "../view/components.ts";
import type { Html } from "../view/html.ts";
import type { Language } from "../view/languages.ts";

export type LedgerRow = {
  readonly position: number;
  readonly time: string;
  readonly iso: string;
  readonly subject: string;
  readonly href: string | null;
  readonly tag: TagModel | undefined;
  readonly sentence: Html;
};

export type LedgerDay = { readonly day: string; readonly rows: readonly LedgerRow[] };

/** Newest first under their days, each with whom or what it is about. */
export function daysOf(
  language: Language,
  events: readonly LedgerEvent[],
  { services: { views }, house: { tellings } }: Pick<Deps, "services" | "house">,
  names: Names,
): LedgerDay[] {
  const policy = views.policies.current();
  return byDay(language, events, ({ time }) => time).map(({ day, items }) => ({
    day,
    rows: items.map((event) => rowOf(language, event, { views, tellings, policy, names })),
  }));
}

interface Around {
  readonly views: Services["views"];
  readonly tellings: Tellings;
  readonly policy: Policy;
  readonly names: Names;
}

function rowOf(language: Language, event: LedgerEvent, { views, tellings, policy, names }: Around): LedgerRow {
  return {
    position: event.position,
    time: language.format.time(event.time),
    iso: event.time,
    ...subjectOf(language, event.stream, views),
    tag: eventTag(tellings, language, event),
    sentence: eventSentence(tellings, language, event, policy, names),
  };
}

/** A technology by its name; people by what they are, never by name. */
export function subjectOf(
  { t }: Language,
  stream: string,
  views: Services["views"],
): Pick<LedgerRow, "subject" | "href"> {
  const technology = technologyOf(stream);
  if (technology !== null) {
    const row = views.portfolio.byId(technology);
    return row === null
      ? { subject: t("ledger:subject.technology"), href: null }
      : { subject: row.name, href: `/technologies/${row.slug}` };
  }
  const kind = personOf(stream) === null ? stream : "person";
  const key = `ledger:subject.${kind}`;
  return { subject: t.has(key) ? t(key) : stream, href: kind === "policy" ? "/policy" : null };
}
