import { type Findings } from "../format.ts";
import { prints, type Block } from "../load/console.ts";
import { durationMs } from "../load/durations.ts";
import { count, figure } from "../load/figure.ts";
import { latency, latencyIn } from "../load/latency.ts";
import { byStatus, printedStatuses, sumOf, type Statuses } from "../load/statuses.ts";
import {
  documentRuns,
  isJson,
  printedRuns,
  remark,
  summaryFormat,
  type Members,
  type Summary,
} from "../load/summaries.ts";
import { Unreadable } from "../unreadable.ts";
import { membersOf } from "../whole-files.ts";

const opening = /Summary:\s*$/;
/** What oha calls a request that was under way when the time given with -z was over (client.rs, ClientError::Deadline). */
const deadline = "aborted due to deadline";

/**
 * oha's summary, as JSON (schema.json; seconds) or as it prints it (printer.rs). A status of 400 or above is an answer to
 * oha and a failure here; a request cut off by the end of the run is neither. It does not say how many connections
 * there were.
 */
export const oha = summaryFormat({
  name: "oha",
  title: "oha summary",
  version: 1,
  closedLoop: true,
  recognises: ({ text }) => isDocument(text) || prints(text, opening, /\bSuccess rate:\s/),
  runs: (file, findings) =>
    isJson(file.text)
      ? documentRuns(file, "oha summary", (document) => ofDocument(document, findings))
      : printedRuns(file, findings, opening, (block) => ofText(block, findings)),
});

function isDocument(text: string): boolean {
  return (
    /^\s*[[{]/.test(text) && ['"latencyPercentiles"', '"statusCodeDistribution"'].every((key) => text.includes(key))
  );
}

function ofDocument(document: Members, findings: Findings): Summary | Unreadable {
  const summary = membersOf(document["summary"]) ?? {};
  const seconds = figure(summary["total"]);
  if (seconds === undefined || seconds === 0) return new Unreadable("missing-or-0", { name: "summary.total" });
  const statuses = counted(document["statusCodeDistribution"]);
  const errors = counted(document["errorDistribution"]);
  if (statuses === null || errors === null) return new Unreadable("statuses-or-errors-are-no-counts");
  const p = membersOf(document["latencyPercentiles"]) ?? {};
  return {
    ...attempts(
      {
        ...byStatus(statuses.map(({ text, count: n }) => [Number(text), n])),
        errors,
      },
      findings,
    ),
    seconds,
    statedRate: figure(summary["requestsPerSec"]),
    latencyMs: latencyIn(0.001, {
      mean: figure(summary["average"]),
      p50: figure(p["p50"]),
      p90: figure(p["p90"]),
      p95: figure(p["p95"]),
      p99: figure(p["p99"]),
      max: figure(summary["slowest"]),
    }),
  };
}

function counted(value: unknown): Statuses["errors"] | null {
  const entries = Object.entries(membersOf(value) ?? {}).map(([text, n]) => ({ text, count: count(n) }));
  return entries.every((entry): entry is { text: string; count: number } => entry.count !== undefined) ? entries : null;
}

function ofText({ text }: Block, findings: Findings): Summary | Unreadable {
  if (!/^[ \t]{0,20}Success rate:\s/m.test(text)) return new Unreadable("there-is-no-success-rate-it-is");
  const ms = (name: string): number | undefined =>
    durationMs(new RegExp(`^[ \\t]{0,20}${name}:\\s{1,20}([\\d.]+ [a-zµ]{1,5})\\s*$`, "m").exec(text)?.[1]);
  const percentile = (p: number): number | undefined =>
    durationMs(new RegExp(`^[ \\t]{0,20}${p}\\.00% in ([\\d.]+ [a-zµ]{1,5})\\s*$`, "m").exec(text)?.[1]);
  const total = ms("Total");
  if (total === undefined || total === 0) return new Unreadable("there-is-no-total-time-the-output");
  const statuses = printedStatuses(text);
  if (statuses.answers + sumOf(statuses.errors) === 0) return new Unreadable("there-is-no-list-of-statuses-the");
  const rate = /^[ \t]{0,20}Requests\/sec:\s{1,20}([\d.]{1,20})\s*$/m.exec(text)?.[1];
  return {
    ...attempts(statuses, findings),
    seconds: total / 1000,
    statedRate: rate === undefined ? undefined : Number(rate),
    latencyMs: latency({
      mean: ms("Average"),
      p50: percentile(50),
      p90: percentile(90),
      p95: percentile(95),
      p99: percentile(99),
      max: ms("Slowest"),
    }),
  };
}

const isCut = ({ text }: { readonly text: string }): boolean => text === deadline;

function attempts(
  { answers, refused, errors }: Statuses,
  findings: Findings,
): Pick<Summary, "requests" | "failures" | "rated"> {
  const cut = sumOf(errors.filter(isCut));
  const failed = sumOf(errors.filter((error) => !isCut(error)));
  if (cut > 0)
    remark(findings, "cut-at-end", `${cut} requests were still under way when the run ended: they are left out`);
  return { requests: answers + failed, failures: refused + failed, rated: answers + failed + cut };
}
