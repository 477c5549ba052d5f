import { MARK_SLACK, simulationDistance } from "./chance.ts";
import type { Drawn } from "./sensitivity-draws.ts";

/** Weights from…to, both ends within. */
export type WeightSpan = readonly [from: number, to: number];

type Scores = Pick<Drawn, "draws" | "correlated">;

/** Scores that move in a straight line with one weight, from those at weight 0 to those at weight 1. */
export interface Line {
  readonly atNone: Scores;
  readonly atAll: Scores;
}

/**
 * The weights 0–1 at which a line reaches a mark with the probability `limit` under both correlations, by the verdict's
 * rule (surelyAtLeast). Exact, not searched: every draw reaches the mark on one side of one weight, so the count of draws
 * is a step function that a sweep walks along; the correlated score is a straight line itself. Spans rise, never touch.
 */
export function spansReaching(mark: number, limit: number, line: Line): readonly WeightSpan[] {
  const aim = mark - MARK_SLACK;
  const share = limit + simulationDistance(limit, line.atNone.draws.length);
  // Where even all draws are not clear of simulation error, only what cannot miss the mark is certain enough.
  const u = share > 1 ? 0 : 1 - limit;
  const straight = halfLine(aim, line.atNone.correlated(u), line.atAll.correlated(u));
  return straight === null ? [] : within(straight, counted(aim, Math.min(1, share), line));
}

/** Where a + w·(b − a) ≥ aim for w in 0–1. */
function halfLine(aim: number, a: number, b: number): WeightSpan | null {
  if (a >= aim && b >= aim) return [0, 1];
  if (a < aim && b < aim) return null;
  const at = (aim - a) / (b - a);
  return a < b ? [at, 1] : [0, at];
}

function counted(aim: number, share: number, { atNone, atAll }: Line): WeightSpan[] {
  const size = atNone.draws.length;
  const [entering, leaving] = [new Float64Array(size), new Float64Array(size)];
  let [entries, exits, count] = [0, 0, 0];
  for (let i = 0; i < size; i++) {
    const [a = 0, b = 0] = [atNone.draws[i], atAll.draws[i]];
    if (a >= aim) count++;
    if (a < aim === b < aim) continue;
    const at = (aim - a) / (b - a);
    if (a < b) entering[entries++] = at;
    else leaving[exits++] = at;
  }
  const steps = { enter: entering.subarray(0, entries).sort(), leave: leaving.subarray(0, exits).sort() };
  return sweep(steps, count, (reached) => reached / size >= share);
}

/** A draw counts at the very weight at which it enters or leaves: entries come first where both happen at once. */
function sweep(
  { enter, leave }: { readonly enter: Float64Array; readonly leave: Float64Array },
  countAtNone: number,
  enough: (count: number) => boolean,
): WeightSpan[] {
  const spans: WeightSpan[] = [];
  let [i, j, count] = [0, 0, countAtNone];
  let from = enough(count) ? 0 : null;
  while (i < enter.length || j < leave.length) {
    const [next = Infinity, last = Infinity] = [enter[i], leave[j]];
    if (next <= last) {
      i++;
      count++;
      if (from === null && enough(count)) from = next;
    } else {
      j++;
      count--;
      if (from === null || enough(count)) continue;
      spans.push([from, last]);
      from = null;
    }
  }
  if (from !== null) spans.push([from, 1]);
  return spans;
}

/** What lies in a span and in one of a list. */
export function within([low, high]: WeightSpan, spans: readonly WeightSpan[]): WeightSpan[] {
  return spans.flatMap(([from, to]): WeightSpan[] => {
    const [a, b] = [Math.max(low, from), Math.min(high, to)];
    return a <= b ? [[a, b]] : [];
  });
}
