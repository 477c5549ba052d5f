import { intersect, seconds, subtract, union, type Span } from "./intervals.ts";

/** What is known of one service's time, in epoch milliseconds; the spans may overlap and lie in any order. */
export interface ServiceTime {
  /** The period the record speaks of. */
  readonly period: readonly Span[];
  readonly down: readonly Span[];
  /** Windows announced before they began. */
  readonly planned: readonly Span[];
  /** Neither up nor down: no probe. */
  readonly unknown: readonly Span[];
}

export interface SettledTime {
  readonly from: string;
  readonly to: string;
  readonly observedSeconds: number;
  readonly downSeconds: number;
  readonly plannedSeconds: number;
  readonly unknownSeconds: number;
  readonly outages: readonly SettledSpan[];
  readonly planned: readonly SettledSpan[];
  readonly unknown: readonly SettledSpan[];
}

/** A type alias so that it is assignable to the ledger's JSON. */
type SettledSpan = { readonly from: string; readonly to: string; readonly seconds: number };

/**
 * Gives every second of the period one state, overlaps counted once: planned maintenance first (it leaves the
 * agreed service time), then down, then unknown, else up. Null where the period is empty.
 * Source: methods.md, "Proportions and availability".
 */
export function settle(time: ServiceTime): SettledTime | null {
  const period = union(time.period);
  const first = period[0];
  const last = period.at(-1);
  if (first === undefined || last === undefined) return null;
  const planned = intersect(period, time.planned);
  const down = subtract(intersect(period, time.down), planned);
  const gaps = subtract([{ from: first.from, to: last.to }], period);
  const unknown = union([...gaps, ...subtract(intersect(period, time.unknown), [...planned, ...down])]);
  const excluded = [...planned, ...unknown];
  return {
    from: instant(first.from),
    to: instant(last.to),
    observedSeconds: seconds(subtract([{ from: first.from, to: last.to }], excluded)),
    downSeconds: seconds(down),
    plannedSeconds: seconds(planned),
    unknownSeconds: seconds(unknown),
    outages: down.map(settled),
    planned: planned.map(settled),
    unknown: unknown.map(settled),
  };
}

function settled(span: Span): SettledSpan {
  return { from: instant(span.from), to: instant(span.to), seconds: (span.to - span.from) / 1000 };
}

function instant(ms: number): string {
  return new Date(ms).toISOString();
}
