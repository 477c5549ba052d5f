import type { Span } from "../../domain/evidence/intervals.ts";
import { textKey } from "../../domain/words/plain-text.ts";
import type { Findings, Format, ReadOptions } from "../format.ts";
import { tableHeader } from "../header.ts";
import { incidents, outages } from "../layouts/availability.ts";
import { LeftOut } from "../people/left-out.ts";
import { tableFormat } from "../table.ts";
import { noData, type Row, type TableReading } from "../table-reading.ts";
import { lengthOf } from "./duration.ts";
import { kindOf, type IncidentKind } from "./incident-kind.ts";
import { measureSpans, noSpans, type Spans } from "./service-spans.ts";
import { availabilityFigures } from "./services.ts";
import { statedOf, type Stated } from "./stated.ts";
import { UnreadRows } from "./unread-rows.ts";
import { Spelled } from "./spelled.ts";
import { sumsUp } from "./sums.ts";
import { isUnreadable, Unreadable } from "../unreadable.ts";

const table = tableFormat({
  layout: incidents,
  version: 4,
  changes: [
    {
      version: 2,
      change:
        "further ways of writing a time; a day begins with its first minute; a service with a row that cannot be read is unknown",
    },
    { version: 3, change: "months in further languages, digits of day and time without signs; sums are left out" },
    { version: 4, change: "services that differ in case or width alone are one" },
  ],
  streamed: true,
  keepsRows: true,
  reading: (options, findings) => new IncidentsReading(options, findings),
});

/**
 * A list of incidents and maintenance windows, or a log of a service's ups and downs (layout "incidents-csv"). Which
 * time was watched is said by rows of kind observed, by a log's up rows, or for all services by the person (`mapping.stated`, from and to). `mapping.conditions.severity` says
 * which incidents count as down.
 */
export const incidentsCsv: Format = {
  ...table,
  withoutPeriod: "refuses",
  recognises: (head) => {
    const header = tableHeader(head.text, incidents);
    if (header === null || tableHeader(head.text, outages) !== null) return false;
    return ["end", "duration", "minutes", "seconds"].some((column) => header.index.has(column));
  },
};

class IncidentsReading implements TableReading {
  readonly #findings: Findings;
  readonly #leftOut: LeftOut;
  readonly #stated: Stated;
  readonly #judged: boolean;
  readonly #spelled = new Spelled();
  readonly #services = new Map<string, Spans>();
  readonly #degraded = new Map<string, number>();
  /** Services of which a log tells when they were up. */
  readonly #logs = new Set<string>();
  readonly #fallen = new Map<string, Span[]>();
  readonly #unread = new UnreadRows();

  constructor(options: ReadOptions, findings: Findings) {
    this.#findings = findings;
    this.#leftOut = new LeftOut(findings, [], false);
    this.#stated = statedOf("incidents-csv", options, incidents.title);
    this.#judged = options.mapping?.conditions["severity"] !== undefined;
  }

  row(row: Row): Unreadable | null {
    if (sumsUp(row, "start")) {
      this.#leftOut.add(row, "sum");
      return noData;
    }
    const service = row.cell("service");
    if (service === "") return new Unreadable("missing", { name: "service" });
    const span = this.#span(row);
    if (isUnreadable(span)) return span;
    const kind = kindOf(row, this.#judged, this.#findings.questions);
    if (isUnreadable(kind)) return kind;
    const announced = row.cell("announced") === "" ? Infinity : row.time("announced");
    if (isUnreadable(announced)) return announced.at("announced");
    const open = kind.is === "incident" || kind.is === "degraded" || kind.is === "down";
    if (!open && span.to === Infinity) return new Unreadable("time-needs-an-end", { kind: kind.is });
    this.#note(this.#spelled.key(service), kind.is, span, announced);
    return null;
  }

  figures() {
    this.#leftOut.tell();
    const names = [...this.#services.keys()].map((key) => this.#spelled.name(key));
    const services = this.#unread.readable(names.sort(), this.#findings);
    return availabilityFigures(services.flatMap((service) => this.#measure(service) ?? []));
  }

  unread(row: Row, reason: Unreadable): void {
    this.#unread.note(row, reason);
  }

  #note(service: string, kind: IncidentKind, span: Span, announced: number): void {
    const spans = this.#services.get(service) ?? noSpans();
    this.#services.set(service, spans);
    if (kind === "degraded") this.#degraded.set(service, (this.#degraded.get(service) ?? 0) + 1);
    else if (kind === "observed" || kind === "up") spans.observed.push(span);
    else if (kind === "paused") spans.unknown.push(span);
    else if (kind === "maintenance" && announced < span.from) spans.planned.push(span);
    else spans.outage.push(span);
    if (kind === "maintenance" && announced >= span.from) spans.unannounced += 1;
    if (kind === "up") this.#logs.add(service);
    if (kind !== "down") return;
    const fallen = this.#fallen.get(service);
    if (fallen === undefined) this.#fallen.set(service, [span]);
    else fallen.push(span);
  }

  #measure(service: string) {
    const key = this.#spelled.key(service);
    const spans = this.#services.get(key) ?? noSpans();
    const { period } = this.#stated;
    // Only a log that tells of up times was watching while the service was down.
    const fallen = this.#logs.has(key) ? (this.#fallen.get(key) ?? []) : [];
    const watched = [...spans.observed, ...fallen.filter(({ to }) => to < Infinity)];
    const observed = period === undefined ? watched : [...watched, period];
    const end = observed.reduce((latest, { to }) => Math.max(latest, to), 0);
    const outage = spans.outage.map(({ from, to }) => ({ from, to: to === Infinity ? Math.max(from, end) : to }));
    const degraded = this.#degraded.get(key) ?? 0;
    if (degraded > 0) {
      const message = `${service}: ${degraded} incidents without impact or with a degraded service do not count as down`;
      this.#findings.warn("degraded-not-down", message);
    }
    return measureSpans(service, { ...spans, observed, outage }, this.#findings, "count as down");
  }

  /** `to` is Infinity where the incident is still open. */
  #span(row: Row): Span | Unreadable {
    const from = row.time("start");
    if (isUnreadable(from)) return from.at("start");
    const end = isOpen(row.cell("end")) ? null : row.time("end");
    if (isUnreadable(end)) return end.at("end");
    const ms = lengthOf(row);
    if (isUnreadable(ms)) return ms;
    if (end !== null && ms !== null && Math.abs(end - from - ms) > 60_000)
      return new Unreadable("end-and-duration-disagree");
    const to = end ?? (ms === null ? Infinity : from + ms);
    return to > from ? { from, to } : new Unreadable("end-is-not-later-than-start");
  }
}

/** What lists of incidents write where no end has come yet. */
const open = new Set(
  "|-|–|—|n/a|ongoing|open|unresolved|present|now|still open|进行中|持续中|未结束|未恢复|未解决|处理中|至今|无".split(
    "|",
  ),
);
const isOpen = (end: string): boolean => open.has(textKey(end));
