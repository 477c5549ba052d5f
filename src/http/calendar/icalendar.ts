import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import type { PublishedDay } from "../../application/calendar/calendar.ts";
import type { Language } from "../view/languages.ts";

interface Calendar {
  readonly name: string;
  readonly days: readonly PublishedDay[];
  /** Where people reach the product. */
  readonly site: string;
}

/** Seconds after which a calendar program should ask again. */
const askAgain = 3600;

/**
 * RFC 5545: whole days with titles and nothing else, the same bytes as long as nothing happened. What is no more stays for
 * a month as cancelled, so that no program keeps a day that was called off.
 */
export function icalendar(language: Language, { name, days, site }: Calendar): string {
  const calendar = ical({
    name,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: "Touchstone", product: "Touchstone", language: language.locale === "en" ? "EN" : "ZH" },
    ttl: askAgain,
  });
  for (const day of days) calendar.createEvent(eventOf(language, day, site));
  return calendar.toString();
}

function eventOf({ t }: Language, day: PublishedDay, site: string) {
  const { technology, key, what, on, sequence, at, cancelled } = day;
  const title = t.has(`portfolio:what.${what}`) ? t(`portfolio:what.${what}`) : t(`warnings:name.${what}`);
  return {
    id: `${technology.id}-${key.replaceAll(/[^\w.-]/g, "-")}@touchstone`,
    summary: t(cancelled ? "calendar:feed.cancelled" : "calendar:feed.title", {
      technology: technology.name,
      what: title,
    }),
    start: new Date(`${on}T00:00:00.000Z`),
    allDay: true,
    sequence,
    stamp: new Date(at),
    lastModified: new Date(at),
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    url: `${site}/technologies/${technology.slug}`,
  };
}
