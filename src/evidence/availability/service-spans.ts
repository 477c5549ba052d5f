import { seconds, subtract, type Span } from "../../domain/evidence/intervals.ts";
import type { ServiceAvailability } from "../../domain/evidence/measurement.ts";
import type { Findings } from "../format.ts";
import { availabilityOf, warnOfUnknown } from "./services.ts";

/** What rows say of one service's time. */
export interface Spans {
  readonly observed: Span[];
  readonly outage: Span[];
  readonly planned: Span[];
  readonly unknown: Span[];
  /** Planned windows that were not announced before they began. */
  unannounced: number;
}

export function noSpans(): Spans {
  return { observed: [], outage: [], planned: [], unknown: [], unannounced: 0 };
}

/** Null, with a warning, where no row says which time was watched; what lies outside it is left out with a warning. */
export function measureSpans(
  service: string,
  spans: Spans,
  findings: Findings,
  unannounced: string,
): ServiceAvailability | null {
  if (spans.observed.length === 0) {
    const message = `${service}: no row of type observed says which time was watched, so its availability is unknown`;
    findings.warn("period-unknown", message);
    return null;
  }
  const { observed, outage, planned, unknown } = spans;
  const measured = availabilityOf(service, { period: observed, down: outage, planned, unknown });
  if (measured === null) {
    findings.warn("nothing-observed", `${service}: all of its time is unknown or planned, so nothing was observed`);
    return null;
  }
  if (spans.unannounced > 0) {
    const message = `${service}: ${spans.unannounced} planned windows were not announced before they began and ${unannounced}`;
    findings.warn("planned-not-announced", message);
  }
  const outside = seconds(subtract([...spans.outage, ...spans.planned], spans.observed));
  if (outside > 0) {
    const message = `${service}: ${outside} s of outages and planned windows lie outside the observed time and do not count`;
    findings.warn("outside-observed", message);
  }
  warnOfUnknown(measured, findings);
  return measured;
}
