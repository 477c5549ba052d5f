import type { Latency } from "../../domain/evidence/measurement.ts";
import { type Findings } from "../format.ts";
import { Refused } from "../refused.ts";
import { count, figure } from "../load/figure.ts";
import { instantMs } from "../load/instant.ts";
import { runPeriod } from "../load/period.ts";
import { compareRate, totalsOf, type Run } from "../load/totals.ts";
import { membersOf, parsedJson, warnOfCopies, wholeFormat, type WholeFile } from "../whole-files.ts";

/**
 * vegeta report -type=json: a run in totals; every duration in it is in nanoseconds. It sends at a rate whatever the
 * answers do (open loop), so that there is no concurrency. A status from 200 to 399 is a success; 0 is no answer.
 */
export const vegetaJson = wholeFormat({
  name: "vegeta-json",
  title: "vegeta JSON",
  version: 1,
  kind: "load",
  recognises: ({ text }) =>
    /^\s*\{/.test(text) &&
    /"latencies"\s*:\s*\{/.test(text) &&
    ['"status_codes"', '"requests"', '"success"'].every((name) => text.includes(name)),
  measure: (files, _options, findings) => {
    warnOfCopies(files, findings);
    const runs = files.map((file) => runOf(file, findings));
    return { ...totalsOf(runs, findings), ...runPeriod(runs) };
  },
});

type Report = Readonly<Record<string, unknown>>;

function runOf(file: WholeFile, findings: Findings): Run & { from?: number; to?: number } {
  const report = membersOf(parsedJson(file));
  const requests = count(report?.["requests"]);
  if (report === null || requests === undefined) throw bad(file, "requests is not a count");
  if (requests === 0) {
    throw new Refused({ file: file.name, code: "no-usable-row", message: `${file.name}: it counts no request` });
  }
  const failures = failuresOf(report, requests, file, findings);
  const [attack, wait] = [figure(report["duration"]), figure(report["wait"]) ?? 0];
  const seconds = ((attack ?? 0) + wait) / 1e9;
  if (attack === undefined || seconds === 0) throw bad(file, "duration is missing or 0");
  // With one request there is no time between the first and the last.
  if (attack > 0) compareRate(figure(report["rate"]), requests, attack / 1e9, findings);
  findings.rowCount += 1;
  return {
    requests,
    ...(failures === undefined ? {} : { failures }),
    seconds,
    latencyMs: latencyOf(report),
    ...spanOf(report),
  };
}

/** Undefined where neither statuses nor a share of successes are there. */
function failuresOf(report: Report, requests: number, file: WholeFile, findings: Findings): number | undefined {
  const statuses = Object.entries(membersOf(report["status_codes"]) ?? {}).map(([code, n]) => ({
    code: Number(code),
    n: count(n),
  }));
  const share = figure(report["success"]);
  const stated = share === undefined ? undefined : Math.round((1 - share) * requests);
  if (statuses.length === 0 || statuses.some(({ n }) => n === undefined)) {
    return stated !== undefined && stated >= 0 ? stated : undefined;
  }
  const sum = (list: typeof statuses): number => list.reduce((total, { n = 0 }) => total + n, 0);
  const succeeded = sum(statuses.filter(({ code }) => code >= 200 && code < 400));
  if (succeeded > requests) throw bad(file, `${succeeded} successes of ${requests} requests`);
  const failures = requests - succeeded;
  const messages = [
    ...(sum(statuses) === requests ? [] : [`statuses of ${sum(statuses)} requests, ${requests} counted`]),
    ...(stated === undefined || stated === failures
      ? []
      : [`a success of ${share} is ${stated} failures, the statuses show ${failures}`]),
  ];
  if (messages.length > 0) findings.warn("totals-disagree", `Totals and parts disagree: ${messages.join("; ")}`);
  return failures;
}

const latencyNames = [
  ["mean", "mean"],
  ["p50", "50th"],
  ["p90", "90th"],
  ["p95", "95th"],
  ["p99", "99th"],
  ["max", "max"],
] as const;

function latencyOf(report: Report): Latency {
  const latencies = membersOf(report["latencies"]) ?? {};
  return Object.fromEntries(
    latencyNames.flatMap(([name, key]) => {
      const nanoseconds = figure(latencies[key]);
      return nanoseconds === undefined ? [] : [[name, nanoseconds / 1e6]];
    }),
  );
}

function spanOf(report: Report): { from?: number; to?: number } {
  const [from, to] = [instantMs(report["earliest"]), instantMs(report["end"] ?? report["latest"])];
  return from === undefined || to === undefined || to < from ? {} : { from, to };
}

function bad(file: WholeFile, reason: string): Refused {
  const message = `${file.name}: not a vegeta report that can be measured: ${reason}`;
  return new Refused({ file: file.name, code: "bad-summary", message });
}
