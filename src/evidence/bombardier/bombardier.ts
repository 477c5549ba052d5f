import { prints, type Block } from "../load/console.ts";
import { durationMs } from "../load/durations.ts";
import { count, figure } from "../load/figure.ts";
import { latency, latencyIn } from "../load/latency.ts";
import { documentRuns, isJson, printedRuns, summaryFormat, type Members, type Summary } from "../load/summaries.ts";
import { Unreadable } from "../unreadable.ts";
import { membersOf } from "../whole-files.ts";

const opening = /Bombarding \S+ (?:for|with) /;

/**
 * bombardier's result, as JSON (-p r -o json; microseconds) or as it prints it (templates.go). “others” are requests without
 * an HTTP status. The text does not say how long a test of a given number of requests took: the rate that it prints, a
 * mean of samples, does.
 */
export const bombardier = summaryFormat({
  name: "bombardier",
  title: "bombardier output",
  version: 2,
  changes: [{ version: 2, change: "the 95th percentile of its JSON" }],
  closedLoop: true,
  recognises: ({ text }) => isDocument(text) || prints(text, opening, /\bHTTP codes:/),
  runs: (file, findings) =>
    isJson(file.text)
      ? documentRuns(file, "bombardier result", ofDocument)
      : printedRuns(file, findings, opening, ofText),
});

function isDocument(text: string): boolean {
  return /^\s*[[{]/.test(text) && ['"numberOfConnections"', '"timeTakenSeconds"'].every((key) => text.includes(key));
}

function ofDocument(document: Members): Summary | Unreadable {
  const [spec, result] = [membersOf(document["spec"]) ?? {}, membersOf(document["result"]) ?? {}];
  const classes = ["req1xx", "req2xx", "req3xx", "req4xx", "req5xx", "others"].map((name) => count(result[name]));
  const counts = classes.filter((number) => number !== undefined);
  if (counts.length < classes.length) return new Unreadable("a-class-of-statuses-is-no-count");
  const seconds = figure(result["timeTakenSeconds"]);
  if (seconds === undefined || seconds === 0) return new Unreadable("missing-or-0", { name: "timeTakenSeconds" });
  const times = membersOf(result["latency"]) ?? {};
  const p = membersOf(times["percentiles"]) ?? {};
  const connections = count(spec["numberOfConnections"]);
  return attempts(counts, {
    seconds,
    ...(spec["rate"] === undefined && connections !== undefined && connections > 0 ? { concurrency: connections } : {}),
    latencyMs: latencyIn(1000, {
      mean: figure(times["mean"]),
      p50: figure(p["50"]),
      p90: figure(p["90"]),
      p95: figure(p["95"]),
      p99: figure(p["99"]),
      max: figure(times["max"]),
    }),
  });
}

const classLine =
  /1xx - (\d{1,15}), 2xx - (\d{1,15}), 3xx - (\d{1,15}), 4xx - (\d{1,15}), 5xx - (\d{1,15})\s+others - (\d{1,15})/;

function ofText({ text }: Block): Summary | Unreadable {
  const counts = classLine.exec(text)?.slice(1).map(Number);
  if (counts === undefined) return new Unreadable("there-is-no-list-of-http-codes");
  const requests = counts.reduce((sum, number) => sum + number, 0);
  const rate = /^[ \t]{0,20}Reqs\/sec\s{1,20}([\d.]{1,20})\s/m.exec(text)?.[1];
  const given = durationMs(/Bombarding \S+ for ([\d.a-zµ]{1,20}) using/.exec(text)?.[1]);
  const seconds = given === undefined ? requests / Number(rate ?? NaN) : given / 1000;
  if (!(seconds > 0 && Number.isFinite(seconds))) return new Unreadable("neither-its-time-nor-its-rate-is");
  const connections = Number(/ using (\d{1,9}) connection/.exec(text)?.[1] ?? 0);
  const [mean, max] =
    /^[ \t]{0,20}Latency\s{1,20}(\S{1,20})\s{1,20}\S{1,20}\s{1,20}(\S{1,20})\s*$/m.exec(text)?.slice(1) ?? [];
  const percentile = (p: number): number | undefined =>
    durationMs(new RegExp(`^[ \\t]{0,20}${p}%\\s{1,20}(\\S{1,20})\\s*$`, "m").exec(text)?.[1]);
  return attempts(counts, {
    seconds,
    ...(connections > 0 ? { concurrency: connections } : {}),
    latencyMs: latency({
      mean: durationMs(mean),
      p50: percentile(50),
      p90: percentile(90),
      p95: percentile(95),
      p99: percentile(99),
      max: durationMs(max),
    }),
  });
}

function attempts(counts: readonly number[], run: Omit<Summary, "requests" | "failures">): Summary | Unreadable {
  const [req1xx = 0, req2xx = 0, req3xx = 0, req4xx = 0, req5xx = 0, others = 0] = counts;
  const requests = req1xx + req2xx + req3xx + req4xx + req5xx + others;
  if (requests === 0) return new Unreadable("there-is-not-a-single-request");
  return { ...run, requests, failures: req1xx + req4xx + req5xx + others };
}
