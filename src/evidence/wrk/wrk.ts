import { type Findings, type Format } from "../format.ts";
import { Refused } from "../refused.ts";
import { compareRate, totalsOf, type Run } from "../load/totals.ts";
import { warnOfCopies, wholeFormat, type WholeFile } from "../whole-files.ts";
import { isUnreadable } from "../unreadable.ts";
import { wrkRun, type WrkRun } from "./run.ts";

/**
 * What wrk and wrk2 print, one or several runs a file, terminal colours or not. wrk keeps its connections busy (closed
 * loop); wrk2 sends at a rate and times a request from when it was due, so that its connections are no load level.
 */
export const wrk: Format = {
  ...wholeFormat({
    name: "wrk",
    title: "wrk text",
    version: 1,
    kind: "load",
    recognises: ({ text }) => opening.test(text) && /^[ \t]{0,20}\d+ threads? and \d+ connections?/m.test(text),
    measure: (files, _options, findings) => {
      warnOfCopies(files, findings);
      const runs = files.flatMap((file) => runsOf(file, findings));
      if (runs.length > 0) return totalsOf(runs, findings);
      const [first] = findings.rejected;
      const message = `No run can be used${first === undefined ? "" : `; line ${first.row}: ${first.reason}`}`;
      throw new Refused({ code: "no-usable-row", message });
    },
  }),
  closedLoop: true,
};

/** A terminal may have coloured it. */
const opening = /^[^\r\n]{0,40}Running \S{1,20} test @ /m;

function runsOf(file: WholeFile, findings: Findings): Run[] {
  return blocksOf(plain(file.text)).flatMap(({ text, line }) => {
    const run = wrkRun(text);
    if (isUnreadable(run)) {
      findings.reject(line, run, file.name);
      return [];
    }
    findings.rowCount += 1;
    compareRate(run.statedRate, run.completed, run.seconds, findings);
    return [attempts(run)];
  });
}

/**
 * wrk counts answers; connections that failed, broke off or could not write are attempts beside them. An answer after
 * the time limit is counted as both (wrk 4), one that never came as a time-out only: time-outs are taken for answers
 * unless there are too few of these.
 */
function attempts({ completed, refused, socketErrors, timeouts, ...run }: WrkRun): Run {
  const failures = refused + socketErrors + timeouts;
  return {
    requests: Math.max(completed + socketErrors, failures),
    failures,
    seconds: run.seconds,
    latencyMs: run.latencyMs,
    ...(run.heldRate ? {} : { concurrency: run.connections }),
  };
}

function blocksOf(text: string): { text: string; line: number }[] {
  const blocks: { lines: string[]; line: number }[] = [];
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    if (/^\s{0,40}Running \S{1,20} test @ /.test(line)) blocks.push({ lines: [], line: i + 1 });
    blocks.at(-1)?.lines.push(line.length > 500 ? "" : line);
  }
  return blocks.map(({ lines, line }) => ({ text: lines.join("\n"), line }));
}

const escape = String.fromCharCode(27);
const colours = new RegExp(`${escape}\\[[0-9;?]{0,20}[A-Za-z]`, "g");

function plain(text: string): string {
  return text.includes(escape) ? text.replace(colours, "") : text;
}
