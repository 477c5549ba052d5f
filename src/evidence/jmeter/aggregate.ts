import type { LoadLabel } from "../../domain/evidence/measurement.ts";
import type { Findings, Format } from "../format.ts";
import { limits } from "../limits.ts";
import { rateOf } from "../load-table/row.ts";
import { latency } from "../load/latency.ts";
import { namesSummary } from "../load/summary-rows.ts";
import { totalsOf, type Run } from "../load/totals.ts";
import { parseNumber, parseWhole } from "../number.ts";
import { tableFormat } from "../table.ts";
import type { Row, TableReading } from "../table-reading.ts";
import { isUnreadable, Unreadable } from "../unreadable.ts";
import { jmeterAggregateLayout } from "./aggregate-layout.ts";
import { whole } from "./statistics.ts";

/**
 * The table of JMeter's Aggregate Report or Summary Report, saved as CSV: figures by label and the row TOTAL, which is the
 * run. Samples over samples a second is the time from the first start to the last end.
 */
export const jmeterAggregate: Format = {
  ...tableFormat({
    layout: jmeterAggregateLayout,
    version: 1,
    streamed: false,
    reading: (_options, findings) => new AggregateReading(findings),
  }),
  closedLoop: true,
};

interface Part extends LoadLabel {
  readonly rate: number;
  readonly isTotal: boolean;
}

class AggregateReading implements TableReading {
  readonly #findings: Findings;
  /** By file: each is a run. */
  readonly #files = new Map<string, Part[]>();

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  row(row: Row): Unreadable | null {
    const part = partOf(row);
    if (isUnreadable(part)) return part;
    this.#findings.limits.count("row", { file: row.file, row: row.line });
    const parts = this.#files.get(row.file);
    if (parts === undefined) this.#files.set(row.file, [part]);
    else parts.push(part);
    return null;
  }

  figures() {
    const files = [...this.#files.values()];
    const runs = files.flatMap((parts) => this.#runOf(parts) ?? []);
    if (runs.length === 0) return null;
    const [alone] = files;
    const labels = files.length === 1 && alone !== undefined ? this.#labels(alone) : undefined;
    return { ...totalsOf(runs, this.#findings), ...(labels === undefined ? {} : { byLabel: labels }) };
  }

  #runOf(parts: readonly Part[]): Run | null {
    const total = totalOf(parts);
    if (total === undefined) this.#findings.warn("no-total-row", "There is no row TOTAL: the rows are summed");
    const { requests, failures, rate, latencyMs } = total ?? sumOf(parts);
    return requests === 0 || rate === 0 ? null : { requests, failures, seconds: requests / rate, latencyMs };
  }

  #labels(parts: readonly Part[]): readonly LoadLabel[] | undefined {
    const total = totalOf(parts);
    const labels = parts
      .filter((part) => part !== total)
      .map(({ label, requests, failures, latencyMs }) => ({ label, requests, failures, latencyMs }));
    if (labels.length <= limits.label.most) return whole(labels, total ?? sumOf(parts), this.#findings);
    this.#findings.warn("too-many-labels", `More than ${limits.label.most} labels: there are no figures by label`);
    return undefined;
  }
}

/** The row that is called so, else the last one where it holds as many samples as all others. */
function totalOf(parts: readonly Part[]): Part | undefined {
  const named = parts.findLast(({ isTotal }) => isTotal);
  const last = parts.at(-1);
  if (named !== undefined || last === undefined || parts.length < 3) return named;
  const others = sumOf(parts.slice(0, -1));
  return last.requests === others.requests && last.failures === others.failures ? last : undefined;
}

function partOf(row: Row): Part | Unreadable {
  const requests = parseWhole(row.cell("samples"), "samples");
  if (isUnreadable(requests)) return requests;
  const failures = failuresOf(row.cell("error_percent"), requests);
  if (isUnreadable(failures)) return failures;
  const rate = rateOf(row.cell("throughput"));
  if (isUnreadable(rate)) return rate;
  const ms = (name: string): number | undefined => {
    const value = parseNumber(row.cell(name), name);
    return isUnreadable(value) ? undefined : value;
  };
  return {
    label: row.cell("name"),
    isTotal: namesSummary(row.cell("name")),
    requests,
    failures,
    rate,
    latencyMs: latency({
      mean: ms("mean"),
      p50: ms("median"),
      p90: ms("p90"),
      p95: ms("p95"),
      p99: ms("p99"),
      max: ms("max"),
    }),
  };
}

/** “0.10%”; early versions save a share, so that a number without the sign is one up to 1. */
function failuresOf(text: string, requests: number): number | Unreadable {
  const number = parseNumber(text.replace(/\s?%$/, ""), "error %");
  if (isUnreadable(number)) return number;
  const share = text.endsWith("%") || number > 1 ? number / 100 : number;
  return share > 1 ? new Unreadable("error-share-over-100", { text }) : Math.round(share * requests);
}

/** Without percentiles: those of parts cannot be put together. All labels ran for as long as the longest. */
function sumOf(parts: readonly Part[]): Pick<Part, "requests" | "failures" | "rate" | "latencyMs"> {
  const sum = (of: (part: Part) => number): number => parts.reduce((total, part) => total + of(part), 0);
  const requests = sum((part) => part.requests);
  const seconds = Math.max(0, ...parts.map((part) => (part.rate === 0 ? 0 : part.requests / part.rate)));
  const weighted = parts.filter((part) => part.requests > 0);
  const known = requests > 0 && weighted.every(({ latencyMs }) => latencyMs.mean !== undefined);
  return {
    requests,
    failures: sum((part) => part.failures),
    rate: seconds === 0 ? 0 : requests / seconds,
    latencyMs: known ? { mean: sum((part) => (part.latencyMs.mean ?? 0) * part.requests) / requests } : {},
  };
}
