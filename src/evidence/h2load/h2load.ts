import { prints, type Block } from "../load/console.ts";
import { durationMs } from "../load/durations.ts";
import { latency } from "../load/latency.ts";
import { printedRuns, summaryFormat, type Summary } from "../load/summaries.ts";
import { Unreadable } from "../unreadable.ts";

const opening = /finished in [\d.]+[a-z]{1,2}, [\d.]+ req\/s/;

/**
 * What h2load prints (h2load(1), OUTPUT). “Failed” holds answers of other statuses than 2xx and 3xx and, among them,
 * “errored” requests without one. With a warm-up, the time printed holds it and the rate does not: the rate then says
 * how long was measured. How many requests a client had under way (-m) is not printed, so that there is no load level.
 */
export const h2load = summaryFormat({
  name: "h2load",
  title: "h2load output",
  version: 1,
  closedLoop: true,
  recognises: ({ text }) => prints(text, opening, /\brequests: \d+ total,/),
  runs: (file, findings) => printedRuns(file, findings, opening, runOf),
});

function runOf({ text }: Block): Summary | Unreadable {
  const match =
    /^[ \t]{0,20}requests: \d{1,15} total, \d{1,15} started, (\d{1,15}) done, (\d{1,15}) succeeded, (\d{1,15}) failed/m.exec(
      text,
    );
  const [done, succeeded, failed] = match?.slice(1).map(Number) ?? [];
  if (done === undefined || succeeded === undefined || failed === undefined)
    return new Unreadable("there-is-no-line-of-requests-the");
  const requests = Math.max(done, succeeded + failed);
  if (requests === 0) return new Unreadable("there-is-not-a-single-request");
  const [, time, rate] = /finished in ([\d.]+[a-z]{1,2}), ([\d.]{1,20}) req\/s/.exec(text) ?? [];
  const seconds = secondsOf((durationMs(time) ?? NaN) / 1000, Number(rate), requests);
  if (!(seconds > 0 && Number.isFinite(seconds))) return new Unreadable("the-run-took-no-time");
  return { requests, failures: requests - succeeded, seconds, latencyMs: latencyOf(text) };
}

function secondsOf(printed: number, rate: number, requests: number): number {
  const measured = requests / rate;
  return rate > 0 && printed - measured > 0.05 * printed ? measured : printed;
}

/** The columns differ by version: before 1.65 without percentiles, the row “time for request” since then “request”. */
function latencyOf(text: string) {
  const names =
    /^\s{0,80}(min\s{1,20}max\s[a-z0-9 \t]{1,80}?)\s{1,20}\+\/- sd\s*$/m.exec(text)?.[1]?.split(/\s+/) ?? [];
  const cells =
    /^[ \t]{0,20}(?:time for )?request\s{0,20}:\s{1,20}(.{1,200})$/m.exec(text)?.[1]?.trim().split(/\s+/) ?? [];
  const ms = (name: string): number | undefined =>
    names.includes(name) ? durationMs(cells[names.indexOf(name)]) : undefined;
  return latency({ mean: ms("mean"), p50: ms("median"), p95: ms("p95"), p99: ms("p99"), max: ms("max") });
}
