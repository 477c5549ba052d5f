import type { TimelinePage } from "../../projections/types.ts";
import { eventSentence, eventTag } from "../say/event.ts";
import type { TimelineModel } from "../view/components.ts";
import type { Language } from "../view/languages.ts";
import { html } from "../view/html.ts";

export type HistoryModel = {
  readonly timeline: TimelineModel;
  readonly all: { readonly text: string; readonly href: string };
};

/** Newest first; the position leads to the ledger's entry. */
export function entriesOf(language: Language, page: TimelinePage, slug: string): HistoryModel {
  const { t, format } = language;
  return {
    timeline: {
      entries: page.entries.map((entry) => ({
        at: format.dateShort(entry.time),
        iso: entry.time,
        tag: eventTag(language, entry),
        text: html`${eventSentence(language, entry)}
          <a class="tiny" href="/ledger/${entry.position}"
            >${t("technology:position", { position: entry.position })}</a
          >`,
      })),
    },
    all: { text: t("technology:allEntries", { count: page.total }), href: `/technologies/${slug}/history` },
  };
}
