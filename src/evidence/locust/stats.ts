import type { Latency, LoadLabel } from "../../domain/evidence/measurement.ts";
import type { Findings, Format } from "../format.ts";
import { limits } from "../limits.ts";
import { totalsOf, type Run } from "../load/totals.ts";
import { parseNumber, parseWhole } from "../number.ts";
import { tableFormat } from "../table.ts";
import type { Row, TableReading } from "../table-reading.ts";
import { isTotal, locustStatsLayout } from "./stats-layout.ts";
import { isUnreadable, Unreadable } from "../unreadable.ts";

/**
 * Locust's statistics at the end of a run: totals by name of request and their sum. It says neither how many users
 * there were nor how long it took; requests over requests a second is the time. The history file says more.
 */
export const locustStats: Format = {
  ...tableFormat({
    layout: locustStatsLayout,
    version: 2,
    changes: [{ version: 2, change: "more than 256 labels: no figures by label" }],
    streamed: false,
    reading: (_options, findings) => new StatsReading(findings),
  }),
  closedLoop: true,
};

interface Part extends LoadLabel {
  readonly rate: number;
}

interface FileOf {
  readonly file: string;
  readonly parts: Part[];
  total?: Part;
}

class StatsReading implements TableReading {
  readonly #findings: Findings;
  readonly #files: FileOf[] = [];

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  row(row: Row): Unreadable | null {
    const part = partOf(row);
    if (isUnreadable(part)) return part;
    let open = this.#files.at(-1);
    // The row of totals is the last of its file.
    if (open === undefined || open.file !== row.file || open.total !== undefined) {
      open = { file: row.file, parts: [] };
      this.#files.push(open);
    }
    if (isTotal(row.cell("name"))) open.total = part;
    else open.parts.push(part);
    return null;
  }

  figures() {
    const runs = this.#files.flatMap((file) => this.#runOf(file) ?? []);
    if (runs.length === 0) return null;
    const labels = byLabel(
      this.#files.flatMap(({ parts }) => parts),
      this.#findings,
    );
    return { ...totalsOf(runs, this.#findings), ...(labels !== undefined && { byLabel: labels }) };
  }

  #runOf({ parts, total }: FileOf): Run | null {
    if (total === undefined) this.#findings.warn("no-total-row", "There is no row Aggregated: the rows are summed");
    const whole = total ?? sumOf(parts);
    if (whole.requests === 0 || whole.rate === 0) return null;
    const { requests, failures, latencyMs } = whole;
    return { requests, failures, latencyMs, seconds: requests / whole.rate };
  }
}

function partOf(row: Row): Part | Unreadable {
  const counted = parseWhole(row.cell("requests"), "requests");
  if (isUnreadable(counted)) return counted;
  const failures = parseWhole(row.cell("failures"), "failures");
  if (isUnreadable(failures)) return failures;
  const rate = parseNumber(row.cell("rate"), "requests/s");
  if (isUnreadable(rate)) return rate;
  // Early versions counted failures beside the requests, not among them.
  const requests = failures > counted ? counted + failures : counted;
  if (requests > 0 && rate === 0) return new Unreadable("requests-s-is-0-though-there-are");
  const stretched = counted === 0 ? rate : rate * (requests / counted);
  const label = [row.cell("type"), row.cell("name")].filter((text) => text !== "").join(" ");
  return { label, requests, failures, latencyMs: requests === 0 ? {} : latencyOf(row), rate: stretched };
}

/** Cells without a value hold N/A. */
export function latencyOf(row: Row): Latency {
  const columns = [
    ["mean", "mean"],
    ["p50", "median"],
    ["p90", "p90"],
    ["p95", "p95"],
    ["p99", "p99"],
    ["max", "max"],
  ] as const;
  return Object.fromEntries(
    columns.flatMap(([name, column]) => {
      const value = parseNumber(row.cell(column), column);
      return isUnreadable(value) ? [] : [[name, value]];
    }),
  );
}

/** Without percentiles: those of parts cannot be put together. */
function sumOf(parts: readonly Part[]): Part {
  const sum = (of: (part: Part) => number): number => parts.reduce((total, part) => total + of(part), 0);
  const requests = sum((part) => part.requests);
  const weighted = parts.filter((part) => part.requests > 0);
  const known = requests > 0 && weighted.every(({ latencyMs }) => latencyMs.mean !== undefined);
  const latencyMs = known ? { mean: sum((part) => (part.latencyMs.mean ?? 0) * part.requests) / requests } : {};
  return { label: "", requests, failures: sum((part) => part.failures), latencyMs, rate: sum((part) => part.rate) };
}

/** Undefined, with a warning, where there are more labels than can be told apart. */
function byLabel(parts: readonly Part[], findings: Findings): LoadLabel[] | undefined {
  const labels = new Map<string, Part[]>();
  for (const part of parts) {
    const same = labels.get(part.label);
    if (same === undefined) labels.set(part.label, [part]);
    else same.push(part);
  }
  if (labels.size > limits.label.most) {
    findings.warn("too-many-labels", `More than ${limits.label.most} labels: there are no figures by label`);
    return undefined;
  }
  return [...labels]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([label, same]) => {
      const [only] = same;
      const { requests, failures, latencyMs } = same.length === 1 && only !== undefined ? only : sumOf(same);
      return { label, requests, failures, latencyMs };
    });
}
