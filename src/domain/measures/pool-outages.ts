import type { RecordedSpan, ServiceStatistics } from "../evidence/statistics.ts";

export interface PooledService {
  readonly outages: number;
  readonly downSeconds: number;
  readonly upSeconds: number;
  /** Seconds of each merged outage. */
  readonly repairs: readonly number[];
}

type Span = readonly [from: number, to: number];

/**
 * One service over several pieces, each second counted once: what any piece saw down is down (a contradiction counts as
 * down); up is what some piece observed and none saw down. Planned and unknown time of a piece is not observed by it.
 * Outages that touch are one. Every piece must carry its outages.
 */
export function poolOutages(pieces: readonly ServiceStatistics[]): PooledService {
  const down = union(pieces.flatMap((piece) => downSpans(piece)));
  const observed = union([...pieces.flatMap((piece) => observedSpans(piece)), ...down]);
  const unlocated = pieces.reduce((sum, piece) => sum + unlocatedSeconds(piece), 0);
  const downSeconds = length(down);
  return {
    outages: down.length,
    downSeconds,
    upSeconds: Math.max(0, length(observed) - downSeconds - unlocated),
    repairs: down.map((span) => length([span])),
  };
}

/** Outages of a piece without the part in its own planned windows or unknown stretches, which count once. */
function downSpans(piece: ServiceStatistics): Span[] {
  return subtract(union(spans(piece.outages)), notObserved(piece));
}

function observedSpans(piece: ServiceStatistics): Span[] {
  return subtract([[Date.parse(piece.from), Date.parse(piece.to)]], notObserved(piece));
}

function notObserved(piece: ServiceStatistics): Span[] {
  return union([...spans(piece.planned), ...spans(piece.unknown)]);
}

/** Planned or unknown seconds whose place the tool does not tell: taken from the time observed. */
function unlocatedSeconds(piece: ServiceStatistics): number {
  return (piece.planned === null ? piece.plannedSeconds : 0) + (piece.unknown === null ? piece.unknownSeconds : 0);
}

function spans(intervals: readonly RecordedSpan[] | null): Span[] {
  return (intervals ?? [])
    .map(({ from, to }): Span => [Date.parse(from), Date.parse(to)])
    .filter(([from, to]) => to > from);
}

function union(parts: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const [from, to] of parts.toSorted((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last !== undefined && from <= last[1]) merged[merged.length - 1] = [last[0], Math.max(last[1], to)];
    else merged.push([from, to]);
  }
  return merged;
}

/** Both ascending and without overlaps of their own, so that each hole is looked at by the parts it touches only. */
function subtract(parts: readonly Span[], holes: readonly Span[]): Span[] {
  const left: Span[] = [];
  let next = 0;
  for (const [from, to] of parts) {
    let start = from;
    while ((holes[next]?.[1] ?? Infinity) <= start) next += 1;
    for (let k = next; k < holes.length; k += 1) {
      const [holeFrom, holeTo] = holes[k] ?? [to, to];
      if (holeFrom >= to) break;
      if (holeFrom > start) left.push([start, holeFrom]);
      start = holeTo;
    }
    if (start < to) left.push([start, to]);
  }
  return left;
}

function length(parts: readonly Span[]): number {
  return parts.reduce((sum, [from, to]) => sum + (to - from), 0) / 1000;
}
