import { seconds, subtract, type Span } from "../../domain/evidence/intervals.ts";
import type { Findings, ReadOptions } from "../format.ts";
import { outages } from "../layouts/availability.ts";
import { tableFormat, type Row, type TableReading } from "../table.ts";
import { parseTime, shorten } from "../time.ts";
import { Zone } from "../zone.ts";
import { availabilityFigures, availabilityOf } from "./services.ts";

/**
 * Observed time, outages, planned windows and unknown time of services (layout "outages-csv"). A planned window
 * counts only when announced before it begins; what lies outside the observed time is left out with a warning.
 */
export const outagesCsv = tableFormat({
  layout: outages,
  version: 1,
  streamed: true,
  reading: (options, findings) => new OutagesReading(options, findings),
});

const types = new Map<string, keyof Spans>([
  ["observed", "observed"],
  ["观测", "observed"],
  ["outage", "outage"],
  ["down", "outage"],
  ["故障", "outage"],
  ["中断", "outage"],
  ["planned", "planned"],
  ["计划", "planned"],
  ["计划维护", "planned"],
  ["unknown", "unknown"],
  ["未知", "unknown"],
]);

interface Spans {
  readonly observed: Span[];
  readonly outage: Span[];
  readonly planned: Span[];
  readonly unknown: Span[];
  unannounced: number;
}

class OutagesReading implements TableReading {
  readonly #zone: Zone;
  readonly #findings: Findings;
  readonly #services = new Map<string, Spans>();

  constructor(options: ReadOptions, findings: Findings) {
    this.#zone = new Zone(options.timeZone);
    this.#findings = findings;
  }

  row(row: Row): string | null {
    const service = row.cell("service");
    if (service === "") return "service is missing";
    const type = types.get(row.cell("type").toLowerCase());
    if (type === undefined) return `type “${shorten(row.cell("type"))}” is not observed, outage, planned or unknown`;
    const from = parseTime(row.cell("from"), this.#zone);
    if (typeof from === "string") return `from: ${from}`;
    const to = parseTime(row.cell("to"), this.#zone);
    if (typeof to === "string") return `to: ${to}`;
    if (to <= from) return "to is not later than from";
    const announced = row.cell("announced") === "" ? Infinity : parseTime(row.cell("announced"), this.#zone);
    if (typeof announced === "string") return `announced: ${announced}`;
    const spans = this.#spans(service);
    if (type === "planned" && announced >= from) spans.unannounced += 1;
    else if (type !== "unannounced") spans[type].push({ from, to });
    return null;
  }

  figures() {
    const measured = [...this.#services].flatMap(([service, spans]) => this.#measure(service, spans) ?? []);
    return availabilityFigures(measured);
  }

  #measure(service: string, spans: Spans) {
    if (spans.observed.length === 0) {
      const message = `${service}: no row of type observed says which time was watched, so its availability is unknown`;
      this.#findings.warn("period-unknown", message);
      return null;
    }
    if (spans.unannounced > 0) {
      const message = `${service}: ${spans.unannounced} planned windows were not announced before they began and do not count`;
      this.#findings.warn("planned-not-announced", message);
    }
    const outside = seconds(subtract([...spans.outage, ...spans.planned], spans.observed));
    if (outside > 0) {
      const message = `${service}: ${outside} s of outages and planned windows lie outside the observed time and do not count`;
      this.#findings.warn("outside-observed", message);
    }
    const { observed, outage, planned, unknown } = spans;
    return availabilityOf(service, { period: observed, down: outage, planned, unknown });
  }

  #spans(service: string): Spans {
    const known = this.#services.get(service);
    if (known !== undefined) return known;
    const fresh: Spans = { observed: [], outage: [], planned: [], unknown: [], unannounced: 0 };
    this.#services.set(service, fresh);
    return fresh;
  }
}
