import { count, figure } from "../load/figure.ts";
import { instantMs } from "../load/instant.ts";
import { latencyIn } from "../load/latency.ts";
import { documentRuns, summaryFormat, type Members, type Summary } from "../load/summaries.ts";
import { Unreadable } from "../unreadable.ts";
import { membersOf } from "../whole-files.ts";

/**
 * Fortio's JSON (fortio load -json FILE), which Nighthawk writes too (--output-format fortio): seconds, the time taken in
 * nanoseconds, and how often each return code came: an HTTP status, SERVING or 1 of a gRPC ping, OK of TCP and UDP. Its
 * threads are a load level where no rate was asked for.
 */
export const fortioJson = summaryFormat({
  name: "fortio-json",
  title: "Fortio JSON",
  version: 1,
  closedLoop: true,
  recognises: ({ text }) =>
    /^\s*[[{]/.test(text) && ['"DurationHistogram"', '"ActualDuration"'].every((key) => text.includes(key)),
  runs: (file) => documentRuns(file, "Fortio result", runOf),
});

const fine = /^(?:[23]\d\d|SERVING|OK|1)$/;

function runOf(document: Members): Summary | Unreadable {
  const histogram = membersOf(document["DurationHistogram"]) ?? {};
  const codes = Object.entries(membersOf(document["RetCodes"]) ?? {}).map(([code, n]) => ({
    code,
    n: count(n) ?? NaN,
  }));
  const sum = (list: typeof codes): number => list.reduce((total, { n }) => total + n, 0);
  const requests = codes.length === 0 ? count(histogram["Count"]) : sum(codes);
  if (requests === undefined || !(requests > 0)) return new Unreadable("there-is-no-count-of-requests-above");
  const nanoseconds = figure(document["ActualDuration"]);
  if (nanoseconds === undefined || nanoseconds === 0) return new Unreadable("missing-or-0", { name: "ActualDuration" });
  const [threads, asked] = [count(document["NumThreads"]), document["RequestedQPS"]];
  const held = !(asked === undefined || asked === "max" || Number(asked) <= 0);
  const from = instantMs(document["StartTime"]);
  return {
    requests,
    ...(codes.length === 0 ? {} : { failures: requests - sum(codes.filter(({ code }) => fine.test(code))) }),
    seconds: nanoseconds / 1e9,
    statedRate: figure(document["ActualQPS"]),
    ...(held || threads === undefined || threads === 0 ? {} : { concurrency: threads }),
    latencyMs: latencyOf(histogram),
    from,
    to: from === undefined ? undefined : from + nanoseconds / 1e6,
  };
}

/** Nighthawk states percentiles as shares. */
function latencyOf(histogram: Members) {
  const listed = Array.isArray(histogram["Percentiles"]) ? histogram["Percentiles"].map(membersOf) : [];
  const points = listed.map((entry) => [figure(entry?.["Percentile"]) ?? NaN, figure(entry?.["Value"])] as const);
  const shares = points.length > 0 && points.every(([p]) => p <= 1);
  const at = (p: number): number | undefined =>
    points.find(([point]) => Math.abs((shares ? point * 100 : point) - p) < 1e-9)?.[1];
  return latencyIn(0.001, {
    mean: figure(histogram["Avg"]),
    p50: at(50),
    p90: at(90),
    p95: at(95),
    p99: at(99),
    max: figure(histogram["Max"]),
  });
}
