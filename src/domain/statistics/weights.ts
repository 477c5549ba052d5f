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
 * Share of the weight space (Dirichlet(1, …, 1)) on which Σ w·v ≥ threshold: Σ_{v_i > T} (v_i − T)^(n−1) / Π_{j≠i} (v_i − v_j).
 * With `ordered`, only weights with w1 ≥ w2 ≥ …: the same on the values at that simplex' corners, the running means.
 * Equal values are moved apart by a billionth. Source: closed form on the simplex (SMAA, Lahdelma & Salminen 2001).
 */
export function weightSpaceAcceptability(values: readonly number[], threshold: number, ordered = false): number {
  const corners = apart(ordered ? runningMeans(values) : values);
  if (corners.length === 1) return (corners[0] ?? 0) >= threshold ? 1 : 0;
  const share = corners
    .filter((v) => v > threshold)
    .reduce(
      (sum, v) =>
        sum +
        (v - threshold) ** (corners.length - 1) /
          product(corners.filter((other) => other !== v).map((other) => v - other)),
      0,
    );
  return Math.min(1, Math.max(0, share));
}

function runningMeans(values: readonly number[]): number[] {
  let sum = 0;
  return values.map((v, i) => {
    sum += v;
    return sum / (i + 1);
  });
}

function apart(values: readonly number[]): number[] {
  const scale = Math.max(1, ...values.map(Math.abs)) * 1e-5;
  return values.map((v, i) => v + (values.indexOf(v) < i ? scale * i : 0));
}

function product(factors: readonly number[]): number {
  return factors.reduce((total, x) => total * x, 1);
}
