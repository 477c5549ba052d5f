import type { Day, Instant } from "../words/text.ts";
import { allDates } from "./dates.ts";
import type { NextWhat } from "./dates.ts";
import type { DateGround } from "./manifest/dates.ts";
import type { WarningGround } from "./manifest/warnings.ts";
import type { Technology } from "./state/technology.ts";
import { warningsOf } from "./warnings.ts";

/** A day of a technology as a calendar has it: the same key for as long as it is the same thing. */
export interface CalendarDay {
  readonly key: string;
  readonly what: NextWhat | Lapse;
  readonly on: Day;
}

/** What ends by itself and is no date of a chapter. */
const lapses = ["evidence-lapses", "borrowed-lapses"] as const;
type Lapse = (typeof lapses)[number];

/** Gates, looks, deadlines, waves and what lapses, one of each key. */
export function calendarDays(t: Technology, ground: DateGround & WarningGround): readonly CalendarDay[] {
  const dates = allDates(t, ground).map(({ what, on, which }) => ({ key: keyOf(what, which), what, on }));
  const ends = warningsOf(t, ground).flatMap(({ kind, subject, due, params }) => {
    const what = lapses.find((lapse) => lapse === kind);
    const which = String(params?.["piece"] ?? subject ?? "");
    return what === undefined || due === null ? [] : [{ key: keyOf(what, which), what, on: due }];
  });
  return [...new Map([...dates, ...ends].map((day) => [day.key, day])).values()];
}

/** A day that was in the calendar and is no more. */
export interface Cancelled extends CalendarDay {
  readonly position: number;
  readonly at: Instant;
}

/** One state of a technology after the other, and when it came to be. */
export interface CalendarMoment {
  readonly days: readonly CalendarDay[];
  readonly position: number;
  readonly at: Instant;
}

/** Of what stood in an earlier state and not in the last one: as it last stood, and which entry took it away. */
export function cancelledIn(moments: readonly CalendarMoment[]): readonly Cancelled[] {
  const gone = new Map<string, Cancelled>();
  moments.forEach(({ days, position, at }, n) => {
    const standing = new Set(days.map(({ key }) => key));
    for (const day of moments[n - 1]?.days ?? [])
      if (!standing.has(day.key)) gone.set(day.key, { ...day, position, at });
    for (const key of standing) gone.delete(key);
  });
  return [...gone.values()];
}

const keyOf = (what: string, which = ""): string => (which === "" ? what : `${what} ${which}`);
