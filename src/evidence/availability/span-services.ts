import type { Span } from "../../domain/evidence/intervals.ts";
import type { Findings } from "../format.ts";
import { Refused } from "../refused.ts";
import { measureSpans, noSpans, type Spans } from "./service-spans.ts";
import { availabilityFigures } from "./services.ts";

/** Stretches of services' time, as tools' own files tell them; a service with one that cannot be read is unknown. */
export class SpanServices {
  readonly #title: string;
  readonly #findings: Findings;
  readonly #services = new Map<string, Spans>();
  readonly #unread = new Map<string, string>();

  constructor(title: string, findings: Findings) {
    this.#title = title;
    this.#findings = findings;
  }

  /** @throws Refused where there are too many services */
  of(service: string): Spans {
    const known = this.#services.get(service);
    if (known !== undefined) return known;
    this.#findings.limits.take("service", service);
    const fresh = noSpans();
    this.#services.set(service, fresh);
    return fresh;
  }

  /** What one entry says may be downtime, and nobody can read it. */
  unread(service: string, reason: string): void {
    this.of(service);
    if (!this.#unread.has(service)) this.#unread.set(service, reason);
  }

  /** @throws Refused where no service has a figure */
  figures(period?: Span) {
    const names = [...this.#services.keys()].sort();
    for (const [service, reason] of this.#unread) {
      const message = `${service}: an entry may tell of downtime and cannot be read (${reason}), so its availability is unknown`;
      this.#findings.warn("unread-downtime", message);
    }
    const figures = availabilityFigures(
      names.filter((name) => !this.#unread.has(name)).flatMap((name) => this.#measure(name, period) ?? []),
    );
    if (figures !== null) return figures;
    const [warning] = this.#findings.warnings.filter(({ code }) => code !== "same-file-twice");
    throw new Refused({
      code: warning?.code ?? "no-usable-row",
      message: `${this.#title}: ${warning?.message ?? "it names no service"}`,
    });
  }

  #measure(service: string, period: Span | undefined) {
    const spans = this.of(service);
    const observed = period === undefined ? spans.observed : [...spans.observed, period];
    if (observed.length === 0) {
      const message = `${service}: the file does not say which time it covers: state its period, else the availability is unknown`;
      this.#findings.warn("period-unknown", message);
      return null;
    }
    const end = observed.reduce((latest, { to }) => Math.max(latest, to), 0);
    // What is still open lasts to the end of the time that the file speaks of.
    const outage = spans.outage.map(({ from, to }) => ({ from, to: to === Infinity ? Math.max(from, end) : to }));
    return measureSpans(service, { ...spans, observed, outage }, this.#findings, "count as down");
  }
}
