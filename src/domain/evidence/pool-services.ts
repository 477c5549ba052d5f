import { intersect, seconds, subtract, union, type Span } from "./intervals.ts";
import { settle } from "./service.ts";
import type { Interval, ServiceStatistics } from "./statistics.ts";

/** Records of the same service as one; services in the order of their first record. */
export function poolServices(records: readonly ServiceStatistics[]): ServiceStatistics[] {
  const names = [...new Set(records.map((record) => record.service))];
  return names.map((name) => poolService(records.filter((record) => record.service === name)));
}

function poolService(records: readonly ServiceStatistics[]): ServiceStatistics {
  const [only] = records;
  if (only !== undefined && records.length === 1) return only;
  return records.every(hasSpans) ? poolSpans(records) : poolTotals(records);
}

type WithSpans = ServiceStatistics & { readonly outages: readonly Interval[] };

function hasSpans(record: ServiceStatistics): record is WithSpans {
  return record.outages !== null;
}

/**
 * Each instant takes the worst that any record says: down before planned before up before unknown. Down before
 * planned because one record then contradicts the other.
 */
function poolSpans(records: readonly WithSpans[]): ServiceStatistics {
  const down = union(records.flatMap((record) => spans(record.outages)));
  const planned = subtract(
    records.flatMap((record) => spans(record.planned)),
    down,
  );
  const up = records.flatMap((record) =>
    subtract([period(record)], [...spans(record.outages), ...spans(record.planned), ...spans(record.unknown)]),
  );
  const known = union([...down, ...planned, ...up]);
  const whole = union(records.map(period));
  const settled = settle({ period: whole, down, planned, unknown: subtract(whole, known) });
  if (settled === null) throw new RangeError("A service record without a period");
  return { service: name(records), ...settled };
}

/**
 * Records of which one has totals only cannot be laid over each other. Where a later record contains all others
 * (a running total, exported again) the largest downtime counts; else the downtimes add up, which is never too good.
 */
function poolTotals(records: readonly ServiceStatistics[]): ServiceStatistics {
  const whole = union(records.map(period));
  const overlap = records.some((a, i) =>
    records.slice(i + 1).some((b) => intersect([period(a)], [period(b)]).length > 0),
  );
  const container = records.find((record) => seconds(subtract(whole, [period(record)])) === 0);
  const first = whole[0];
  const last = whole.at(-1);
  if (first === undefined || last === undefined) throw new RangeError("A service record without a period");
  const merge = (values: readonly number[]) => (overlap ? Math.max(...values) : sum(values));
  const planned = merge(records.map((record) => record.plannedSeconds));
  const unknown = merge(records.map((record) => record.unknownSeconds));
  const observed = Math.max(0, seconds(whole) - planned - unknown);
  const downs = records.map((record) => record.downSeconds);
  return {
    service: name(records),
    from: new Date(first.from).toISOString(),
    to: new Date(last.to).toISOString(),
    observedSeconds: observed,
    downSeconds: Math.min(observed, container === undefined ? sum(downs) : Math.max(...downs)),
    plannedSeconds: planned,
    unknownSeconds: unknown + (last.to - first.from) / 1000 - seconds(whole),
    outages: null,
    planned: null,
    unknown: null,
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function name(records: readonly ServiceStatistics[]): string {
  return records[0]?.service ?? "";
}

function period(record: ServiceStatistics): Span {
  return { from: Date.parse(record.from), to: Date.parse(record.to) };
}

function spans(intervals: readonly Interval[] | null): Span[] {
  return (intervals ?? []).map((interval) => ({ from: Date.parse(interval.from), to: Date.parse(interval.to) }));
}
