import { type Findings } from "../format.ts";
import { Refused } from "../refused.ts";
import { warnOfCopies, wholeFormat, type WholeFile } from "../whole-files.ts";
import { parseTime } from "../time.ts";
import { Zone } from "../zone.ts";
import { contentOf, text, type Beat } from "./kuma-files.ts";
import { seen, type Sighting } from "./probe-log.ts";
import { ServiceLogs } from "./service-logs.ts";
import { isUnreadable, Unreadable } from "../unreadable.ts";

const title = "Uptime Kuma";

/** Kuma's own codes. Pending is a failed check that is about to be retried: Kuma counts it as down itself. */
const answers = new Map<string, Sighting | "maintenance">([
  ["0", seen.down],
  ["1", seen.up],
  ["2", seen.down],
  ["3", "maintenance"],
]);

/**
 * Heartbeats of Uptime Kuma 1.x and 2.x as probes of services (service-logs.ts): rows of the table `heartbeat` as JSON,
 * alone or with the names of the monitors (`monitorList`, a status page's `publicGroupList`), in one file or several.
 * `mapping.stated.service` names the only monitor without a name. Times are UTC. In maintenance Kuma asks nobody and does not say when the window was announced: that time is unknown.
 * Source: github.com/louislam/uptime-kuma, server/model/heartbeat.js, server/uptime-calculator.js and
 * server/routers/status-page-router.js.
 */
export const uptimeKuma = wholeFormat({
  name: "uptime-kuma",
  title,
  version: 2,
  changes: [{ version: 2, change: "an interval for each stretch of probes instead of one for all" }],
  kind: "availability",
  recognises: ({ text: beginning }) =>
    /^\s*[[{]/.test(beginning) &&
    (/"(?:heartbeatList|monitorList|publicGroupList)"\s*:/.test(beginning) ||
      (/"(?:monitor_id|monitorID|monitorId)"\s*:/.test(beginning) && /"status"\s*:/.test(beginning))),
  measure: (files, { mapping }, findings) => {
    warnOfCopies(files, findings);
    const contents = files.map((file) => ({ file, ...contentOf(file) }));
    const [first] = contents;
    if (contents.every(({ beats }) => beats.length === 0)) throw noHeartbeats(first?.file);
    const names = new Map(contents.flatMap((content) => [...content.names]));
    const unnamed = new Set(contents.flatMap(({ beats }) => beats.flatMap((beat) => nameless(beat, names))));
    const stated = mapping?.format === "uptime-kuma" ? mapping.stated?.["service"] : undefined;
    const [only, another] = unnamed;
    if (stated !== undefined && only !== undefined && another === undefined) names.set(only, stated);
    const read = new Beats(names, findings);
    for (const { file, beats } of contents) {
      if (areBuckets(beats)) throw buckets(file);
      beats.forEach((beat, i) => {
        const reason = read.add(beat);
        if (reason === null) findings.rowCount += 1;
        else findings.reject(i + 1, reason, file.name);
      });
    }
    return read.figures();
  },
});

function nameless({ monitor, name }: Beat, names: ReadonlyMap<string, string>): string[] {
  return name === "" && monitor !== "" && !names.has(monitor) ? [monitor] : [];
}

class Beats {
  readonly #names: ReadonlyMap<string, string>;
  readonly #findings: Findings;
  readonly #logs: ServiceLogs;
  readonly #zone = new Zone("UTC");
  readonly #maintained = new Map<string, number>();
  readonly #unnamed = new Set<string>();

  constructor(names: ReadonlyMap<string, string>, findings: Findings) {
    this.#names = names;
    this.#findings = findings;
    this.#logs = new ServiceLogs(findings);
  }

  add({ monitor, name, status, time }: Beat): Unreadable | null {
    if (monitor === "" && name === "") return new Unreadable("the-heartbeat-names-no-monitor");
    const instant = parseTime(time, this.#zone);
    if (isUnreadable(instant)) return instant.at("time");
    const answer = answers.get(status);
    if (answer === undefined) return new Unreadable("the-status-is-none-of-0-1", { status });
    this.#findings.limits.count("probe");
    const known = name === "" ? this.#names.get(monitor) : name;
    if (known === undefined) this.#unnamed.add(monitor);
    const service = known ?? `monitor ${monitor}`;
    if (answer === "maintenance") this.#maintained.set(service, (this.#maintained.get(service) ?? 0) + 1);
    this.#logs.log(service, monitor).add(instant, answer === "maintenance" ? seen.unknown : answer);
    return null;
  }

  figures() {
    const figures = this.#logs.figures();
    if (figures === null) throw this.#nothing();
    if (this.#unnamed.size > 0) {
      const message = `${this.#unnamed.size} monitors have no name in these files and are called by their number: attach the monitors too`;
      this.#findings.warn("unnamed-monitor", message);
    }
    for (const [service, count] of [...this.#maintained].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const message = `${service}: ${count} heartbeats in maintenance do not say when it was announced: that time is unknown`;
      this.#findings.warn("maintenance-unannounced", message);
    }
    return figures;
  }

  #nothing(): Refused {
    const [first] = this.#findings.rejected;
    const [warning] = this.#findings.warnings.filter(({ code }) => code !== "same-file-twice");
    const reason =
      first === undefined ? warning?.message : `no heartbeat can be used; number ${first.row}: ${first.reason}`;
    return new Refused({ code: warning?.code ?? "no-usable-row", message: `${title}: ${reason ?? "no heartbeat"}` });
  }
}

/** A status page that shows days gives stretches of hours, down where a single check in them failed. */
function areBuckets(beats: readonly Beat[]): boolean {
  return (
    beats.some(({ raw }) => raw === 0) ||
    (beats.length > 0 && beats.every(({ time, raw }) => /Z$/.test(time) && pingOf(raw) === ""))
  );
}

function pingOf(raw: unknown): string {
  return typeof raw === "object" && raw !== null && "ping" in raw ? text(raw.ping) : "";
}

const instead =
  "export the table of heartbeats: sqlite3 -json kuma.db “SELECT h.monitor_id, m.name, h.status, h.time FROM heartbeat h JOIN monitor m ON m.id = h.monitor_id”";

function noHeartbeats(file: WholeFile | undefined): Refused {
  const message = `${title}: a backup holds the monitors and not what they saw: ${instead}`;
  return new Refused({ ...(file === undefined ? {} : { file: file.name }), code: "no-heartbeats", message });
}

function buckets(file: WholeFile): Refused {
  const message = `${file.name}: ${title}: these are summaries of a status page, not heartbeats: ${instead}`;
  return new Refused({ file: file.name, code: "no-heartbeats", message });
}
