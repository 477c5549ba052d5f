import type { Span } from "../../domain/evidence/intervals.ts";
import { textKey } from "../../domain/words/plain-text.ts";
import type { Findings } from "../format.ts";
import { outages } from "../layouts/availability.ts";
import { LeftOut } from "../people/left-out.ts";
import { unknownWord } from "../questions.ts";
import { tableFormat } from "../table.ts";
import { noData, type Row, type TableReading } from "../table-reading.ts";
import { measureSpans, noSpans, type Spans } from "./service-spans.ts";
import { availabilityFigures } from "./services.ts";
import { UnreadRows } from "./unread-rows.ts";
import { Spelled } from "./spelled.ts";
import { sumsUp } from "./sums.ts";
import { isUnreadable, Unreadable } from "../unreadable.ts";
import { stretch } from "../vocabulary.ts";

/**
 * Observed time, outages, planned windows and unknown time of services (layout "outages-csv"). A planned window
 * counts only when announced before it begins; what lies outside the observed time is left out with a warning.
 */
export const outagesCsv = tableFormat({
  layout: outages,
  version: 4,
  changes: [
    {
      version: 2,
      change:
        "further ways of writing a time; a day begins with its first minute; a service with a row that cannot be read is unknown",
    },
    { version: 3, change: "months in further languages, digits of day and time without signs; sums are left out" },
    {
      version: 4,
      change:
        "services that differ in case or width alone are one; a log of ups and downs was watching while it was down",
    },
  ],
  streamed: true,
  keepsRows: true,
  reading: (_options, findings) => new OutagesReading(findings),
});

const types = new Map<string, "observed" | "up" | "outage" | "planned" | "unknown">([
  ["observed", "observed"],
  ...["观测", "观察", "监测", "监控", "观测期", "观察期", "monitored", "watched", "observation"].map(
    (word) => [word, "observed"] as const,
  ),
  ...["up", "available", "online", "running", "operational", "正常", "在线", "可用", "运行", "运行中"].map(
    (word) => [word, "up"] as const,
  ),
  ["outage", "outage"],
  ["down", "outage"],
  ["故障", "outage"],
  ...["中断", "宕机", "停机", "断网", "不可用", "停服", "异常", "incident", "downtime", "unavailable"].map(
    (word) => [word, "outage"] as const,
  ),
  ["planned", "planned"],
  ["计划", "planned"],
  ...["计划维护", "计划内维护", "维护", "计划停机", "maintenance", "scheduled", "planned maintenance"].map(
    (word) => [word, "planned"] as const,
  ),
  ["unknown", "unknown"],
  ["未知", "unknown"],
]);

class OutagesReading implements TableReading {
  readonly #findings: Findings;
  readonly #leftOut: LeftOut;
  readonly #spelled = new Spelled();
  readonly #services = new Map<string, Spans>();
  /** Services of which a log tells when they were up. */
  readonly #logs = new Set<string>();
  readonly #unread = new UnreadRows();

  constructor(findings: Findings) {
    this.#findings = findings;
    this.#leftOut = new LeftOut(findings, [], false);
  }

  row(row: Row): Unreadable | null {
    if (sumsUp(row, "from")) {
      this.#leftOut.add(row, "sum");
      return noData;
    }
    const service = row.cell("service");
    if (service === "") return new Unreadable("missing", { name: "service" });
    const type = types.get(textKey(row.cell("type")));
    if (type === undefined) return unknownWord(this.#findings.questions, row, "type", stretch);
    const from = row.time("from");
    if (isUnreadable(from)) return from.at("from");
    const to = row.time("to");
    if (isUnreadable(to)) return to.at("to");
    if (to <= from) return new Unreadable("to-is-not-later-than-from");
    const announced = row.cell("announced") === "" ? Infinity : row.time("announced");
    if (isUnreadable(announced)) return announced.at("announced");
    const key = this.#spelled.key(service);
    const spans = this.#spans(key);
    if (type === "up") this.#logs.add(key);
    if (type === "planned" && announced >= from) spans.unannounced += 1;
    else spans[type === "up" ? "observed" : type].push({ from, to });
    return null;
  }

  figures() {
    this.#leftOut.tell();
    const names = [...this.#services.keys()].map((key) => this.#spelled.name(key));
    const services = this.#unread.readable(names.sort(), this.#findings);
    return availabilityFigures(services.flatMap((service) => this.#measure(service) ?? []));
  }

  #measure(service: string) {
    const key = this.#spelled.key(service);
    const spans = this.#spans(key);
    const observed = [...spans.observed, ...(this.#logs.has(key) || takeTurns(spans) ? spans.outage : [])];
    return measureSpans(service, { ...spans, observed }, this.#findings, "do not count");
  }

  unread(row: Row, reason: Unreadable): void {
    this.#unread.note(row, reason);
  }

  #spans(key: string): Spans {
    const known = this.#services.get(key);
    if (known !== undefined) return known;
    const fresh = noSpans();
    this.#services.set(key, fresh);
    return fresh;
  }
}

/** True where each outage fills the time between two stretches that were watched: whoever wrote so was watching all the time. */
function takeTurns({ observed, outage }: Spans): boolean {
  const [begins, ends] = [new Set(observed.map(({ from }) => from)), new Set(observed.map(({ to }) => to))];
  const within = ({ from, to }: Span): boolean => observed.some((watched) => watched.from < to && from < watched.to);
  return outage.length > 0 && outage.every((span) => ends.has(span.from) && begins.has(span.to) && !within(span));
}
