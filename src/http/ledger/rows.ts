import type { Services } from "../../application/services.ts";
import type { LedgerEvent } from "../../ledger/port.ts";
import { eventSentence, eventTag } from "../say/event.ts";
import type { TagModel } from "../view/components.ts";
import type { Html } from "../view/html.ts";
import type { Language } from "../view/languages.ts";

export type LedgerRow = {
  readonly position: number;
  readonly time: string;
  readonly subject: string;
  readonly href: string | null;
  readonly tag: TagModel | undefined;
  readonly sentence: Html;
};

/** Newest first, each with whom or what it is about. */
export function rowsOf(language: Language, events: readonly LedgerEvent[], views: Services["views"]): LedgerRow[] {
  return events.toReversed().map((event) => ({
    position: event.position,
    time: language.format.dateTime(event.time),
    ...subjectOf(language, event.stream, views),
    tag: eventTag(language, event),
    sentence: eventSentence(language, event),
  }));
}

/** A technology by its name; people by what they are, never by name. */
export function subjectOf(
  { t }: Language,
  stream: string,
  views: Services["views"],
): Pick<LedgerRow, "subject" | "href"> {
  if (stream.startsWith("technology-")) {
    const row = views.portfolio.byId(stream.slice("technology-".length));
    return row === null
      ? { subject: t("ledger:subject.technology"), href: null }
      : { subject: row.name, href: `/technologies/${row.slug}` };
  }
  const kind = stream.startsWith("person-") ? "person" : stream;
  const key = `ledger:subject.${kind}`;
  return { subject: t.has(key) ? t(key) : stream, href: kind === "policy" ? "/policy" : null };
}
