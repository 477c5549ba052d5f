import { prints } from "../load/console.ts";
import { printedRuns, summaryFormat, type Summary } from "../load/summaries.ts";
import { isUnreadable } from "../unreadable.ts";
import { wrkRun, type WrkRun } from "./run.ts";

const opening = /Running \S{1,20} test @ /;

/**
 * What wrk and wrk2 print, one or several runs a file. wrk keeps its connections busy (closed loop) and corrects the latencies
 * that it prints; wrk2 sends at a rate and times a request from when it was due, so that its connections are no load level.
 */
export const wrk = summaryFormat({
  name: "wrk",
  title: "wrk text",
  version: 2,
  changes: [{ version: 2, change: "its mean is held against Little's law as wrk corrects it" }],
  closedLoop: true,
  reporting: { corrected: true },
  recognises: ({ text }) => prints(text, opening, /\d threads? and \d+ connections?/),
  runs: (file, findings) =>
    printedRuns(file, findings, opening, ({ text }) => {
      const run = wrkRun(text);
      return isUnreadable(run) ? run : attempts(run);
    }),
});

/**
 * wrk counts answers; connections that failed, broke off or could not write are attempts beside them. An answer after
 * the time limit is counted as both (wrk 4), one that never came as a time-out only: time-outs are taken for answers
 * unless there are too few of these.
 */
function attempts({ completed, refused, socketErrors, timeouts, statedRate, ...run }: WrkRun): Summary {
  const failures = refused + socketErrors + timeouts;
  return {
    requests: Math.max(completed + socketErrors, failures),
    failures,
    seconds: run.seconds,
    statedRate,
    rated: completed,
    latencyMs: run.latencyMs,
    ...(run.heldRate ? {} : { concurrency: run.connections }),
  };
}
