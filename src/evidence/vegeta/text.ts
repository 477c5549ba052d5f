import { prints, type Block } from "../load/console.ts";
import { durationMs } from "../load/durations.ts";
import { latency } from "../load/latency.ts";
import { byStatus } from "../load/statuses.ts";
import { printedRuns, summaryFormat, type Summary } from "../load/summaries.ts";
import { Unreadable } from "../unreadable.ts";

const opening = /Requests\s+\[total, rate/;

/** vegeta report as it prints it (lib/reporters.go, NewTextReporter): as the JSON report, which says it more exactly. */
export const vegetaText = summaryFormat({
  name: "vegeta-text",
  title: "vegeta text report",
  version: 1,
  closedLoop: false,
  recognises: ({ text }) => prints(text, opening, /\bLatencies\s+\[/),
  runs: (file, findings) => printedRuns(file, findings, opening, runOf),
});

function runOf({ text }: Block): Summary | Unreadable {
  const requests = Number(row(text, "Requests").get("total") ?? NaN);
  if (!Number.isInteger(requests) || requests <= 0) return new Unreadable("there-is-no-number-of-requests-above");
  const statuses = [
    ...(/^[ \t]{0,20}Status Codes\s+\[code:count\]\s+(.*)$/m.exec(text)?.[1] ?? "").matchAll(/(\d{1,3}):(\d{1,15})/g),
  ];
  if (statuses.length === 0) return new Unreadable("there-is-no-list-of-statuses-the");
  const { answers, refused } = byStatus(statuses.map(([, status, count]) => [Number(status), Number(count)]));
  if (answers !== requests) return new Unreadable("statuses-of-requests-counted", { answers, requests });
  const rate = Number(row(text, "Requests").get("rate") ?? NaN);
  const [total, attack] = ["total", "attack"].map((name) => durationMs(row(text, "Duration").get(name)));
  const seconds = total === undefined ? requests / rate : total / 1000;
  if (!(seconds > 0 && Number.isFinite(seconds))) return new Unreadable("there-is-no-duration");
  const latencies = row(text, "Latencies");
  const ms = (name: string): number | undefined => durationMs(latencies.get(name));
  return {
    requests,
    failures: refused,
    seconds,
    statedRate: attack === undefined || attack === 0 ? undefined : (rate * attack) / 1000 / seconds,
    latencyMs: latency({
      mean: ms("mean"),
      p50: ms("50"),
      p90: ms("90"),
      p95: ms("95"),
      p99: ms("99"),
      max: ms("max"),
    }),
  };
}

/** A row of values under the names that stand in brackets before them. */
function row(text: string, name: string): ReadonlyMap<string, string> {
  const match = new RegExp(`^[ \\t]{0,20}${name}\\s{1,20}\\[([^\\]\\n]{1,80})\\]\\s{1,20}(.*)$`, "m").exec(text);
  const [names = [], values = []] = [match?.[1], match?.[2]].map((list) => list?.split(",").map((part) => part.trim()));
  return new Map(names.map((part, i) => [part, values[i] ?? ""]));
}
