/** Beyond so many cuts of one stretch it is sorted: a stretch that is made to be cut badly costs no more than that. */
const mostCuts = 64;

/**
 * The value of each rank (1 the least) of numbers that are not sorted: few are asked for, and finding them costs a
 * fraction of putting all in order. What one search has put in place shortens the next. Not a number is not allowed.
 * Source: Hoare 1961, Algorithm 65 (Find).
 */
export function orderStatistics(values: Float64Array): (rank: number) => number {
  const ordered = values.slice();
  // Places that hold what they would if all were in order, rising; one before the first and one behind the last.
  const settled = [-1, ordered.length];
  return (rank) => {
    const place = Math.min(Math.max(rank, 1), ordered.length) - 1;
    const next = settled.findIndex((at) => at >= place);
    if (settled[next] !== place) {
      settle(ordered, place, (settled[next - 1] ?? -1) + 1, (settled[next] ?? ordered.length) - 1);
      settled.splice(next, 0, place);
    }
    return ordered[place] ?? Number.NaN;
  };
}

/** Puts in its place what belongs there, between two places that bound where it can be. */
function settle(values: Float64Array, place: number, from: number, to: number): void {
  let [low, high] = [from, to];
  for (let cuts = 0; low < high; cuts += 1) {
    if (cuts === mostCuts) return void values.subarray(low, high + 1).sort();
    const [left, right] = cut(values, low, high);
    if (place <= right) high = right;
    else if (place >= left) low = left;
    else return;
  }
}

/** Cuts a stretch into what is at most and what is at least the middle of three of it: the end of the one, the begin of the other. */
function cut(values: Float64Array, low: number, high: number): readonly [left: number, right: number] {
  const pivot = middle(values[low] ?? 0, values[(low + high) >>> 1] ?? 0, values[high] ?? 0);
  let [left, right] = [low, high];
  while (left <= right) {
    while ((values[left] ?? 0) < pivot) left += 1;
    while ((values[right] ?? 0) > pivot) right -= 1;
    if (left > right) break;
    const moved = values[left] ?? 0;
    values[left] = values[right] ?? 0;
    values[right] = moved;
    left += 1;
    right -= 1;
  }
  return [left, right];
}

const middle = (a: number, b: number, c: number): number => Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
