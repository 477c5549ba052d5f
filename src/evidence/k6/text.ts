import { prints, type Block } from "../load/console.ts";
import { durationMs } from "../load/durations.ts";
import { latency } from "../load/latency.ts";
import { printedRuns, summaryFormat, type Summary } from "../load/summaries.ts";
import { Unreadable } from "../unreadable.ts";

/** A run prints with its banner; where that was kept quiet, with the heading of version 1, or the metric that stood first before. */
const openings = [/execution: (?:local|cloud)\s*$/, /█ TOTAL RESULTS\s*$/, /data_received\.{3,}:\s/];

/**
 * The end-of-test summary that k6 prints: as its JSON summary, rounded. “✓ 5 ✗ 95” of http_req_failed are 5 failures, “5 out
 * of 100” since version 1. Setup and teardown are among the requests, and nothing tells them apart.
 */
export const k6Text = summaryFormat({
  name: "k6-text",
  title: "k6 console summary",
  version: 1,
  closedLoop: true,
  recognises: ({ text }) => prints(text, /http_reqs\.{3,}:\s/),
  runs: (file, findings) => {
    const opening = openings.find((line) => prints(file.text, line)) ?? /http_reqs\.{3,}:\s/;
    return printedRuns(file, findings, opening, runOf);
  },
});

function runOf({ text }: Block): Summary | Unreadable {
  const row = (name: string): string =>
    new RegExp(`^.{0,60}?\\b${name}\\.{3,60}:\\s{1,20}(\\S.{0,200})$`, "m").exec(text)?.[1] ?? "";
  const [, n, stated] = /^(\d{1,15})\s{1,20}([\d.]{1,30})\/s/.exec(row("http_reqs")) ?? [];
  const [requests, rate] = [Number(n ?? NaN), Number(stated ?? NaN)];
  if (!(requests > 0)) return new Unreadable("there-is-no-metric-http-reqs-so");
  if (!(rate > 0)) return new Unreadable("http-reqs-has-no-rate");
  const failures = failuresOf(row("http_req_failed"));
  if (failures !== undefined && failures > requests)
    return new Unreadable("failures-of-requests", { failures, requests });
  const times = row("http_req_duration");
  const ms = (name: string): number | undefined => {
    const match = new RegExp(`(?:^|\\s)${name}=(\\S{1,20})`).exec(times)?.[1];
    return durationMs(match);
  };
  return {
    requests,
    ...(failures === undefined ? {} : { failures }),
    seconds: Math.round((requests / rate) * 1e6) / 1e6,
    latencyMs: latency({
      mean: ms("avg"),
      p50: ms("med"),
      p90: ms("p\\(90\\)"),
      p95: ms("p\\(95\\)"),
      p99: ms("p\\(99\\)"),
      max: ms("max"),
    }),
  };
}

function failuresOf(row: string): number | undefined {
  const match = /✓ (\d{1,15})\s{1,20}✗ \d|(?:^|\s)(\d{1,15}) out of \d/.exec(row);
  const failed = match?.[1] ?? match?.[2];
  return failed === undefined ? undefined : Number(failed);
}
