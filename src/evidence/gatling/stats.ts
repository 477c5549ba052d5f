import type { Findings } from "../format.ts";
import { prints, type Block } from "../load/console.ts";
import { figure } from "../load/figure.ts";
import { latency } from "../load/latency.ts";
import { documentRuns, printedRuns, remark, summaryFormat, type Members, type Summary } from "../load/summaries.ts";
import { Unreadable } from "../unreadable.ts";
import { membersOf, type WholeFile } from "../whole-files.ts";
import { assignedObject, countedOf, labelsOf, type Counted } from "./stats-tree.ts";

const opening = /---- Global Information -/;
const assignment = /^\s*(?:var|const|let) stats = \{/;

/**
 * What Gatling's report holds beside its pages, which is all that a Gatling since 3.13 leaves to read: js/global_stats.json,
 * js/stats.json and js/stats.js (its requests by name), or the global information that it prints. Its rate is over whole
 * seconds, and so is the time that follows from it. The files do not name their four percentiles.
 */
export const gatlingStats = summaryFormat({
  name: "gatling-stats",
  title: "Gatling statistics",
  version: 1,
  closedLoop: false,
  recognises: ({ text }) =>
    /^\s*\{/.test(text) || assignment.test(text)
      ? text.includes('"numberOfRequests"') && text.includes('"meanResponseTime"')
      : prints(text, opening, />\s+request count\s/),
  runs: (file, findings) => {
    remark(findings, "whole-seconds", wholeSeconds);
    return /^\s*(?:\{|var|const|let)/.test(file.text)
      ? ofFile(file, findings)
      : printedRuns(file, findings, opening, ofText);
  },
});

const wholeSeconds = "Times are whole seconds: the run's duration and its throughput are good to a second";
const unnamed =
  "Gatling does not name its percentiles in this file: they are taken for the 50th, 95th and 99th, as it is set up unless gatling.conf says otherwise";

function ofFile(file: WholeFile, findings: Findings): Summary[] {
  remark(findings, "percentiles-unnamed", unnamed);
  const text = assignment.test(file.text) ? (assignedObject(file.text) ?? "") : file.text;
  return documentRuns({ ...file, text }, "Gatling statistics", ofDocument);
}

function ofDocument(document: Members): Summary | Unreadable {
  const whole = countedOf(membersOf(document["stats"]) ?? document);
  if (whole === undefined) return new Unreadable("numberofrequests-are-no-counts");
  const run = summaryOf(whole);
  const labels = labelsOf(document["contents"]);
  const sum = (of: (label: (typeof labels)[number]) => number): number =>
    labels.reduce((total, label) => total + of(label), 0);
  const complete =
    sum(({ requests }) => requests) === whole.requests && sum(({ failures }) => failures) === whole.failures;
  return run instanceof Unreadable || !complete
    ? run
    : { ...run, byLabel: labels.toSorted((a, b) => (a.label < b.label ? -1 : 1)) };
}

function summaryOf({ requests, failures, rate, latencyMs }: Counted): Summary | Unreadable {
  if (requests === 0) return new Unreadable("there-is-not-a-single-request");
  if (rate === undefined || rate === 0) return new Unreadable("there-is-no-mean-of-requests-a");
  return { requests, failures, seconds: Math.max(1, Math.round(requests / rate)), statedRate: rate, latencyMs };
}

/** Up to 3.10 “> request count 1000 (OK=1000 KO=0 )”, since then three columns between bars and a comma between thousands. */
function ofText({ text }: Block): Summary | Unreadable {
  const cells = (name: string): (number | undefined)[] => {
    const row =
      new RegExp(`^[ \\t]{0,20}> ${name}(?: \\((?:ms|rps)\\))?\\s{1,90}\\|?\\s{0,20}(\\S.{0,120})$`, "m").exec(
        text,
      )?.[1] ?? "";
    return row.split(/\s*\|\s*|\(OK=|KO=|\)/).map((cell) => figure(cell.trim().replaceAll(",", "")));
  };
  const [requests, succeeded = 0] = cells("request count").filter((_, i) => i < 2);
  if (requests === undefined || succeeded > requests) return new Unreadable("there-is-no-count-of-requests");
  const of = (name: string): number | undefined => cells(name)[0];
  return summaryOf({
    requests,
    failures: requests - succeeded,
    rate: of("mean throughput") ?? of("mean requests/sec"),
    latencyMs: latency({
      mean: of("mean response time"),
      p50: of("response time 50th percentile"),
      p90: of("response time 90th percentile"),
      p95: of("response time 95th percentile"),
      p99: of("response time 99th percentile"),
      max: of("max response time"),
    }),
  });
}
