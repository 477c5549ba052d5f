import { tQuantile } from "./distributions.ts";
import { uslResidual, uslStarts, uslThroughput } from "./usl-model.ts";
import type { UslParameters, UslPoint } from "./usl-model.ts";
import { solve } from "./linear-system.ts";

/** Fewer different loads cannot tell three parameters apart. */
export const leastUslLevels = 6;

/** A set whose best throughput is less than this much above that of its lowest load never showed how it grows. */
const LEAST_GROWTH = 1.1;

/**
 * Why the parameters say nothing. few-levels: fewer than six different loads. saturated: the lowest load tested already
 * reaches the plateau. contention: σ ≥ 1. no-throughput: nothing was served. ill-conditioned: the loads do not tell the
 * parameters apart.
 */
export type UslDoubt = "few-levels" | "saturated" | "contention" | "no-throughput" | "ill-conditioned";

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
  /** Sum of squared residuals, in squared units of throughput. */
  readonly residual: number;
  /** False for σ ≥ 1, a saturated set and the other doubts: the parameters say nothing. */
  readonly identifiable: boolean;
  readonly doubt?: UslDoubt;
}

/**
 * Universal Scalability Law X(N) = λN / (1 + σ(N−1) + κN(N−1)) with λ, σ, κ ≥ 0 by least squares on raw throughput, at least
 * six load levels (RangeError below, and for a load under 1 or a negative throughput). κ = 0, σ = 0 and both are always
 * fitted too and the lowest residual kept: the optimum may lie on a boundary, where a gradient alone does not find it.
 * Each fit starts from several points, for the residual has more than one valley. It explains; it never passes a gate beyond
 * the tested load. Source: Gunther 2007; R package usl (whose printed intervals are not t(n−3)).
 */
export function fitUsl(points: readonly UslPoint[]): UslFit {
  if (new Set(points.map(({ load }) => load)).size < leastUslLevels)
    throw new RangeError("The law needs six different load levels");
  if (points.some(({ load, throughput }) => !(load >= 1 && throughput >= 0)))
    throw new RangeError("Load is at least 1 and throughput at least 0");
  const best = bestOf(points);
  const [lambda, sigma, kappa] = best;
  const peak = kappa === 0 ? Infinity : Math.sqrt(Math.max(0, 1 - sigma) / kappa);
  const limit = sigma === 0 ? Infinity : lambda / sigma;
  const ranges = intervals(points, best);
  const doubt = doubtOf(points, best, ranges);
  return {
    lambda,
    sigma,
    kappa,
    intervals: ranges,
    peakLoad: peak,
    peakThroughput: Number.isFinite(peak) ? uslThroughput(best, peak) : limit,
    amdahlLimit: limit,
    residual: uslResidual(points, best),
    identifiable: doubt === undefined,
    ...(doubt === undefined ? {} : { doubt }),
  };
}

/** Throughput the fitted law gives at a load of at least 1. Beyond the tested loads nobody measured it. */
export function uslPrediction({ lambda, sigma, kappa }: UslFit, load: number): number {
  return uslThroughput([lambda, sigma, kappa], load);
}

function bestOf(points: readonly UslPoint[]): UslParameters {
  const candidates = [[], [2], [1], [1, 2]].flatMap((free) =>
    uslStarts(points, free).map((start) => descend(points, free, start)),
  );
  const inside = candidates.filter(([lambda, sigma, kappa]) => lambda >= 0 && sigma >= 0 && kappa >= 0);
  // A parameter more must explain more than rounding does.
  const rounding = 1e-16 * points.reduce((sum, { throughput }) => sum + throughput ** 2, 0);
  return inside.reduce((a, b) => (uslResidual(points, b) < uslResidual(points, a) - rounding ? b : a));
}

function doubtOf(
  points: readonly UslPoint[],
  [lambda, sigma, kappa]: UslParameters,
  ranges: UslFit["intervals"],
): UslDoubt | undefined {
  if (!(lambda > 0)) return "no-throughput";
  const lowest = Math.min(...points.map(({ load }) => load));
  const first = Math.max(...points.filter(({ load }) => load === lowest).map(({ throughput }) => throughput));
  if (Math.max(...points.map(({ throughput }) => throughput)) < LEAST_GROWTH * first) return "saturated";
  if (sigma >= 1) return "contention";
  const unbounded = [lambda, sigma, kappa].some((value, i) => value !== 0 && ranges[i] == null);
  return unbounded ? "ill-conditioned" : undefined;
}

/** Levenberg-Marquardt over λ and the `free` ones of σ (1) and κ (2). */
function descend(points: readonly UslPoint[], free: readonly number[], start: UslParameters): UslParameters {
  const active = [0, ...free];
  let current = start;
  let damping = 1e-3;
  for (let step = 0; step < 500; step++) {
    const next = tried(points, current, active, damping);
    if (uslResidual(points, next) < uslResidual(points, current)) {
      const gain = 1 - uslResidual(points, next) / uslResidual(points, current);
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
  const errors = points.map(({ load, throughput }) => throughput - uslThroughput(from, load));
  const normal = normalMatrix(rows, active);
  const shift = solve(
    normal.map((row, i) => row.map((x, j) => x * (i === j ? 1 + damping : 1))),
    active.map((i) => rows.reduce((sum, row, n) => sum + (row[i] ?? 0) * (errors[n] ?? 0), 0)),
  );
  const moved = [...from];
  active.forEach((i, k) => (moved[i] = (moved[i] ?? 0) + (shift?.[k] ?? 0)));
  const [lambda = 0, sigma = 0, kappa = 0] = moved;
  return [lambda, sigma, kappa];
}

function gradient([lambda, sigma, kappa]: UslParameters, n: number): readonly [number, number, number] {
  const denominator = 1 + sigma * (n - 1) + kappa * n * (n - 1);
  const slope = (-lambda * n) / denominator ** 2;
  return [n / denominator, slope * (n - 1), slope * n * (n - 1)];
}

/** JᵀJ over the active parameters. */
function normalMatrix(rows: readonly (readonly number[])[], active: readonly number[]): number[][] {
  return active.map((i) => active.map((j) => rows.reduce((sum, row) => sum + (row[i] ?? 0) * (row[j] ?? 0), 0)));
}

function intervals(points: readonly UslPoint[], fit: UslParameters): UslFit["intervals"] {
  const rows = points.map(({ load }) => gradient(fit, load));
  const active = [0, 1, 2].filter((i) => i === 0 || fit[i] !== 0);
  const matrix = normalMatrix(rows, active);
  const variance = uslResidual(points, fit) / (points.length - 3);
  const t = tQuantile(0.975, points.length - 3);
  return [0, 1, 2].map((i) => {
    const k = active.indexOf(i);
    const unit = solve(
      matrix,
      active.map((_, row) => (row === k ? 1 : 0)),
    );
    const own = k === -1 ? undefined : unit?.[k];
    if (own === undefined || !(own > 0 && Number.isFinite(own))) return null;
    const half = t * Math.sqrt(variance * own);
    return [(fit[i] ?? 0) - half, (fit[i] ?? 0) + half] as const;
  });
}
