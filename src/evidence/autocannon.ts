import type { Latency } from "../domain/evidence/measurement.ts";
import { type Findings, type Format } from "./format.ts";
import { Refused } from "./refused.ts";
import { count, figure } from "./load/figure.ts";
import { compareRate, totalsOf, type Run } from "./load/totals.ts";
import { runPeriod } from "./load/period.ts";
import { membersOf, parsedJson, warnOfCopies, wholeFormat, type WholeFile } from "./whole-files.ts";

/**
 * autocannon --json: a run in totals, or a list of them. Its `requests.total` counts answers; `errors` (time-outs among
 * them) had none, so they are attempts beside the answers. `duration` is rounded, to a whole second in old versions:
 * where start and finish are there, they tell.
 */
export const autocannonJson: Format = {
  ...wholeFormat({
    name: "autocannon-json",
    title: "autocannon JSON",
    version: 1,
    kind: "load",
    recognises: ({ text }) =>
      /^\s*[[{]/.test(text) &&
      ['"latency"', '"requests"', '"throughput"', '"connections"'].every((name) => text.includes(name)) &&
      /"(non2xx|pipelining)"\s*:/.test(text),
    measure: (files, _options, findings) => {
      warnOfCopies(files, findings);
      const runs = files.flatMap((file) => resultsOf(file).map((result) => runOf(result, file, findings)));
      return { ...totalsOf(runs, findings), ...runPeriod(runs) };
    },
  }),
  closedLoop: true,
};

type Result = Readonly<Record<string, unknown>>;

function resultsOf(file: WholeFile): Result[] {
  const document = parsedJson(file);
  const results = (Array.isArray(document) ? document : [document]).map(membersOf);
  const [...good] = results.filter((result) => result !== null);
  if (good.length === 0 || good.length < results.length) throw bad(file, "it is neither a result nor a list of them");
  return good;
}

function runOf(result: Result, file: WholeFile, findings: Findings): Run & { from?: number; to?: number } {
  const answers = count(membersOf(result["requests"])?.["total"]);
  if (answers === undefined) throw bad(file, "requests.total is not a count");
  const refused = count(result["non2xx"]);
  const errors = count(result["errors"]);
  const known = refused !== undefined && errors !== undefined;
  const attempts = answers + (errors ?? 0);
  if (attempts === 0) {
    throw new Refused({ file: file.name, code: "no-usable-row", message: `${file.name}: it counts no request` });
  }
  const failures = known ? refused + errors + (count(result["mismatches"]) ?? 0) : undefined;
  const { seconds, ...span } = spanOf(result, file);
  compareStatuses(result, answers, findings);
  compareRate(
    figure(membersOf(result["requests"])?.["average"]),
    answers,
    figure(result["duration"]) ?? seconds,
    findings,
  );
  findings.rowCount += 1;
  return {
    requests: Math.max(attempts, failures ?? 0),
    ...(failures === undefined ? {} : { failures }),
    seconds,
    latencyMs: latencyOf(result),
    ...inFlight(result),
    ...span,
  };
}

/** Statuses from 1xx to 5xx against the answers they should add up to. */
function compareStatuses(result: Result, answers: number, findings: Findings): void {
  const classes = ["1xx", "2xx", "3xx", "4xx", "5xx"].flatMap((name) => count(result[name]) ?? []);
  const sum = classes.reduce((total, answers) => total + answers, 0);
  if (classes.length < 5 || sum === answers) return;
  findings.warn("totals-disagree", `Totals and parts disagree: statuses of ${sum} answers, ${answers} counted`);
}

function spanOf(result: Result, file: WholeFile): { seconds: number; from?: number; to?: number } {
  const [from, to] = [instant(result["start"]), instant(result["finish"])];
  if (from !== undefined && to !== undefined && to > from) return { seconds: (to - from) / 1000, from, to };
  const seconds = figure(result["duration"]);
  if (seconds === undefined || seconds === 0) throw bad(file, "duration is missing or 0");
  return { seconds };
}

function instant(value: unknown): number | undefined {
  if (typeof value !== "string" || !/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) return undefined;
  const ms = Date.parse(value);
  return Number.isNaN(ms) ? undefined : ms;
}

/** Each connection keeps as many requests under way as it pipelines. */
function inFlight(result: Result): { concurrency?: number } {
  const connections = count(result["connections"]);
  return connections === undefined || connections === 0
    ? {}
    : { concurrency: connections * Math.max(1, count(result["pipelining"]) ?? 1) };
}

/** Without an answer the latencies are zeros that measure nothing. */
function latencyOf(result: Result): Latency {
  const latency = membersOf(result["latency"]) ?? {};
  if (count(membersOf(result["requests"])?.["total"]) === 0) return {};
  const named = (["p50", "p90", "p95", "p99", "max"] as const).map((name) => [name, figure(latency[name])] as const);
  const mean = figure(latency["mean"]) ?? figure(latency["average"]);
  return Object.fromEntries([["mean", mean] as const, ...named].filter(([, value]) => value !== undefined));
}

function bad(file: WholeFile, reason: string): Refused {
  const message = `${file.name}: not an autocannon result that can be measured: ${reason}`;
  return new Refused({ file: file.name, code: "bad-summary", message });
}
