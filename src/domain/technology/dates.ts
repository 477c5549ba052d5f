import type { Policy } from "../policy/policy.ts";
import { earliestDay } from "../words/days.ts";
import type { Day, Instant } from "../words/text.ts";
import { parts } from "./chapters.ts";
import type { Listed } from "./chapters.ts";
import type { DateGround, Pressing, Upcoming } from "./manifest/dates.ts";
import { inOrder } from "./manifest/in-order.ts";
import { isEnd } from "./state/stage.ts";
import type { Technology } from "./state/technology.ts";

export type NextWhat = WhatsOf<Listed>;

type WhatsOf<C> = C extends {
  readonly dates: { readonly ahead: readonly { readonly days: (...of: never) => readonly (infer Date)[] }[] };
}
  ? Date extends Upcoming<infer What>
    ? What
    : never
  : never;

/** The earliest of what is to come or overdue; null where nothing has a date. */
export function nextDate(t: Technology, ground: DateGround): Upcoming<NextWhat> | null {
  return datesAhead(t, ground)[0] ?? null;
}

/** All of it, the earliest first. */
export function datesAhead(t: Technology, ground: DateGround): readonly Upcoming<NextWhat>[] {
  const all = ahead.flatMap(({ days }) => days(t, ground) as readonly Upcoming<NextWhat>[]);
  return all.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/** Everything that is to come or overdue and has a day, for calendars: what lists show, and what is planned after it. */
export const allDates = (t: Technology, ground: DateGround): readonly Upcoming<NextWhat>[] =>
  isEnd(t.stage) ? [] : [...ahead, ...planned].flatMap(({ days }) => days(t, ground) as readonly Upcoming<NextWhat>[]);

/**
 * The first day on which the passing of time alone changes something. What the sweep has still to put on record stays
 * due until it has; what only pages show is due when its day comes.
 */
export function recheckOn(t: Technology, policy: Policy, today: Day): Day | null {
  if (isEnd(t.stage)) return null;
  const dueDays = dates.flatMap((ofChapter) => ofChapter.shown?.(t, policy, today) ?? []).filter((day) => day > today);
  return earliestDay([...dates.flatMap((ofChapter) => ofChapter.swept?.(t) ?? []), ...dueDays]);
}

/** The next instant after which, within its day, something else holds by itself; null where the day is all that counts. */
export function recheckAfter(t: Technology, policy: Policy, now: Instant): Instant | null {
  return earliestDay(endsOf(t, policy).filter((end) => end >= now));
}

/** All such instants, those that have passed among them. */
export const endsOf = (t: Technology, policy: Policy): readonly Instant[] =>
  dates.flatMap((ofChapter) => ofChapter.ends?.(t, policy) ?? []);

/** Of what presses within the day, the earliest mark and the earliest end; null where nothing does. */
export function pressingIn(t: Technology, policy: Policy): Pressing | null {
  const all = dates.flatMap((ofChapter) => ofChapter.pressing?.(t, policy) ?? []);
  const [from, due] = [
    earliestDay(all.map((pressing) => pressing.from)),
    earliestDay(all.map((pressing) => pressing.due)),
  ];
  return from === null || due === null ? null : { from, due };
}

const dates = parts.flatMap((chapter) => chapter.dates ?? []);

const planned = dates.flatMap((ofChapter) => ofChapter.planned ?? []);

const ahead = inOrder(dates.flatMap((ofChapter) => ofChapter.ahead ?? []));
