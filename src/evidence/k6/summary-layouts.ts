import { figure } from "../load/figure.ts";
import { membersOf } from "../whole-files.ts";

export interface Metric {
  readonly values: Readonly<Record<string, unknown>>;
  /** Thresholds that were not kept. */
  readonly crossed: readonly string[];
}

export type Metrics = ReadonlyMap<string, Metric>;

/**
 * The metrics of a k6 summary, whichever layout it has:
 * - --summary-export: a metric's figures stand beside its thresholds, where *true means crossed*;
 * - handleSummary: the figures are in `values`, a threshold is `{ok: true}` where it was *kept*;
 * - since k6 1.5, --new-machine-readable-summary: a list in `results.metrics`, rates as matches of total.
 * Null where there are none.
 */
export function metricsOf(document: unknown): Metrics | null {
  const members = membersOf(document);
  const listed = membersOf(members?.["results"])?.["metrics"];
  if (Array.isArray(listed)) return new Map(listed.flatMap(named));
  const metrics = membersOf(members?.["metrics"]);
  return metrics === null ? null : new Map(Object.entries(metrics).flatMap(([name, value]) => entry(name, value)));
}

/** How long the test ran, in seconds, where the layout says so. */
export function secondsOf(document: unknown): number | undefined {
  const members = membersOf(document);
  const ms = figure(membersOf(members?.["state"])?.["testRunDurationMs"]);
  if (ms !== undefined) return ms / 1000;
  return membersOf(members?.["results"]) === null ? undefined : figure(membersOf(members?.["config"])?.["duration"]);
}

function named(value: unknown): [string, Metric][] {
  const name = membersOf(value)?.["name"];
  return typeof name === "string" ? entry(name, value) : [];
}

function entry(name: string, value: unknown): [string, Metric][] {
  const members = membersOf(value);
  if (members === null) return [];
  const thresholds = Object.entries(membersOf(members["thresholds"]) ?? {});
  const crossed = thresholds.filter(([, state]) => state === true || membersOf(state)?.["ok"] === false);
  return [[name, { values: membersOf(members["values"]) ?? members, crossed: crossed.map(([rule]) => rule) }]];
}
