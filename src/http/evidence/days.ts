import { intersect, seconds, subtract, union } from "../../domain/evidence/intervals.ts";
import type { Span } from "../../domain/evidence/intervals.ts";
import type { RecordedSpan, ServiceStatistics } from "../../domain/evidence/statistics.ts";
import { addDays } from "../../domain/words/days.ts";
import { dayIn } from "../../domain/words/calendar-day.ts";
import type { Day } from "../../domain/words/text.ts";
import { zoneNamed } from "../../evidence/zone.ts";
import type { StripDay } from "../charts/strip.ts";
import { startOf } from "../forms/moment.ts";

/** More cells than this cannot be told apart: the newest are shown. */
const most = 366;

/** Every day from the first second observed to the last, in one time zone. */
export function daysBetween(parts: readonly ServiceStatistics[], timeZone: string): readonly Day[] {
  const first = parts.map(({ from }) => from).sort()[0];
  const last = parts
    .map(({ to }) => to)
    .sort()
    .at(-1);
  if (first === undefined || last === undefined) return [];
  // The last instant is no longer part of the record: midnight belongs to the day before.
  const end = dayIn(new Date(Date.parse(last) - 1).toISOString(), timeZone);
  const days: Day[] = [];
  for (let day = dayIn(first, timeZone); day <= end; day = addDays(day, 1)) days.push(day);
  return days.slice(-most);
}

/** One service a day a cell: what any piece saw down is down; what none observed is planned work or unknown. */
export function stripDays(parts: readonly ServiceStatistics[], days: readonly Day[], timeZone: string): StripDay[] {
  const zone = zoneNamed(timeZone);
  const down = union(parts.flatMap((part) => subtract(spans(part.outages), unobserved(part))));
  const observed = union([...parts.flatMap((part) => subtract([whole(part)], unobserved(part))), ...down]);
  const planned = subtract(
    parts.flatMap((part) => spans(part.planned)),
    observed,
  );
  return days.map((day) =>
    cellOf(day, { down, observed, planned }, [startOf(day, zone), startOf(addDays(day, 1), zone)]),
  );
}

type DaySpans = Readonly<Record<"down" | "observed" | "planned", readonly Span[]>>;

function cellOf(day: Day, seen: DaySpans, [from, to]: readonly [number, number]): StripDay {
  const within = (list: readonly Span[]): number => seconds(intersect(list, [{ from, to }]));
  const [down, observed, planned] = [within(seen.down), within(seen.observed), within(seen.planned)];
  if (down > 0) return { day, kind: "measured", minutesDown: down / 60 };
  if (planned > 0) return { day, kind: "planned" };
  return observed > 0 ? { day, kind: "measured", minutesDown: 0 } : { day, kind: "unknown" };
}

const whole = ({ from, to }: ServiceStatistics): Span => ({ from: Date.parse(from), to: Date.parse(to) });
const unobserved = (part: ServiceStatistics): Span[] => [...spans(part.planned), ...spans(part.unknown)];
const spans = (list: readonly RecordedSpan[] | null): Span[] =>
  (list ?? []).map(({ from, to }) => ({ from: Date.parse(from), to: Date.parse(to) }));
