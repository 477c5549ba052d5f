import type { FormatName } from "../../domain/evidence/format-name.ts";
import type { Mapping } from "../../domain/evidence/mapping.ts";
import type { Findings } from "../format.ts";
import { shorten } from "../time.ts";
import { ProbeLog, seen, type Sighting } from "./probe-log.ts";
import { ServiceLogs } from "./service-logs.ts";
import { Unreadable } from "../unreadable.ts";

export type Labels = ReadonlyMap<string, string>;

/** The metrics of Prometheus that say whether something was up. */
export const isUpMetric = (metric: string): boolean => metric === "up" || metric === "probe_success";

interface Series {
  readonly metric: string;
  readonly target: string;
  readonly service: string;
  readonly log: ProbeLog;
}

/**
 * Samples of `up` and `probe_success` as probes of services. The label `service` names the service; without it
 * `instance` does for a `probe_success` (the address probed) and `job` for an `up`. `mapping.columns.service` takes
 * another label instead, `mapping.rows` keeps the series whose labels have these values, `mapping.stated.service` names
 * series without any label. Where a target has both metrics `probe_success` speaks for it: its `up` only says that the
 * exporter answered.
 */
export class UpSeries {
  readonly #mapping: Mapping | undefined;
  readonly #findings: Findings;
  readonly #series = new Map<string, Series>();
  readonly #unread = new Map<string, string>();

  constructor(format: FormatName, mapping: Mapping | undefined, findings: Findings) {
    this.#findings = findings;
    this.#mapping = mapping?.format === format ? mapping : undefined;
  }

  /** False where the mapping leaves the series out. */
  takes(labels: Labels): boolean {
    return Object.entries(this.#mapping?.rows ?? {}).every(([label, value]) => labels.get(label)?.trim() === value);
  }

  /** The log of a series, or the reason why no service can be named for it. @throws Refused where there are too many */
  log(metric: string, labels: Labels): ProbeLog | Unreadable {
    const key = JSON.stringify([metric, ...[...labels].sort(([a], [b]) => (a < b ? -1 : 1))]);
    const known = this.#series.get(key);
    if (known !== undefined) return known.log;
    const service = this.#serviceOf(metric, labels);
    if (service === undefined) return new Unreadable("no-label-service-instance-or-job-names");
    this.#findings.limits.take("series", key);
    const target = JSON.stringify([labels.get("job"), labels.get("instance")]);
    const series = { metric, target, service, log: new ProbeLog() };
    this.#series.set(key, series);
    return series.log;
  }

  /** A value that may tell of downtime and is neither up nor down: nobody knows the availability of its service. */
  unread(metric: string, labels: Labels, { reason }: Unreadable): void {
    const service = this.#serviceOf(metric, labels);
    if (service !== undefined && !this.#unread.has(service)) this.#unread.set(service, reason);
  }

  figures() {
    for (const [service, reason] of this.#unread) {
      const message = `${service}: a sample may tell of downtime and cannot be read (${reason}), so its availability is unknown`;
      this.#findings.warn("unread-downtime", message);
    }
    const all = [...this.#series].filter(([, { service }]) => !this.#unread.has(service));
    const probed = new Set(all.flatMap(([, { metric, target }]) => (metric === "probe_success" ? [target] : [])));
    const logs = new ServiceLogs(this.#findings);
    for (const [key, { metric, target, service, log }] of all) {
      if (metric !== "up" || !probed.has(target)) logs.add(service, key, log);
    }
    return logs.figures();
  }

  #serviceOf(metric: string, labels: Labels): string | undefined {
    const label = this.#mapping?.columns["service"];
    const usual = metric === "up" ? ["service", "job", "instance"] : ["service", "instance", "job"];
    const names = (label === undefined ? usual : [label]).map((name) => labels.get(name));
    return names.find((name) => name !== undefined && name !== "") ?? this.#mapping?.stated?.["service"];
  }
}

/** What readers of such samples say of the version that first did. */
export const unreadChange = "a service with a value that is neither 0 nor 1, such as a mean, is unknown";

/** What a sample says, or the reason why it says nothing: 1 up, 0 down, NaN (a stale or failed sample) unknown. */
export function answerOf(value: string): Sighting | Unreadable {
  const number = /^[+-]?(?:\d|\.\d|nan$)/i.test(value) ? Number(value.replace(/^[+-]?nan$/i, "NaN")) : Infinity;
  if (Number.isNaN(number))
    return /nan/i.test(value) ? seen.unknown : new Unreadable("text-no-number", { value: shorten(value) });
  if (number === 1) return seen.up;
  if (number > 0 && number < 1) return new Unreadable("the-value-is-a-mean", { value: shorten(value) });
  return number === 0 ? seen.down : new Unreadable("the-value-is-neither-0-nor-1", { value: shorten(value) });
}

/** Prometheus counts milliseconds in its text format, seconds elsewhere; both are told by their size. Epoch milliseconds. */
export function sampleTime(time: number): number | Unreadable {
  const ms = Math.round(time < 1e11 ? time * 1000 : time);
  return ms >= 86_400_000 && ms < 7_258_118_400_000
    ? ms
    : new Unreadable("the-time-lies-outside-1970-to-2199", { time });
}
