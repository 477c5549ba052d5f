import type { ServiceAvailability } from "../../domain/evidence/measurement.ts";
import { type Findings, type ReadOptions } from "../format.ts";
import { Refused } from "../refused.ts";
import { shorten } from "../time.ts";
import { membersOf, parsedJson, warnOfCopies, wholeFormat, type WholeFile } from "../whole-files.ts";
import { statedOf, type Stated } from "./stated.ts";

const title = "updown.io JSON";

/**
 * The metrics of one check of updown.io, as Observatoire keeps them: `uptime` in percent of the time, apdex and counts
 * of requests. `uptime` weighs by time and leaves out failures that were not confirmed, so it is not
 * 1 − failures/samples. The file names neither service nor period: without `mapping.stated` (service, from, to) the
 * service is called "unnamed service" and has an availability and no time, which no verdict counts. It holds totals
 * only: no outages, no bound. Source: updown.io/api, "metrics".
 */
export const updownJson = wholeFormat({
  name: "updown-json",
  title,
  version: 1,
  kind: "availability",
  withoutPeriod: "warns",
  recognises: ({ text }) => /^\s*\{/.test(text) && /"uptime"\s*:/.test(text) && /"apdex"\s*:/.test(text),
  measure: (files, options, findings) => {
    warnOfCopies(files, findings);
    const [file, another] = files;
    if (file === undefined || another !== undefined) {
      const message = `${title}: a file names no service, so ${files.length} files cannot be told apart: attach each by itself`;
      throw new Refused({ code: "one-service-a-piece", message });
    }
    return measured(file, options, findings);
  },
});

function measured(file: WholeFile, options: ReadOptions, findings: Findings) {
  const metrics = membersOf(parsedJson(file)) ?? {};
  const share = uptimeOf(file, metrics);
  const stated = statedOf("updown-json", options, title);
  warn(metrics, share, stated, findings);
  findings.rowCount += 1;
  const service = stated.service ?? "unnamed service";
  const { period } = stated;
  if (period === undefined) return { kind: "availability" as const, services: [{ service, availability: share }] };
  const [from, to] = [new Date(period.from).toISOString(), new Date(period.to).toISOString()];
  const observedSeconds = (period.to - period.from) / 1000;
  const availability: ServiceAvailability = {
    service,
    from,
    to,
    observedSeconds,
    downSeconds: Math.round((1 - share) * observedSeconds * 1000) / 1000,
    plannedSeconds: 0,
    unknownSeconds: 0,
    availability: share,
  };
  return { kind: "availability" as const, from, to, services: [availability] };
}

/** @returns the share of the time, 0–1 */
function uptimeOf(file: WholeFile, { uptime, error }: Readonly<Record<string, unknown>>): number {
  if (typeof uptime === "number" && uptime >= 0 && uptime <= 100) return Number((uptime / 100).toPrecision(12));
  const instead = typeof error === "string" ? `an error (${shorten(error)})` : "nothing";
  const reason =
    uptime === undefined || uptime === null
      ? `it says ${instead} and no uptime: missing evidence, not an uptime of 0`
      : `the uptime ${shorten(JSON.stringify(uptime))} is no percentage`;
  throw new Refused({ file: file.name, code: "no-uptime", message: `${file.name}: ${title}: ${reason}` });
}

function warn(metrics: Readonly<Record<string, unknown>>, share: number, stated: Stated, findings: Findings): void {
  if (stated.service === undefined) {
    findings.warn("service-unnamed", `${title}: the file does not say which service it is about: state it`);
  }
  if (stated.period === undefined) {
    findings.warn(
      "period-unknown",
      `${title}: the file does not say which time it is about: state it, else it does not count`,
    );
  }
  const { samples, failures } = membersOf(metrics["requests"]) ?? {};
  if (typeof samples !== "number" || typeof failures !== "number" || samples === 0) return;
  if (Math.abs(1 - failures / samples - share) < 0.0005) return;
  const message = `${failures} of ${samples} requests failed, yet the uptime is ${Number((share * 100).toPrecision(10))} %: updown.io weighs by time and leaves out failures that were not confirmed`;
  findings.warn("uptime-weighted", message);
}
