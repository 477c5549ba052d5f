import { calendarDays, cancelledIn } from "../../domain/technology/calendar.ts";
import type { CalendarDay, CalendarMoment } from "../../domain/technology/calendar.ts";
import { evolve } from "../../domain/technology/evolve.ts";
import type { Technology } from "../../domain/technology/state/technology.ts";
import { technologyStream } from "../../domain/technology/streams.ts";
import { technologies } from "../../domain/technology/technology-stream.ts";
import { asEvent } from "../../domain/stream.ts";
import { addDays } from "../../domain/words/days.ts";
import type { Instant } from "../../domain/words/text.ts";
import type { PortfolioRow } from "../../projections/portfolio/types.ts";
import type { Services } from "../services.ts";

/** A day of a technology, standing or cancelled, as it is published. */
export interface PublishedDay extends CalendarDay {
  readonly technology: Pick<PortfolioRow, "id" | "slug" | "name" | "department">;
  /** Never falls: where the day has moved, it has risen. */
  readonly sequence: number;
  /** Of the last entry that touched it. */
  readonly at: Instant;
  readonly cancelled: boolean;
}

/** Days for which what was cancelled is still said to be. */
const keptDays = 30;

/** States of many pasts, folded once for everybody who asks. */
type Remembered = Map<string, readonly CalendarMoment[]>;
const mostRemembered = 500;

export interface PublishedCalendar {
  /** All days of these technologies. */
  readonly days: (rows: readonly PortfolioRow[]) => Promise<readonly PublishedDay[]>;
}

/**
 * Derived from the ledger each time: which entry came last says the sequence, what the entries of the last month took away
 * is cancelled, and no table has to remember what was published. Whoever opens it keeps what it folded.
 */
export function openCalendar(services: Services): PublishedCalendar {
  const remembered: Remembered = new Map();
  return {
    async days(rows) {
      const since = `${addDays(services.today(), -keptDays)}T00:00:00.000Z`;
      const published: PublishedDay[] = [];
      for (const row of rows) published.push(...(await daysOf(services, remembered, row, since)));
      return published.toSorted((a, b) => (a.on === b.on ? a.key.localeCompare(b.key, "en") : a.on < b.on ? -1 : 1));
    },
  };
}

async function daysOf(
  services: Services,
  remembered: Remembered,
  row: PortfolioRow,
  since: Instant,
): Promise<readonly PublishedDay[]> {
  const state = await services.views.technologyState(row.id);
  if (state === null) return [];
  const { position: policyPosition } = services.views.policies.all()[0] ?? { position: 0 };
  const about = { technology: row, cancelled: false, at: row.updatedAt };
  const standing = calendarDays(state, groundOf(services)).map((day) => ({
    ...day,
    ...about,
    sequence: Math.max(row.position, policyPosition),
  }));
  if (row.updatedAt < since) return standing;
  const keys = new Set(standing.map(({ key }) => key));
  const cancelled = cancelledIn(await momentsOf(services, remembered, row, since))
    .filter(({ key }) => !keys.has(key))
    .map(({ position, ...day }) => ({ ...day, technology: row, cancelled: true, sequence: position }));
  return [...standing, ...cancelled];
}

/** The states of the last month, the one before it first. */
async function momentsOf(
  services: Services,
  remembered: Remembered,
  row: PortfolioRow,
  since: Instant,
): Promise<readonly CalendarMoment[]> {
  const name = JSON.stringify([row.id, row.version, services.views.policies.current().version, since]);
  const known = remembered.get(name);
  if (known !== undefined) return known;
  const events = await services.ledger.readStream(technologyStream(row.id));
  const moments: CalendarMoment[] = [];
  let state: Technology | null = null;
  for (const [n, event] of events.entries()) {
    state = evolve(state, asEvent(technologies)(event));
    const isBefore = (events[n + 1]?.time ?? event.time) < since;
    if (state !== null && !isBefore) moments.push(momentOf(services, state, event));
  }
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(name, moments);
  return moments;
}

const momentOf = (
  services: Services,
  state: Technology,
  { position, time }: { readonly position: number; readonly time: Instant },
): CalendarMoment => ({ days: calendarDays(state, groundOf(services, time)), position, at: time });

function groundOf(services: Services, at?: Instant) {
  const { views, dayOf, today } = services;
  return { policy: views.policies.current(), today: at === undefined ? today() : dayOf(at), dayOf, drifted: [] };
}
