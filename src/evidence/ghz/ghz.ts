import { prints, type Block } from "../load/console.ts";
import { durationMs } from "../load/durations.ts";
import { count, figure } from "../load/figure.ts";
import { latency, latencyIn } from "../load/latency.ts";
import { documentRuns, isJson, printedRuns, summaryFormat, type Members, type Summary } from "../load/summaries.ts";
import { Unreadable } from "../unreadable.ts";
import { membersOf } from "../whole-files.ts";

const opening = /Summary:\s*$/;

/**
 * ghz's report on gRPC calls, as JSON (-O json; nanoseconds, runner/reporter.go) or as it prints it. Every status but OK is a
 * failure; percentiles and the slowest are of the calls that succeeded. Its workers are a load level where no rate was
 * held and calls were not sent without waiting.
 */
export const ghz = summaryFormat({
  name: "ghz",
  title: "ghz report",
  version: 1,
  closedLoop: true,
  recognises: ({ text }) => isDocument(text) || prints(text, opening, /\bCount:\s+\d/, /\bSlowest:\s/),
  runs: (file, findings) =>
    isJson(file.text) ? documentRuns(file, "ghz report", ofDocument) : printedRuns(file, findings, opening, ofText),
});

function isDocument(text: string): boolean {
  const names = ['"statusCodeDistribution"', '"endReason"', '"rps"', '"average"'];
  return /^\s*[[{]/.test(text) && names.every((name) => text.includes(name));
}

function ofDocument(document: Members): Summary | Unreadable {
  const requests = count(document["count"]);
  if (requests === undefined || requests === 0) return new Unreadable("there-is-no-count-of-calls-above");
  const statuses = membersOf(document["statusCodeDistribution"]) ?? {};
  const succeeded = count(statuses["OK"] ?? 0);
  if (succeeded === undefined || succeeded > requests) return new Unreadable("statuscodedistribution-is-no-count");
  const total = figure(document["total"]);
  if (total === undefined || total === 0) return new Unreadable("missing-or-0", { name: "total" });
  return {
    requests,
    failures: requests - succeeded,
    seconds: total / 1e9,
    statedRate: figure(document["rps"]),
    ...workersOf(membersOf(document["options"]) ?? {}),
    latencyMs: latencyIn(1e6, {
      mean: figure(document["average"]),
      ...percentilesOf(document["latencyDistribution"]),
      max: figure(document["slowest"]),
    }),
  };
}

function workersOf(options: Members): Pick<Summary, "concurrency"> {
  const workers = count(options["concurrency"]) ?? 0;
  const held = ["rps", "qps", "load-start", "load-step"].some((name) => (figure(options[name]) ?? 0) > 0);
  return workers === 0 || held || options["async"] === true ? {} : { concurrency: workers };
}

function percentilesOf(value: unknown) {
  const listed = Array.isArray(value) ? value.map(membersOf) : [];
  const at = (p: number): number | undefined =>
    figure(listed.find((entry) => entry?.["percentage"] === p)?.["latency"]);
  return { p50: at(50), p90: at(90), p95: at(95), p99: at(99) };
}

function ofText({ text }: Block): Summary | Unreadable {
  const cell = (name: string): string | undefined =>
    new RegExp(`^[ \\t]{0,20}${name}:\\s{1,20}(\\d\\S{0,20}(?: [a-zµ]{1,3})?)\\s*$`, "m").exec(text)?.[1];
  const requests = Number(cell("Count") ?? NaN);
  if (!Number.isInteger(requests) || requests <= 0) return new Unreadable("there-is-no-count-of-calls-above");
  const total = durationMs(cell("Total"));
  if (total === undefined || total === 0) return new Unreadable("there-is-no-total-time-the-output");
  const statuses = [...text.matchAll(/^[ \t]{0,20}\[(\w{1,40})\]\s{1,20}(\d{1,15}) responses\s*$/gm)];
  if (statuses.length === 0) return new Unreadable("there-is-no-list-of-statuses-the");
  const succeeded = Number(statuses.find(([, status]) => status === "OK")?.[2] ?? 0);
  if (succeeded > requests) return new Unreadable("more-succeeded", { succeeded, requests });
  const percentile = (p: number): number | undefined =>
    durationMs(new RegExp(`^[ \\t]{0,20}${p} ?%{1,2} in ([\\d.]+ [a-zµ]{1,3})\\s*$`, "m").exec(text)?.[1]);
  return {
    requests,
    failures: requests - succeeded,
    seconds: total / 1000,
    statedRate: figure(cell("Requests/sec")),
    latencyMs: latency({
      mean: durationMs(cell("Average")),
      p50: percentile(50),
      p90: percentile(90),
      p95: percentile(95),
      p99: percentile(99),
      max: durationMs(cell("Slowest")),
    }),
  };
}
