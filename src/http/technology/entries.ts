import type { Policy } from "../../domain/policy/policy.ts";
import type { TimelineEntry, TimelinePage } from "../../projections/timeline.ts";
import { byDay } from "../say/by-day.ts";
import { eventSentence, eventTag } from "../say/event.ts";
import type { Tellings } from "../say/telling.ts";
import type { LinkModel, TimelineModel } from "../view/components.ts";
import { html } from "../view/html.ts";
import type { Language } from "../view/languages.ts";

export type RecentModel = { readonly timeline: TimelineModel; readonly all: LinkModel };
export type DayModel = { readonly day: string; readonly timeline: TimelineModel };

/** The last few entries, newest first; a day is named once. */
export function recentEntries(
  tellings: Tellings,
  language: Language,
  policy: Policy,
  page: TimelinePage,
  slug: string,
): RecentModel {
  const { t, format } = language;
  const day = (entry: TimelineEntry | undefined): string => (entry === undefined ? "" : format.date(entry.time));
  return {
    timeline: {
      entries: page.entries.map((entry, index) => ({
        ...sentenceOf(tellings, language, policy, entry),
        at: day(entry) === day(page.entries[index - 1]) ? "" : day(entry),
      })),
    },
    all: { text: t("technology:allEntries", { count: page.total }), href: `/technologies/${slug}/history` },
  };
}

/** A page of the whole history under its days; the position leads to the ledger's entry. */
export function entriesByDay(
  tellings: Tellings,
  language: Language,
  policy: Policy,
  page: TimelinePage,
  correction: (entry: TimelineEntry) => string | null,
): DayModel[] {
  return byDay(language, page.entries, ({ time }) => time).map(({ day, items }) => ({
    day,
    timeline: {
      entries: items.map((entry) => ({
        ...sentenceOf(tellings, language, policy, entry, correction(entry)),
        at: language.format.time(entry.time),
      })),
    },
  }));
}

/** @param correction where the reader may put the entry right; null where they may not. */
function sentenceOf(
  tellings: Tellings,
  language: Language,
  policy: Policy,
  entry: TimelineEntry,
  correction: string | null = null,
) {
  return {
    iso: entry.time,
    tag: eventTag(tellings, language, entry),
    text: html`${eventSentence(tellings, language, entry, policy)}
      <a class="tiny nowrap" href="/ledger/${entry.position}"
        >${language.t("technology:position", { position: entry.position })}</a
      >${correction === null ? "" : html` <a class="tiny nowrap" href="${correction}">${language.t("correction:link")}</a>`}`,
  };
}
