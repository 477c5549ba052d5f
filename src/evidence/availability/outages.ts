import type { Findings, ReadOptions } from "../format.ts";
import { outages } from "../layouts/availability.ts";
import { tableFormat, type Row, type TableReading } from "../table.ts";
import { parseTime, shorten } from "../time.ts";
import { Zone } from "../zone.ts";
import { measureSpans, noSpans, type Spans } from "./service-spans.ts";
import { availabilityFigures } from "./services.ts";
import { isUnreadable, Unreadable } from "../unreadable.ts";

/**
 * Observed time, outages, planned windows and unknown time of services (layout "outages-csv"). A planned window
 * counts only when announced before it begins; what lies outside the observed time is left out with a warning.
 */
export const outagesCsv = tableFormat({
  layout: outages,
  version: 2,
  changes: [{ version: 2, change: "further ways of writing a time; a day begins with its first minute" }],
  streamed: true,
  keepsRows: true,
  reading: (options, findings) => new OutagesReading(options, findings),
});

const types = new Map<string, "observed" | "outage" | "planned" | "unknown">([
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

class OutagesReading implements TableReading {
  readonly #zone: Zone;
  readonly #findings: Findings;
  readonly #services = new Map<string, Spans>();

  constructor(options: ReadOptions, findings: Findings) {
    this.#zone = new Zone(options.timeZone);
    this.#findings = findings;
  }

  row(row: Row): Unreadable | null {
    const service = row.cell("service");
    if (service === "") return new Unreadable("service is missing");
    const type = types.get(row.cell("type").toLowerCase());
    if (type === undefined)
      return new Unreadable(`type “${shorten(row.cell("type"))}” is not observed, outage, planned or unknown`);
    const from = parseTime(row.cell("from"), this.#zone);
    if (isUnreadable(from)) return from.at("from");
    const to = parseTime(row.cell("to"), this.#zone);
    if (isUnreadable(to)) return to.at("to");
    if (to <= from) return new Unreadable("to is not later than from");
    const announced = row.cell("announced") === "" ? Infinity : parseTime(row.cell("announced"), this.#zone);
    if (isUnreadable(announced)) return announced.at("announced");
    const spans = this.#spans(service);
    if (type === "planned" && announced >= from) spans.unannounced += 1;
    else spans[type].push({ from, to });
    return null;
  }

  figures() {
    const services = [...this.#services].sort(([a], [b]) => (a < b ? -1 : 1));
    return availabilityFigures(
      services.flatMap(([service, spans]) => measureSpans(service, spans, this.#findings, "do not count") ?? []),
    );
  }

  #spans(service: string): Spans {
    const known = this.#services.get(service);
    if (known !== undefined) return known;
    const fresh = noSpans();
    this.#services.set(service, fresh);
    return fresh;
  }
}
