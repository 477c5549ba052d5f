import type { Findings, ReadOptions } from "../format.ts";
import { probes } from "../layouts/availability.ts";
import { tableFormat, type Row, type TableReading } from "../table.ts";
import { parseTime, shorten } from "../time.ts";
import { Zone } from "../zone.ts";
import { seen } from "./probe-log.ts";
import { ServiceLogs } from "./service-logs.ts";
import { isUnreadable, Unreadable } from "../unreadable.ts";

/**
 * Probes of services (layout "probes-csv") as outages. A probe stands for the time to the next, at most the usual
 * interval of its stretch (probe-steps.ts); a gap of more than one and a half intervals holds unknown time. Probes
 * at one instant that disagree count as down. A run of probes with an announcement is a planned window, and counts
 * when it was announced before its first probe.
 */
export const probesCsv = tableFormat({
  layout: probes,
  version: 2,
  changes: [
    {
      version: 2,
      change:
        "further ways of writing a time; a day begins with its first minute; an interval for each stretch of probes instead of one for all",
    },
  ],
  streamed: true,
  reading: (options, findings) => new ProbesReading(options, findings),
});

const upWords = new Set(["true", "up", "yes", "1", "ok", "正常", "是"]);
const downWords = new Set(["false", "down", "no", "0", "fail", "failed", "故障", "否"]);

class ProbesReading implements TableReading {
  readonly #zone: Zone;
  readonly #findings: Findings;
  readonly #logs: ServiceLogs;

  constructor(options: ReadOptions, findings: Findings) {
    this.#zone = new Zone(options.timeZone);
    this.#findings = findings;
    this.#logs = new ServiceLogs(findings);
  }

  row(row: Row): Unreadable | null {
    const service = row.cell("service");
    if (service === "") return new Unreadable("service is missing");
    const time = parseTime(row.cell("time"), this.#zone);
    if (isUnreadable(time)) return time.at("time");
    const word = row.cell("up").toLowerCase();
    if (!upWords.has(word) && !downWords.has(word))
      return new Unreadable(`up “${shorten(word)}” is neither true nor false`);
    const announced = this.#announced(row.cell("planned").toLowerCase());
    if (isUnreadable(announced))
      return new Unreadable(`planned: ${announced.reason}; give the time of the announcement`);
    this.#findings.limits.count("probe", { file: row.file, row: row.line });
    this.#logs.log(service).add(time, upWords.has(word) ? seen.up : seen.down, announced);
    return null;
  }

  /** NaN outside a planned window, Infinity in one that nobody can show to have been announced. */
  #announced(planned: string): number | Unreadable {
    if (planned === "" || downWords.has(planned)) return NaN;
    return upWords.has(planned) ? Infinity : parseTime(planned, this.#zone);
  }

  figures() {
    return this.#logs.figures();
  }
}
