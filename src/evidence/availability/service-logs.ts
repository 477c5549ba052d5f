import { subtract } from "../../domain/evidence/intervals.ts";
import type { ServiceTime } from "../../domain/evidence/service.ts";
import type { Findings } from "../format.ts";
import { ProbeLog } from "./probe-log.ts";
import { probedTime, type ProbedTime } from "./probe-time.ts";
import { Spelled } from "./spelled.ts";
import { availabilityFigures, availabilityOf, warnOfUnknown } from "./services.ts";

/**
 * Probes of services, each service by one or several series (instances, monitors of one name). A service is down where
 * any of its series is, and unknown only where none of them saw anything.
 */
export class ServiceLogs {
  readonly #findings: Findings;
  readonly #spelled = new Spelled();
  readonly #services = new Map<string, Map<string, ProbeLog>>();

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  /** @param series what tells the series of one service apart; "" where it has one */
  log(service: string, series = ""): ProbeLog {
    const known = this.#services.get(this.#spelled.key(service))?.get(series);
    if (known !== undefined) return known;
    const log = new ProbeLog();
    this.add(service, series, log);
    return log;
  }

  /** A series that was collected elsewhere. @throws Refused where there are too many services or series */
  add(service: string, series: string, log: ProbeLog): void {
    const { limits } = this.#findings;
    limits.take("service", service);
    limits.take("series", JSON.stringify([service, series]));
    const key = this.#spelled.key(service);
    const logs = this.#services.get(key) ?? new Map<string, ProbeLog>();
    this.#services.set(key, logs.set(series, log));
  }

  figures() {
    const services = [...this.#services]
      .map(([key, logs]) => [this.#spelled.name(key), logs] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return availabilityFigures(
      services.flatMap(([service, logs]) => measure(service, [...logs.values()], this.#findings)),
    );
  }
}

function measure(service: string, logs: readonly ProbeLog[], findings: Findings) {
  const times = logs.flatMap((log) => probedTime(log) ?? []);
  if (times.length === 0) {
    findings.warn("period-unknown", `${service}: a single probe covers no time, so its availability is unknown`);
    return [];
  }
  const measured = availabilityOf(service, together(times));
  if (measured === null) {
    findings.warn("nothing-observed", `${service}: all of its time is unknown or planned, so nothing was observed`);
    return [];
  }
  if (logs.length > 1) {
    const message = `${service}: ${logs.length} series carry this name; it counts as down where any of them was down`;
    findings.warn("several-series", message);
  }
  const unannounced = times.reduce((sum, time) => sum + time.unannounced, 0);
  if (unannounced > 0) {
    const message = `${service}: ${unannounced} planned windows were not announced before they began and do not count`;
    findings.warn("planned-not-announced", message);
  }
  warnOfUnknown(measured, findings);
  return [measured];
}

function together(times: readonly ProbedTime[]): ServiceTime {
  const [only] = times;
  if (only !== undefined && times.length === 1) return only;
  const period = times.flatMap((time) => time.period);
  const watched = times.flatMap((time) => subtract(time.period, time.unknown));
  return {
    period,
    down: times.flatMap((time) => time.down),
    planned: times.flatMap((time) => time.planned),
    unknown: subtract(period, watched),
  };
}
