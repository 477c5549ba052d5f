import type { Span } from "../../domain/evidence/intervals.ts";
import type { ServiceTime } from "../../domain/evidence/service.ts";
import { seen, type ProbeLog } from "./probe-log.ts";
import { stretchesOf } from "./probe-steps.ts";

export interface ProbedTime extends ServiceTime {
  /** Planned windows that nobody can show to have been announced before they began. */
  readonly unannounced: number;
}

/**
 * The time that a series of probes covers: each stands for the time to the next, at most the usual interval of its stretch
 * (probe-steps.ts); a gap of more than one and a half intervals holds unknown time.
 *
 * @returns null for fewer than two instants: they cover no time
 */
export function probedTime(log: ProbeLog): ProbedTime | null {
  const { times, seen: answers, announced } = log.sorted();
  const first = times[0];
  const last = times.at(-1);
  if (first === undefined || last === undefined || times.length < 2) return null;
  const stretches = stretchesOf(times, (i) => answers[i] === seen.down);
  const time = { down: [] as Span[], planned: [] as Span[], unknown: [] as Span[] };
  const windows = { open: false, counts: false, unannounced: 0 };
  let at = 0;
  times.forEach((from, i) => {
    if (i >= (stretches[at + 1]?.first ?? Infinity)) at += 1;
    const interval = stretches[at]?.interval ?? 0;
    const next = times[i + 1] ?? from + interval;
    const to = next - from > interval * 1.5 ? from + interval : next;
    if (to < next) time.unknown.push({ from: to, to: next });
    if (answers[i] === seen.down) time.down.push({ from, to });
    if (answers[i] === seen.unknown) time.unknown.push({ from, to });
    const announcement = announced[i] ?? NaN;
    if (!Number.isNaN(announcement) && !windows.open) windows.counts = announcement < from;
    if (!Number.isNaN(announcement) && !windows.open && !windows.counts) windows.unannounced += 1;
    windows.open = !Number.isNaN(announcement);
    if (windows.open && windows.counts) time.planned.push({ from, to });
  });
  const period = [{ from: first, to: last + (stretches.at(-1)?.interval ?? 0) }];
  return { ...time, period, unannounced: windows.unannounced };
}
