/** What a cut at a value leaves on either side: how many do not lie above it, and its nearest neighbours among them. */
interface Cut {
  readonly count: number;
  readonly below: number;
  readonly above: number;
}

/** Values that are never written out, since there are as many as pairs: cut at v in time of the numbers they are made of. */
export interface Pairs {
  readonly size: number;
  readonly least: number;
  readonly most: number;
  readonly cut: (v: number) => Cut;
}

/** The k-th smallest, 1 ≤ k ≤ size: by halving the range between two of the values, exact to the last digit. */
export function ranked({ least, most, cut }: Pairs, k: number): number {
  let [low, high] = [least, most];
  while (low < high) {
    const middle = low + (high - low) / 2;
    const { count, below, above } = cut(middle < high ? middle : low);
    if (count >= k) high = below;
    else low = above;
  }
  return low;
}

export function medianOf(pairs: Pairs): number {
  const half = pairs.size / 2;
  return Number.isInteger(half) ? (ranked(pairs, half) + ranked(pairs, half + 1)) / 2 : ranked(pairs, Math.ceil(half));
}

/** All differences x − y, of at least one value each. */
export function differencesOf(x: readonly number[], y: readonly number[]): Pairs {
  const [xs, ys] = [ascending(x), ascending(y)];
  const difference = (i: number, j: number): number => (xs[i] ?? Number.NaN) - (ys[j] ?? Number.NaN);
  const [m, n] = [xs.length, ys.length];
  return {
    size: m * n,
    least: difference(0, n - 1),
    most: difference(m - 1, 0),
    cut: (v) => {
      let [count, below, above, j] = [0, -Infinity, Infinity, 0];
      for (let i = 0; i < m; i++) {
        while (j < n && difference(i, j) > v) j++;
        count += n - j;
        if (j < n) below = Math.max(below, difference(i, j));
        if (j > 0) above = Math.min(above, difference(i, j - 1));
      }
      return { count, below, above };
    },
  };
}

/** All means (a + b) / 2 of two values, each value with itself included; at least one value. */
export function pairMeansOf(x: readonly number[]): Pairs {
  const xs = ascending(x);
  const n = xs.length;
  const mean = (i: number, j: number): number => ((xs[i] ?? Number.NaN) + (xs[j] ?? Number.NaN)) / 2;
  return {
    size: (n * (n + 1)) / 2,
    least: mean(0, 0),
    most: mean(n - 1, n - 1),
    cut: (v) => {
      let [count, below, above, j] = [0, -Infinity, Infinity, n - 1];
      for (let i = 0; i <= j + 1 && i < n; i++) {
        while (j >= i && mean(i, j) > v) j--;
        count += j - i + 1;
        if (j >= i) below = Math.max(below, mean(i, j));
        if (j + 1 < n) above = Math.min(above, mean(i, Math.max(i, j + 1)));
      }
      return { count, below, above };
    },
  };
}

/**
 * Whether the whole range leaves out no more than `tail` on either side: the most extreme of equally likely orders, one of
 * e^logOrders, must not be likelier. With ties it covers no less.
 */
export function mayCover(logOrders: number, tail: number): boolean {
  return -logOrders <= Math.log(tail) + 1e-9;
}

function ascending(x: readonly number[]): Float64Array {
  return Float64Array.from(x).sort();
}
