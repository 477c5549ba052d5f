/** Rank-order centroid weights of n ranked criteria, 1 to 1,000, best first: w_k = (1/n)·Σ_{i≥k} 1/i. Source: Barron & Barrett 1996. */
export function rankOrderCentroid(n: number): number[] {
  if (!(Number.isInteger(n) && n >= 1 && n <= 1000)) throw new RangeError("There are 1 to 1,000 criteria to rank");
  return Array.from({ length: n }, (_, k) => {
    let sum = 0;
    for (let i = k + 1; i <= n; i++) sum += 1 / i;
    return sum / n;
  });
}

/** Swing weights: points ≥ 0 given to each criterion's swing from worst to best, over their sum. Source: von Winterfeldt & Edwards. */
export function swingWeights(points: readonly number[]): number[] {
  const sum = points.reduce((total, x) => total + x, 0);
  if (!(sum > 0) || points.some((x) => x < 0)) throw new RangeError("Swings are at least 0 and one is above");
  return points.map((x) => x / sum);
}

/**
 * Share of the weight space (Dirichlet(1, …, 1)) on which Σ w·v ≥ threshold T: Σ_{v_i > T} (v_i − T)^(n−1) / Π_{j≠i} (v_i − v_j)
 * where all values differ. Worked out by Varsi's recursion, which divides only by the distance of a value above T from one
 * at or under it: equal values need no care and nothing cancels. With `ordered`, only weights with w1 ≥ w2 ≥ …: the same on
 * the values at that simplex' corners, the running means. At least one value. Source: Varsi 1973; Lahdelma & Salminen 2001.
 */
export function weightSpaceAcceptability(values: readonly number[], threshold: number, ordered = false): number {
  const from = (ordered ? runningMeans(values) : values).map((v) => v - threshold);
  const [above, under] = [from.filter((v) => v > 0), from.filter((v) => v <= 0)];
  if (above.length === 0) return under.every((v) => v === 0) ? 1 : 0;
  return 1 - shareUnder(above, under);
}

/** A[j] ends as the share of weights under the threshold on the values under it and the first j above it. */
function shareUnder(above: readonly number[], under: readonly number[]): number {
  const shares = above.map(() => 0);
  for (const u of under) {
    let before = 1;
    above.forEach((v, j) => {
      before = (v * (shares[j] ?? 0) - u * before) / (v - u);
      shares[j] = before;
    });
  }
  return shares.at(-1) ?? 1;
}

function runningMeans(values: readonly number[]): number[] {
  let sum = 0;
  return values.map((v, i) => {
    sum += v;
    return sum / (i + 1);
  });
}
