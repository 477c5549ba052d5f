import type { Latency } from "../../domain/evidence/measurement.ts";
import { impossible } from "../contradictions/littles-law.ts";
import { type Findings, type Format } from "../format.ts";
import { Refused } from "../refused.ts";
import { count, figure } from "../load/figure.ts";
import { compareRate, totalsOf, type Run } from "../load/totals.ts";
import { parsedJson, warnOfCopies, wholeFormat, type WholeFile } from "../whole-files.ts";
import { manyAtOnce } from "./many-at-once.ts";
import { metricsOf, secondsOf, type Metric, type Metrics } from "./summary-layouts.ts";

/**
 * k6's end-of-test summary (--summary-export and handleSummary's data, in the three layouts of summary-layouts.ts): a
 * run in totals. http_req_failed is a rate of failures, so that its "passes" are the requests that failed. Failed
 * checks and crossed thresholds are the script's own judgement: they are said and change no figure.
 */
export const k6Summary: Format = {
  ...wholeFormat({
    name: "k6-summary",
    title: "k6 summary",
    version: 1,
    kind: "load",
    recognises: ({ text }) =>
      /^\s*\{/.test(text) &&
      (/"root_group"\s*:\s*\{/.test(text) ||
        /"k6_version"\s*:/.test(text) ||
        (/"metrics"\s*:\s*\{/.test(text) &&
          /"(http_reqs|http_req_duration|vus_max|iteration_duration)"\s*:/.test(text))),
    measure: (files, _options, findings) => {
      warnOfCopies(files, findings);
      return totalsOf(
        files.map((file) => runOf(file, findings)),
        findings,
      );
    },
  }),
  closedLoop: true,
};

function runOf(file: WholeFile, findings: Findings): Run {
  const document = parsedJson(file);
  const metrics = metricsOf(document);
  if (metrics === null) throw bad(file, "it has no metrics");
  const values = metrics.get("http_reqs")?.values;
  if (values === undefined) throw bad(file, "it has no metric http_reqs, so there was no HTTP request");
  const requests = count(values["count"]);
  if (requests === undefined) throw bad(file, "http_reqs has no whole count");
  if (requests === 0) {
    throw new Refused({ file: file.name, code: "no-usable-row", message: `${file.name}: it counts no HTTP request` });
  }
  const failures = failuresOf(metrics, requests, file, findings);
  const rate = figure(values["rate"]);
  const seconds = secondsOf(document) ?? (rate === undefined || rate === 0 ? undefined : requests / rate);
  if (seconds === undefined || seconds <= 0) throw bad(file, "neither its duration nor the rate of http_reqs is there");
  compareRate(rate, requests, seconds, findings);
  const latencyMs = latencyOf(metrics);
  const users = figure(metrics.get("vus_max")?.values["max"]) ?? figure(metrics.get("vus")?.values["max"]);
  if (users !== undefined)
    findings.warnings.push(...impossible([{ concurrency: users, seconds, requests, latencyMs }], manyAtOnce));
  warnOfJudgements(metrics, findings);
  findings.rowCount += 1;
  return { requests, ...(failures === undefined ? {} : { failures }), seconds, latencyMs };
}

/** Undefined where the script switched the judgement of answers off. */
function failuresOf(metrics: Metrics, requests: number, file: WholeFile, findings: Findings): number | undefined {
  const values = metrics.get("http_req_failed")?.values;
  if (values === undefined) return undefined;
  const failed = count(values["passes"]) ?? count(values["matches"]);
  const share = figure(values["rate"]) ?? figure(values["value"]);
  const failures = failed ?? (share === undefined ? undefined : Math.round(share * requests));
  if (failures === undefined || failures > requests) throw bad(file, "http_req_failed gives no count of failures");
  const judged = failed === undefined ? undefined : judgedOf(values, failed);
  if (judged !== undefined && judged !== requests) {
    const message = `http_req_failed judges ${judged} requests, http_reqs counts ${requests}`;
    findings.warn("totals-disagree", `Totals and parts disagree: ${message}`);
  }
  return failures;
}

function judgedOf(values: Metric["values"], failed: number): number | undefined {
  const others = count(values["fails"]);
  return count(values["total"]) ?? (others === undefined ? undefined : failed + others);
}

const latencyNames: readonly (readonly [keyof Latency, string])[] = [
  ["mean", "avg"],
  ["p50", "med"],
  ["p90", "p(90)"],
  ["p95", "p(95)"],
  ["p99", "p(99)"],
  ["max", "max"],
];

/** Only what the script's summaryTrendStats asked for is there. */
function latencyOf(metrics: Metrics): Latency {
  const values = metrics.get("http_req_duration")?.values ?? {};
  return Object.fromEntries(
    latencyNames.flatMap(([name, stat]) => {
      const value = figure(values[stat]) ?? (name === "p50" ? figure(values["p(50)"]) : undefined);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

function warnOfJudgements(metrics: Metrics, findings: Findings): void {
  const crossed = [...metrics].flatMap(([name, metric]) => metric.crossed.map((threshold) => `${name} ${threshold}`));
  if (crossed.length > 0) {
    findings.warn(
      "thresholds-crossed",
      `${crossed.length} of k6's thresholds were crossed: ${crossed.slice(0, 5).join(", ")}`,
    );
  }
  const values = metrics.get("checks")?.values ?? {};
  const passed = count(values["passes"]) ?? count(values["matches"]);
  const total = count(values["total"]);
  const failed = count(values["fails"]) ?? (total === undefined || passed === undefined ? undefined : total - passed);
  if (failed === undefined || failed <= 0) return;
  findings.warn("checks-failed", `${failed} of k6's checks failed${passed === undefined ? "" : `, ${passed} passed`}`);
}

function bad(file: WholeFile, reason: string): Refused {
  const message = `${file.name}: not a k6 summary that can be measured: ${reason}`;
  return new Refused({ file: file.name, code: "bad-summary", message });
}
