import type { Span } from "../../domain/evidence/intervals.ts";
import type { ServiceTime } from "../../domain/evidence/service.ts";
import { seen, type ProbeLog } from "./probe-log.ts";

export interface ProbedTime extends ServiceTime {
  /** Planned windows that nobody can show to have been announced before they began. */
  readonly unannounced: number;
}

/**
 * The time that a series of probes covers: each stands for the time to the next, at most the usual interval (the
 * lower median of the gaps); a gap of more than one and a half intervals holds unknown time.
 *
 * @returns null for fewer than two instants: they cover no time
 */
export function probedTime(log: ProbeLog): ProbedTime | null {
  const { times, seen: answers, announced } = log.sorted();
  const first = times[0];
  const last = times.at(-1);
  if (first === undefined || last === undefined || times.length < 2) return null;
  const interval = usualInterval(times);
  const period = [{ from: first, to: last + interval }];
  const time = { period, down: [] as Span[], planned: [] as Span[], unknown: [] as Span[] };
  const windows = { open: false, counts: false, unannounced: 0 };
  times.forEach((from, i) => {
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
  return { ...time, unannounced: windows.unannounced };
}

/** Milliseconds; for at least two ascending instants. */
function usualInterval(times: Float64Array): number {
  const gaps = Float64Array.from({ length: times.length - 1 }, (_, i) => (times[i + 1] ?? 0) - (times[i] ?? 0));
  gaps.sort();
  return gaps[Math.floor((gaps.length - 1) / 2)] ?? 0;
}
