import { type Findings } from "../format.ts";
import { Refused } from "../refused.ts";
import { shorten } from "../time.ts";
import { isUnreadable, Unreadable } from "../unreadable.ts";
import { membersOf, parsedJson, warnOfCopies, wholeFormat, type WholeFile } from "../whole-files.ts";
import type { Sighting } from "./probe-log.ts";
import { answerOf, isUpMetric, sampleTime, unreadChange, UpSeries } from "./up-series.ts";

const title = "Prometheus query_range JSON";

/**
 * The answer of Prometheus' /api/v1/query_range for `up` or `probe_success` (up-series.ts), or the list of series
 * that promtool prints; several answers make a longer time. The step of the query is the interval of the probes: a step
 * without a sample is unknown; Prometheus itself carries a sample on for up to five minutes where no marker of staleness
 * ends it. Source: prometheus.io/docs/prometheus/latest/querying/api.
 */
export const prometheusJson = wholeFormat({
  name: "prometheus-json",
  title,
  version: 3,
  changes: [
    { version: 2, change: "an interval for each stretch of probes instead of one for all" },
    { version: 3, change: unreadChange },
  ],
  kind: "availability",
  recognises: ({ text }) => {
    const answer = /^\s*\{/.test(text) && /"(?:resultType|errorType)"\s*:/.test(text);
    const series = /^\s*\[\s*\{\s*"metric"\s*:\s*\{/.test(text) && /"values?"\s*:\s*\[/.test(text);
    return series || answer;
  },
  measure: (files, { mapping }, findings) => {
    warnOfCopies(files, findings);
    const series = new UpSeries("prometheus-json", mapping, findings);
    const others = files.flatMap((file) => matrixOf(file).flatMap((item, i) => take(item, i, file, series, findings)));
    const figures = series.figures();
    if (figures === null) throw nothing(findings, others);
    if (others.includes("")) {
      const message = "Series without a metric name: they count as answers to “was it up”, 1 for yes and 0 for no";
      findings.warn("unnamed-series", message);
    }
    return figures;
  },
});

function matrixOf(file: WholeFile): unknown[] {
  const whole = parsedJson(file);
  if (Array.isArray(whole)) return whole as unknown[];
  const answer = membersOf(whole) ?? {};
  if (answer["status"] !== "success") {
    const error = [answer["errorType"], answer["error"]].filter((part) => typeof part === "string").join(": ");
    throw refused(file, "query-failed", `Prometheus answered with an error (${shorten(error)}): ask again`);
  }
  const data = membersOf(answer["data"]) ?? {};
  const type = data["resultType"];
  if (type !== "matrix") {
    const got = typeof type === "string" ? `a ${shorten(type)}` : "no result";
    throw refused(file, "no-range", `${got} holds no stretch of time: ask /api/v1/query_range instead`);
  }
  return Array.isArray(data["result"]) ? (data["result"] as unknown[]) : [];
}

/** The metric's name where it is none that says whether something was up, "" for an expression's nameless result. */
function take(item: unknown, i: number, file: WholeFile, series: UpSeries, findings: Findings): string[] {
  const { metric, values } = membersOf(item) ?? {};
  const given = membersOf(metric);
  if (given === null || !Array.isArray(values)) throw refused(file, "bad-series", `series ${i + 1} has no values`);
  const labels = new Map(
    Object.entries(given).flatMap(([key, value]) => (typeof value === "string" ? [[key, value]] : [])),
  );
  const name = labels.get("__name__") ?? "";
  labels.delete("__name__");
  if (name !== "" && !isUpMetric(name)) return [name];
  if (!series.takes(labels)) return [];
  const log = series.log(name, labels);
  for (const value of values as unknown[]) {
    const [time, answer] = pairOf(value);
    if (isUnreadable(log)) findings.reject(i + 1, log, file.name);
    else if (isUnreadable(time)) findings.reject(i + 1, time, file.name);
    else if (isUnreadable(answer)) {
      findings.reject(i + 1, answer, file.name);
      series.unread(name, labels, answer);
    } else {
      findings.limits.count("probe", { file: file.name });
      log.add(time, answer);
      findings.rowCount += 1;
    }
  }
  return name === "" ? [""] : [];
}

const noPair = new Unreadable("a-sample-is-no-pair-of-time");

function pairOf(value: unknown): readonly [time: number | Unreadable, answer: Sighting | Unreadable] {
  const [time, answer] = Array.isArray(value) ? (value as unknown[]) : [];
  if (typeof time !== "number" || typeof answer !== "string") return [noPair, noPair];
  return [sampleTime(time), answerOf(answer)];
}

function nothing(findings: Findings, others: readonly string[]): Refused {
  const [first] = findings.rejected;
  if (first !== undefined) {
    const message = `${title}: no sample can be used; series ${first.row}: ${first.reason}`;
    return new Refused({ code: "no-usable-row", message });
  }
  const [warning] = findings.warnings.filter(({ code }) => code !== "same-file-twice");
  if (warning !== undefined) return new Refused({ ...warning, message: `${title}: ${warning.message}` });
  const instead = others.length === 0 ? "it holds no series" : `it holds ${shorten(others.join(", "))}`;
  return new Refused({ code: "no-up-series", message: `${title}: ${instead}, neither up nor probe_success` });
}

function refused(file: WholeFile, code: string, reason: string): Refused {
  return new Refused({ file: file.name, code, message: `${file.name}: ${title}: ${reason}` });
}
