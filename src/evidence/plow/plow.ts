import { prints, type Block } from "../load/console.ts";
import { durationMs } from "../load/durations.ts";
import { latency } from "../load/latency.ts";
import { printedRuns, summaryFormat, type Summary } from "../load/summaries.ts";
import { Unreadable } from "../unreadable.ts";

const opening = /Benchmarking \S+ (?:.{1,60} )?using \d{1,7} connection\(s\)/;
const summary = /^[ \t]{0,20}Summary:\s*$/gm;

/**
 * What plow prints (print.go, report.go). “Count” are all requests, those without a status among them; a terminal that
 * drew it again and again leaves several summaries behind, of which the last one counts.
 */
export const plow = summaryFormat({
  name: "plow",
  title: "plow output",
  version: 1,
  closedLoop: true,
  recognises: ({ text }) => prints(text, opening, /\bElapsed\s/, /\bLatency Percentile:/),
  runs: (file, findings) => printedRuns(file, findings, opening, runOf),
});

function runOf(block: Block): Summary | Unreadable {
  const text = block.text.slice([...block.text.matchAll(summary)].at(-1)?.index ?? 0);
  const cell = (name: string): string | undefined =>
    new RegExp(`^[ \\t]{0,20}${name}\\s{1,40}(\\S{1,30})`, "m").exec(text)?.[1];
  const requests = Number(cell("Count") ?? NaN);
  if (!Number.isInteger(requests) || requests <= 0) return new Unreadable("there-is-no-count-of-requests-above");
  const elapsed = durationMs(cell("Elapsed"));
  if (elapsed === undefined || elapsed === 0) return new Unreadable("there-is-no-time-elapsed");
  const fine = ["2xx", "3xx"].reduce((sum, name) => sum + Number(cell(name) ?? 0), 0);
  if (!Number.isInteger(fine) || fine > requests)
    return new Unreadable("more-succeeded", { succeeded: fine, requests });
  const connections = Number(/ using (\d{1,7}) connection\(s\)/.exec(block.text)?.[1] ?? 0);
  return {
    requests,
    failures: requests - fine,
    seconds: elapsed / 1000,
    statedRate: Number(cell("RPS")),
    ...(connections > 0 ? { concurrency: connections } : {}),
    latencyMs: latencyOf(text),
  };
}

function latencyOf(text: string) {
  const [, mean, , max] =
    /^[ \t]{0,20}Latency\s{1,20}(\S{1,20}\s.{1,120})$/m.exec(text)?.[1]?.trim().split(/\s+/) ?? [];
  const table = /^[ \t]{0,20}(P50\s.{1,120})\n[ \t]{0,20}(\S.{1,120})$/m.exec(text);
  const [names = [], values = []] = [table?.[1], table?.[2]].map((row) => row?.trim().split(/\s+/));
  const at = (name: string): number | undefined =>
    names.includes(name) ? durationMs(values[names.indexOf(name)]) : undefined;
  return latency({
    mean: durationMs(mean),
    p50: at("P50"),
    p90: at("P90"),
    p95: at("P95"),
    p99: at("P99"),
    max: durationMs(max),
  });
}
