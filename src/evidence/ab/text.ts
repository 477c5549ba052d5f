import { type Findings } from "../format.ts";
import { prints, type Block } from "../load/console.ts";
import { latency } from "../load/latency.ts";
import { printedRuns, remark, summaryFormat, type Summary } from "../load/summaries.ts";
import { Unreadable } from "../unreadable.ts";

const opening = /Concurrency Level:\s+\d/;
/** What it prints first: without the rest the run broke off. */
const banner = /This is ApacheBench, Version /;

/**
 * What ab prints (httpd, support/ab.c, output_results). “Failed” are connections that could not be made or broke off and
 * answers longer or shorter than the first; answers of another status than 2xx are counted beside them, and mostly are
 * shorter or longer too, so that the larger of the two counts. Its times are whole milliseconds.
 */
export const abText = summaryFormat({
  name: "ab-text",
  title: "ab output",
  version: 1,
  closedLoop: true,
  reporting: { meanRoundedToMs: 1 },
  recognises: ({ text }) => prints(text, opening, /\bComplete requests:\s/) || prints(text, banner, /\bBenchmarking\s/),
  runs: (file, findings) =>
    printedRuns(file, findings, prints(file.text, opening) ? opening : banner, (block) => runOf(block, findings)),
});

function runOf({ text }: Block, findings: Findings): Summary | Unreadable {
  const number = (name: string): number | undefined => {
    const match = new RegExp(`^[ \\t]{0,20}${name}:\\s{1,20}(\\d{1,15}(?:\\.\\d{1,9})?)(?:\\s|$)`, "m").exec(text)?.[1];
    return match === undefined ? undefined : Number(match);
  };
  const seconds = number("Time taken for tests");
  const complete = number("Complete requests");
  if (seconds === undefined || complete === undefined) return new Unreadable("the-output-was-cut-off");
  if (seconds === 0) return new Unreadable("the-run-took-no-time");
  const failed = number("Failed requests");
  const notOk = number("Non-2xx responses") ?? 0;
  const { connect, broken, length } = kindsOf(text, failed ?? 0);
  const failures = connect + broken + (number("Write errors") ?? 0) + Math.max(length, notOk);
  const requests = Math.max(complete + connect, failures);
  if (requests === 0) return new Unreadable("there-is-not-a-single-request");
  if (length > notOk) {
    const message = `ab counts ${length} answers as failed because they are longer or shorter than the first: where the length may vary, run it with -l`;
    remark(findings, "length-differs", message);
  }
  return {
    requests,
    ...(failed === undefined ? {} : { failures }),
    seconds,
    concurrency: number("Concurrency Level") ?? 0,
    statedRate: number("Requests per second"),
    latencyMs: latencyOf(text),
  };
}

/** Failures by their kind, which ab prints where there are any; versions before 2.2 do not. */
function kindsOf(text: string, failed: number): { connect: number; broken: number; length: number } {
  const match = /\(Connect: (\d{1,15}), (?:Receive: (\d{1,15}), )?Length: (\d{1,15}), Exceptions: (\d{1,15})\)/.exec(
    text,
  );
  if (match === null) return { connect: 0, broken: 0, length: failed };
  const [connect = 0, receive = 0, length = 0, exceptions = 0] = match
    .slice(1)
    .map((group: string | undefined) => Number(group ?? 0));
  return { connect, broken: receive + exceptions, length };
}

/** The mean of the table of times, else the one that ab works out from the time taken. */
function latencyOf(text: string) {
  const percentile = (p: number): number | undefined => {
    const match = new RegExp(`^[ \\t]{0,20}${p}%\\s{1,20}(\\d{1,12})(?:\\s|$)`, "m").exec(text)?.[1];
    return match === undefined ? undefined : Number(match);
  };
  const table = /^[ \t]{0,20}Total:\s{1,20}\d{1,12}\s{1,20}(\d{1,12})\s/m.exec(text)?.[1];
  const worked = /^[ \t]{0,20}Time per request:\s{1,20}([\d.]{1,20}) \[ms\] \(mean\)\s*$/m.exec(text)?.[1];
  const mean = table ?? worked;
  return latency({
    mean: mean === undefined ? undefined : Number(mean),
    p50: percentile(50),
    p90: percentile(90),
    p95: percentile(95),
    p99: percentile(99),
    max: percentile(100),
  });
}
