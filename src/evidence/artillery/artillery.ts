import type { Slice } from "../../domain/evidence/measurement.ts";
import type { Findings } from "../format.ts";
import { count, figure } from "../load/figure.ts";
import { latency } from "../load/latency.ts";
import { documentRuns, remark, summaryFormat, type Members, type Summary } from "../load/summaries.ts";
import { Unreadable } from "../unreadable.ts";
import { membersOf } from "../whole-files.ts";
import { slicesOf, statusesOf } from "./periods.ts";

/**
 * Artillery's report (artillery run --output FILE, version 2): counters of the whole run, and of each period of 10 s in
 * “intermediate”. A request failed that had no answer of a status below 400. Users arrive whatever the answers do
 * (open loop), so that there is no concurrency.
 */
export const artilleryJson = summaryFormat({
  name: "artillery-json",
  title: "Artillery report",
  version: 2,
  changes: [{ version: 2, change: "expectations and captures that failed are said" }],
  closedLoop: false,
  recognises: ({ text }) =>
    /^\s*[[{]/.test(text) && /"aggregate"\s*:\s*\{/.test(text) && /"counters"\s*:\s*\{/.test(text),
  runs: (file, findings) => documentRuns(file, "Artillery report", (document) => runOf(document, findings)),
});

/** The script's own judgement, which changes no figure: expectations, captures and conditions that were not met. */
function warnOfChecks(counters: Members, findings: Findings): void {
  const failed = Object.entries(counters)
    .filter(([name]) => name === "plugins.expect.failed" || /^errors\.Failed (?:capture|expectations)/.test(name))
    .reduce((sum, [, n]) => sum + (count(n) ?? 0), 0);
  if (failed > 0) remark(findings, "checks-failed", `${failed} of Artillery's checks failed`);
}

function runOf(document: Members, findings: Findings): Summary | Unreadable {
  const aggregate = membersOf(document["aggregate"]) ?? {};
  const counters = membersOf(aggregate["counters"]) ?? {};
  const requests = count(counters["http.requests"]);
  if (requests === undefined || requests === 0) return new Unreadable("it-counts-no-http-request");
  warnOfChecks(counters, findings);
  const { answers, refused } = statusesOf(counters);
  const succeeded = answers - refused;
  if (succeeded > requests) return new Unreadable("more-succeeded", { succeeded, requests });
  const [from, to] = [figure(aggregate["firstMetricAt"]), figure(aggregate["lastMetricAt"])];
  if (from === undefined || to === undefined || to <= from)
    return new Unreadable("firstmetricat-and-lastmetricat-are-no-period");
  const times = membersOf(membersOf(aggregate["summaries"])?.["http.response_time"]) ?? {};
  return {
    requests,
    failures: requests - succeeded,
    seconds: (to - from) / 1000,
    latencyMs: latency({
      mean: figure(times["mean"]),
      p50: figure(times["p50"]) ?? figure(times["median"]),
      p90: figure(times["p90"]),
      p95: figure(times["p95"]),
      p99: figure(times["p99"]),
      max: figure(times["max"]),
    }),
    from,
    to,
    slices: checked(slicesOf(document["intermediate"]), requests, requests - succeeded),
  };
}

/** Slices hold every request once, or they are none. */
function checked(
  slices: readonly Slice[] | undefined,
  requests: number,
  failures: number,
): readonly Slice[] | undefined {
  const sum = (of: (slice: Slice) => number): number => (slices ?? []).reduce((total, slice) => total + of(slice), 0);
  return sum((slice) => slice.requests) === requests && sum((slice) => slice.failures) === failures
    ? slices
    : undefined;
}
