/** Load (users, nodes, threads ≥ 1) and raw throughput measured at it. */
export interface UslPoint {
  readonly load: number;
  readonly throughput: number;
}

/** λ (throughput of one), σ (contention), κ (coherency), in this order. */
export type UslParameters = readonly [lambda: number, sigma: number, kappa: number];

/** Throughput λN / (1 + σ(N−1) + κN(N−1)) at a load N ≥ 1. Source: Gunther 2007. */
export function uslThroughput([lambda, sigma, kappa]: UslParameters, load: number): number {
  return (lambda * load) / (1 + sigma * (load - 1) + kappa * load * (load - 1));
}

/** Sum of squared differences between measured and predicted throughput; infinite where a denominator turns over. */
export function uslResidual(points: readonly UslPoint[], fit: UslParameters): number {
  const sum = points.reduce((total, { load, throughput }) => total + (throughput - uslThroughput(fit, load)) ** 2, 0);
  return Number.isNaN(sum) ? Infinity : sum;
}

/** The best λ for given σ and κ: the law is linear in it. */
function projectRate(points: readonly UslPoint[], [, sigma, kappa]: UslParameters): UslParameters {
  const shape = points.map(({ load }) => uslThroughput([1, sigma, kappa], load));
  const top = points.reduce((sum, { throughput }, i) => sum + throughput * (shape[i] ?? 0), 0);
  const bottom = shape.reduce((sum, x) => sum + x * x, 0);
  return [bottom === 0 ? 0 : top / bottom, sigma, kappa];
}

const sigmas = [0.001, 0.02, 0.1, 0.3, 0.7, 0.95];
/** As shares of what would double the denominator at the highest load. */
const kappaShares = [0.01, 0.3, 3, 30];
const MOST_STARTS = 3;

/** Where to begin: the best few of a coarse grid over the `free` ones of σ (1) and κ (2), each with its best λ. */
export function uslStarts(points: readonly UslPoint[], free: readonly number[]): readonly UslParameters[] {
  const highest = Math.max(...points.map(({ load }) => load));
  const unit = 1 / (highest * Math.max(1, highest - 1));
  const grid = (free.includes(1) ? sigmas : [0]).flatMap((sigma) =>
    (free.includes(2) ? kappaShares : [0]).map((share) => projectRate(points, [1, sigma, share * unit])),
  );
  const usual: UslParameters = [firstRate(points), free.includes(1) ? 0.02 : 0, free.includes(2) ? 0.0005 : 0];
  const best = grid.toSorted((a, b) => uslResidual(points, a) - uslResidual(points, b)).slice(0, MOST_STARTS);
  return free.length === 0 ? best : [usual, ...best];
}

function firstRate(points: readonly UslPoint[]): number {
  const lowest = points.reduce((a, b) => (b.load < a.load ? b : a));
  return lowest.throughput / lowest.load;
}
