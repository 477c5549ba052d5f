import type { Span } from "../../domain/evidence/intervals.ts";
import type { ServiceTime } from "../../domain/evidence/service.ts";
import type { Findings, ReadOptions } from "../format.ts";
import { probes } from "../layouts/availability.ts";
import { tableFormat, type Row, type TableReading } from "../table.ts";
import { parseTime, shorten } from "../time.ts";
import { Zone } from "../zone.ts";
import { ProbeLog } from "./probe-log.ts";
import { availabilityFigures, availabilityOf } from "./services.ts";

/**
 * Probes of services (layout "probes-csv") as outages. A probe stands for the time to the next, at most the usual
 * interval, which is the median of the gaps; a gap of more than one and a half intervals holds unknown time. Probes
 * at one instant that disagree count as down. A run of probes with an announcement is a planned window, and counts
 * when it was announced before its first probe.
 */
export const probesCsv = tableFormat({
  layout: probes,
  version: 1,
  streamed: true,
  reading: (options, findings) => new ProbesReading(options, findings),
});

const upWords = new Set(["true", "up", "yes", "1", "ok", "正常", "是"]);
const downWords = new Set(["false", "down", "no", "0", "fail", "failed", "故障", "否"]);

class ProbesReading implements TableReading {
  readonly #zone: Zone;
  readonly #findings: Findings;
  readonly #logs = new Map<string, ProbeLog>();

  constructor(options: ReadOptions, findings: Findings) {
    this.#zone = new Zone(options.timeZone);
    this.#findings = findings;
  }

  row(row: Row): string | null {
    const service = row.cell("service");
    if (service === "") return "service is missing";
    const time = parseTime(row.cell("time"), this.#zone);
    if (typeof time === "string") return `time: ${time}`;
    const word = row.cell("up").toLowerCase();
    if (!upWords.has(word) && !downWords.has(word)) return `up “${shorten(word)}” is neither true nor false`;
    const announced = this.#announced(row.cell("planned").toLowerCase());
    if (typeof announced === "string") return `planned: ${announced}; give the time of the announcement`;
    let log = this.#logs.get(service);
    if (log === undefined) this.#logs.set(service, (log = new ProbeLog()));
    log.add(time, upWords.has(word), announced);
    return null;
  }

  /** NaN outside a planned window, Infinity in one that nobody can show to have been announced. */
  #announced(planned: string): number | string {
    if (planned === "" || downWords.has(planned)) return NaN;
    return upWords.has(planned) ? Infinity : parseTime(planned, this.#zone);
  }

  figures() {
    return availabilityFigures([...this.#logs].flatMap(([service, log]) => this.#measure(service, log) ?? []));
  }

  #measure(service: string, log: ProbeLog) {
    const time = timeOf(log);
    if (time === null) {
      this.#findings.warn(
        "period-unknown",
        `${service}: a single probe covers no time, so its availability is unknown`,
      );
      return null;
    }
    if (time.unannounced > 0) {
      const message = `${service}: ${time.unannounced} planned windows were not announced before they began and do not count`;
      this.#findings.warn("planned-not-announced", message);
    }
    return availabilityOf(service, time);
  }
}

/** Null for fewer than two instants. */
function timeOf(log: ProbeLog): (ServiceTime & { readonly unannounced: number }) | null {
  const { times, up, announced } = log.sorted();
  const first = times[0];
  const last = times.at(-1);
  if (first === undefined || last === undefined || times.length < 2) return null;
  const interval = log.interval();
  const time = {
    period: [{ from: first, to: last + interval }],
    down: [] as Span[],
    planned: [] as Span[],
    unknown: [] as Span[],
  };
  const windows = { open: false, counts: false, unannounced: 0 };
  times.forEach((from, i) => {
    const next = times[i + 1] ?? from + interval;
    const to = next - from > interval * 1.5 ? from + interval : next;
    if (to < next) time.unknown.push({ from: to, to: next });
    if (up[i] === 0) time.down.push({ from, to });
    const told = announced[i] ?? NaN;
    if (!Number.isNaN(told) && !windows.open) windows.counts = told < from;
    if (!Number.isNaN(told) && !windows.open && !windows.counts) windows.unannounced += 1;
    windows.open = !Number.isNaN(told);
    if (windows.open && windows.counts) time.planned.push({ from, to });
  });
  return { ...time, unannounced: windows.unannounced };
}
