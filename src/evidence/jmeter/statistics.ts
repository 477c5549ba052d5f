import type { LoadLabel } from "../../domain/evidence/measurement.ts";
import type { Findings } from "../format.ts";
import { count, figure } from "../load/figure.ts";
import { latency } from "../load/latency.ts";
import { documentRuns, remark, summaryFormat, type Members, type Summary } from "../load/summaries.ts";
import { isUnreadable, Unreadable } from "../unreadable.ts";
import { membersOf } from "../whole-files.ts";

/**
 * statistics.json of JMeter's dashboard (jmeter -g results.jtl -o report): figures by label, and “Total”, which leaves out
 * the rows of transaction controllers (StatisticsSummaryConsumer). Requests over requests a second is the time from the
 * first start to the last end. The file does not name its three percentiles.
 */
export const jmeterStatistics = summaryFormat({
  name: "jmeter-statistics",
  title: "JMeter dashboard statistics",
  version: 1,
  closedLoop: true,
  recognises: ({ text }) =>
    /^\s*\{/.test(text) && ['"sampleCount"', '"errorCount"', '"throughput"'].every((key) => text.includes(key)),
  runs: (file, findings) => documentRuns(file, "JMeter statistics", (document) => runOf(document, findings)),
});

const unnamed =
  "JMeter does not name its percentiles in this file: they are taken for the 90th, 95th and 99th, as it is set up unless aggregate_rpt_pct1 to 3 say otherwise";

function runOf(document: Members, findings: Findings): Summary | Unreadable {
  const parts: Row[] = [];
  for (const [key, value] of Object.entries(document)) {
    const row = rowOf(key, membersOf(value) ?? {});
    if (isUnreadable(row)) return row;
    parts.push(row);
  }
  const total = parts.find(({ label }) => label === "Total") ?? (parts.length === 1 ? parts[0] : undefined);
  if (total === undefined) return new Unreadable("there-is-no-row-total");
  if (total.requests === 0) return new Unreadable("there-is-not-a-single-request");
  remark(findings, "percentiles-unnamed", unnamed);
  const { requests, failures, rate, latencyMs } = total;
  if (rate === undefined || rate === 0) return new Unreadable("there-is-no-throughput");
  const labels = parts.filter((row) => row !== total).map(({ rate: _, ...label }): LoadLabel => label);
  return { requests, failures, seconds: requests / rate, latencyMs, byLabel: whole(labels, total, findings) };
}

interface Row extends LoadLabel {
  readonly rate: number | undefined;
}

function rowOf(key: string, row: Members): Row | Unreadable {
  const [requests, failures] = [count(row["sampleCount"]), count(row["errorCount"])];
  if (requests === undefined || failures === undefined || failures > requests)
    return new Unreadable("has-no-count-of-samples-and-errors", { name: key.slice(0, 40) });
  return {
    label: typeof row["transaction"] === "string" ? row["transaction"] : key,
    requests,
    failures,
    rate: figure(row["throughput"]),
    latencyMs: latency({
      mean: figure(row["meanResTime"]),
      p50: figure(row["medianResTime"]),
      p90: figure(row["pct1ResTime"]),
      p95: figure(row["pct2ResTime"]),
      p99: figure(row["pct3ResTime"]),
      max: figure(row["maxResTime"]),
    }),
  };
}

/** Where the labels hold more requests than the total, transactions are among them, and nothing tells which. */
export function whole(
  labels: readonly LoadLabel[],
  total: Pick<LoadLabel, "requests" | "failures">,
  findings: Findings,
): readonly LoadLabel[] | undefined {
  const requests = labels.reduce((sum, label) => sum + label.requests, 0);
  const failures = labels.reduce((sum, label) => sum + label.failures, 0);
  if (requests > total.requests) {
    const message = `The labels hold ${requests - total.requests} samples more than the total, which are transactions over their requests: there are no figures by label`;
    remark(findings, "transactions-among-labels", message);
  }
  if (requests !== total.requests || failures !== total.failures) return undefined;
  return labels.toSorted((a, b) => (a.label < b.label ? -1 : 1));
}
