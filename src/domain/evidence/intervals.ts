/** A stretch of time in epoch milliseconds, half open: from ≤ t < to. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Union in ascending order: what overlaps or touches becomes one, what is empty or reversed disappears. */
export function union(spans: readonly Span[]): Span[] {
  const sorted = spans.filter((span) => span.to > span.from).sort((a, b) => a.from - b.from);
  const merged: Span[] = [];
  for (const span of sorted) {
    const last = merged.at(-1);
    if (last !== undefined && span.from <= last.to) {
      merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    } else {
      merged.push(span);
    }
  }
  return merged;
}

/** What lies in both unions. */
export function intersect(left: readonly Span[], right: readonly Span[]): Span[] {
  const a = union(left);
  const b = union(right);
  const common: Span[] = [];
  let i = 0;
  let j = 0;
  for (let x = a[i], y = b[j]; x !== undefined && y !== undefined; x = a[i], y = b[j]) {
    const from = Math.max(x.from, y.from);
    const to = Math.min(x.to, y.to);
    if (to > from) common.push({ from, to });
    if (x.to < y.to) i += 1;
    else j += 1;
  }
  return common;
}

/** What lies in the first union and not in the second. */
export function subtract(left: readonly Span[], right: readonly Span[]): Span[] {
  const holes = union(right);
  const rest: Span[] = [];
  let next = 0;
  for (const span of union(left)) {
    let from = span.from;
    while ((holes[next]?.to ?? Infinity) <= from) next += 1;
    for (let k = next; k < holes.length; k += 1) {
      const hole = holes[k];
      if (hole === undefined || hole.from >= span.to) break;
      if (hole.from > from) rest.push({ from, to: hole.from });
      from = Math.max(from, hole.to);
    }
    if (from < span.to) rest.push({ from, to: span.to });
  }
  return rest;
}

/** Seconds in the union. */
export function seconds(spans: readonly Span[]): number {
  return union(spans).reduce((sum, span) => sum + (span.to - span.from), 0) / 1000;
}
