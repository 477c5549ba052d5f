import { tQuantile } from "./distributions.ts";
import { solve } from "./linear-system.ts";

/** Load (users, nodes, threads ≥ 1) and raw throughput measured at it. */
export interface UslPoint {
  readonly load: number;
  readonly throughput: number;
}

/** λ(throughput of one), σ(contention), κ(coherency), in this order. */
type UslParameters = readonly [lambda: number, sigma: number, kappa: number];

export interface UslFit {
  readonly lambda: number;
  readonly sigma: number;
  readonly kappa: number;
  /** Two-sided 95 % with t(n−3); null for a parameter held at its bound, and where the design does not identify them. */
  readonly intervals: readonly (readonly [number, number] | null)[];
  /** √((1−σ)/κ); Infinity for κ = 0: no retrograde point identified within the tested range. */
  readonly peakLoad: number;
  readonly peakThroughput: number;
  /** λ/σ; Infinity for σ = 0. */
  readonly amdahlLimit: number;
  /** False for σ ≥ 1 or a saturated set: the parameters say nothing. */
  readonly identifiable: boolean;
}

/**
 * Universal Scalability Law X(N) = λN / (1 + σ(N−1) + κN(N−1)) with λ, σ, κ ≥ 0 by least squares on raw throughput, at least
 * six load levels. κ = 0, σ = 0 and both are always fitted too and the lowest residual kept. It explains; it never passes
 * a gate beyond the tested load. Source: Gunther 2007; R package usl (whose printed intervals are not t(n−3)).
 */
export function fitUsl(points: readonly UslPoint[]): UslFit {
  if (new Set(points.map(({ load }) => load)).size < 6) throw new RangeError("The law needs six different load levels");
  if (points.some(({ load, throughput }) => !(load >= 1 && throughput >= 0)))
    throw new RangeError("Load is at least 1 and throughput at least 0");
  const candidates = [[], [2], [1], [1, 2]]
    .map((free) => descend(points, free))
    .filter(([, sigma, kappa]) => sigma >= 0 && kappa >= 0);
  // A parameter more must explain more than rounding does.
  const rounding = 1e-16 * points.reduce((sum, { throughput }) => sum + throughput ** 2, 0);
  const best = candidates.reduce((a, b) => (residual(points, b) < residual(points, a) - rounding ? b : a));
  const [lambda, sigma, kappa] = best;
  const peak = kappa === 0 ? Infinity : Math.sqrt(Math.max(0, 1 - sigma) / kappa);
  return {
    lambda,
    sigma,
    kappa,
    intervals: intervals(points, best),
    peakLoad: peak,
    peakThroughput: Number.isFinite(peak) ? predict(best, peak) : sigma === 0 ? Infinity : lambda / sigma,
    amdahlLimit: sigma === 0 ? Infinity : lambda / sigma,
    identifiable: sigma < 1 && lambda > 0,
  };
}

/** Throughput the law predicts at a load. */
function predict([lambda, sigma, kappa]: UslParameters, load: number): number {
  return (lambda * load) / (1 + sigma * (load - 1) + kappa * load * (load - 1));
}

/** Levenberg-Marquardt over λ and the `free` ones of σ (1) and κ (2), from the linearised fit's neighbourhood. */
function descend(points: readonly UslPoint[], free: readonly number[]): UslParameters {
  const active = [0, ...free];
  let current: UslParameters = [firstRate(points), free.includes(1) ? 0.02 : 0, free.includes(2) ? 0.0005 : 0];
  let damping = 1e-3;
  for (let step = 0; step < 500; step++) {
    const next = tried(points, current, active, damping);
    if (residual(points, next) < residual(points, current)) {
      const gain = 1 - residual(points, next) / residual(points, current);
      current = next;
      damping = Math.max(damping / 10, 1e-15);
      if (gain < 1e-16) break;
    } else {
      damping *= 10;
      if (damping > 1e12) break;
    }
  }
  return current;
}

function tried(
  points: readonly UslPoint[],
  from: UslParameters,
  active: readonly number[],
  damping: number,
): UslParameters {
  const rows = points.map(({ load }) => gradient(from, load));
  const errors = points.map(({ load, throughput }) => throughput - predict(from, load));
  const matrix = active.map((i) =>
    active.map(
      (j) =>
        dot(
          rows.map((row) => row[i] ?? 0),
          rows.map((row) => row[j] ?? 0),
        ) * (i === j ? 1 + damping : 1),
    ),
  );
  const shift = solve(
    matrix,
    active.map((i) =>
      dot(
        rows.map((row) => row[i] ?? 0),
        errors,
      ),
    ),
  );
  const moved = [...from];
  active.forEach((i, k) => (moved[i] = (moved[i] ?? 0) + (shift?.[k] ?? 0)));
  const [lambda = 0, sigma = 0, kappa = 0] = moved;
  return [lambda, sigma, kappa];
}

function gradient([lambda, sigma, kappa]: UslParameters, n: number): [number, number, number] {
  const denominator = 1 + sigma * (n - 1) + kappa * n * (n - 1);
  const slope = (-lambda * n) / denominator ** 2;
  return [n / denominator, slope * (n - 1), slope * n * (n - 1)];
}

function intervals(points: readonly UslPoint[], fit: UslParameters): readonly (readonly [number, number] | null)[] {
  const rows = points.map(({ load }) => gradient(fit, load));
  const active = [0, 1, 2].filter((i) => i === 0 || fit[i] !== 0);
  const matrix = active.map((i) =>
    active.map((j) =>
      dot(
        rows.map((row) => row[i] ?? 0),
        rows.map((row) => row[j] ?? 0),
      ),
    ),
  );
  const variance = residual(points, fit) / (points.length - 3);
  const t = tQuantile(0.975, points.length - 3);
  return [0, 1, 2].map((i) => {
    const k = active.indexOf(i);
    const unit = solve(
      matrix,
      active.map((_, row) => (row === k ? 1 : 0)),
    );
    const own = k === -1 ? undefined : unit?.[k];
    if (own === undefined || !(own > 0)) return null;
    const half = t * Math.sqrt(variance * own);
    return [(fit[i] ?? 0) - half, (fit[i] ?? 0) + half] as const;
  });
}

function residual(points: readonly UslPoint[], fit: UslParameters): number {
  return points.reduce((sum, { load, throughput }) => sum + (throughput - predict(fit, load)) ** 2, 0);
}

function firstRate(points: readonly UslPoint[]): number {
  const lowest = points.reduce((a, b) => (b.load < a.load ? b : a));
  return lowest.throughput / lowest.load;
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);
}
