import type { LocalTime } from "../../domain/mails/window.ts";
import type { Weekday } from "../../domain/mails/preferences.ts";
import { dayIn } from "../../domain/words/calendar-day.ts";
import type { Instant, PersonId } from "../../domain/words/text.ts";
import type { MailReader } from "../../authority/mail-readers.ts";
import type { PersonView } from "../../projections/people.ts";
import { worksHere } from "../people/works-here.ts";
import type { Services } from "../services.ts";

/** Somebody to whom mails may go. */
export interface Addressee {
  readonly person: PersonView;
  readonly email: string;
  readonly locale: "en" | "zh-CN";
  readonly timeZone: string;
  readonly reader: MailReader;
}

/** Who works here, has a password and an address that takes mail; null for everybody else. */
export async function addresseeOf(services: Services, id: PersonId): Promise<Addressee | null> {
  const { views, accounts, mailReaders, config } = services;
  const person = views.people.of(id);
  if (person === null || person.disabled || !worksHere(services, person)) return null;
  const identity = await accounts.identities.find(id);
  if (identity === null || identity.invited) return null;
  if ((await mailReaders.refusalOf(id, identity.email)) !== null) return null;
  const reader = await mailReaders.of(id);
  const { locale, timeZone } = reader.preferences;
  return {
    person,
    email: identity.email,
    locale: locale ?? (identity.locale === "zh-CN" ? "zh-CN" : "en"),
    timeZone: timeZone ?? config.timeZone,
    reader,
  };
}

/** What a wall clock in a zone shows. */
export function localTime(instant: Instant, timeZone: string): LocalTime {
  const day = dayIn(instant, timeZone);
  const hour = Number(hoursIn(timeZone).format(Date.parse(instant)));
  return { day, hour, weekday: String(new Date(`${day}T00:00:00Z`).getUTCDay() || 7) as Weekday };
}

const formats = new Map<string, Intl.DateTimeFormat>();

function hoursIn(timeZone: string): Intl.DateTimeFormat {
  const made =
    formats.get(timeZone) ?? new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", hourCycle: "h23" });
  formats.set(timeZone, made);
  return made;
}
