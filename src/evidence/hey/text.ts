import { prints, type Block } from "../load/console.ts";
import { durationMs } from "../load/durations.ts";
import { latency } from "../load/latency.ts";
import { printedStatuses, sumOf } from "../load/statuses.ts";
import { printedRuns, summaryFormat, type Summary } from "../load/summaries.ts";
import { Unreadable } from "../unreadable.ts";

const opening = /Summary:\s*$/;
/** hey sums up all answers and divides by those it keeps (requester/report.go, maxRes): beyond a million the mean is wrong. */
const mostKept = 1_000_000;

/**
 * What hey prints (requester/print.go): totals, statuses, and errors for requests without an answer, which its CSV leaves
 * out. It does not say how many workers there were.
 */
export const heyText = summaryFormat({
  name: "hey-text",
  title: "hey summary",
  version: 2,
  changes: [{ version: 2, change: "no times where nothing answered" }],
  closedLoop: true,
  recognises: ({ text }) => prints(text, opening, /\bSlowest:\s/, /\bRequests\/sec:\s/) && !isOther(text),
  runs: (file, findings) => printedRuns(file, findings, opening, runOf),
});

/** oha and ghz print alike, with a success rate or a count before the total. */
function isOther(text: string): boolean {
  return prints(text, opening, /\b(?:Success rate|Count):\s/);
}

function runOf({ text }: Block): Summary | Unreadable {
  const ms = (name: string): number | undefined =>
    durationMs(new RegExp(`^[ \\t]{0,20}${name}:\\s{1,20}([\\d.]+ secs)\\s*$`, "m").exec(text)?.[1]);
  const percentile = (p: number): number | undefined =>
    durationMs(new RegExp(`^[ \\t]{0,20}${p}%{1,2} in ([\\d.]+ secs)\\s*$`, "m").exec(text)?.[1]);
  const total = ms("Total");
  if (total === undefined || total === 0) return new Unreadable("there-is-no-total-time-the-output");
  const { answers, refused, errors } = printedStatuses(text);
  const unanswered = sumOf(errors);
  if (answers + unanswered === 0) return new Unreadable("there-is-no-list-of-statuses-the");
  const rate = /^[ \t]{0,20}Requests\/sec:\s{1,20}([\d.]{1,20})\s*$/m.exec(text)?.[1];
  return {
    requests: answers + unanswered,
    failures: refused + unanswered,
    seconds: total / 1000,
    statedRate: rate === undefined ? undefined : Number(rate),
    // Older versions leave out what had no answer.
    rated: rate !== undefined && Number(rate) * total < 1000 * (answers + unanswered / 2) ? answers : undefined,
    // Without an answer its times are zeros that measure nothing.
    latencyMs:
      answers === 0
        ? {}
        : latency({
            mean: answers > mostKept ? undefined : ms("Average"),
            p50: percentile(50),
            p90: percentile(90),
            p95: percentile(95),
            p99: percentile(99),
            max: ms("Slowest"),
          }),
  };
}
