export interface Ahp {
  readonly weights: readonly number[];
  readonly lambdaMax: number;
  readonly consistencyIndex: number;
  readonly consistencyRatio: number;
  /** Row geometric means: shown beside, never used. They may rank otherwise. */
  readonly geometricMeanWeights: readonly number[];
  /** CR ≤ 0.10, 0.05 for three and 0.08 for four criteria. */
  readonly accept: boolean;
}

/**
 * Weights from pairwise judgements a_ij ("i is a_ij times as important as j"): the principal eigenvector, by power iteration.
 * CI = (λ_max − n)/(n − 1), CR = CI / RI; n ≤ 2 is always consistent. A reciprocal matrix with entries above 0, n ≥ 1;
 * RI is the random index of its size. Source: Saaty 1990, EJOR 48:9.
 */
export function ahpEigenvector(matrix: readonly (readonly number[])[], randomIndex: number): Ahp {
  const n = matrix.length;
  if (n === 0 || matrix.some((row) => row.length !== n || row.some((x) => !(x > 0)))) {
    throw new RangeError("Judgements are a square matrix of numbers above zero");
  }
  const { weights, lambda } = principal(matrix);
  const ci = n <= 2 ? 0 : (lambda - n) / (n - 1);
  const cr = n <= 2 ? 0 : ci / randomIndex;
  return {
    weights,
    lambdaMax: lambda,
    consistencyIndex: ci,
    consistencyRatio: cr,
    geometricMeanWeights: normalised(matrix.map((row) => Math.exp(row.reduce((sum, x) => sum + Math.log(x), 0) / n))),
    accept: cr <= largestRatio(n),
  };
}

function largestRatio(n: number): number {
  if (n === 3) return 0.05;
  return n === 4 ? 0.08 : 0.1;
}

function principal(matrix: readonly (readonly number[])[]): { weights: number[]; lambda: number } {
  let weights: number[] = matrix.map(() => 1 / matrix.length);
  for (let step = 0; step < 1000; step++) {
    const next = normalised(times(matrix, weights));
    const moved = next.reduce((most, w, i) => Math.max(most, Math.abs(w - (weights[i] ?? 0))), 0);
    weights = next;
    if (moved < 1e-15) break;
  }
  return { weights, lambda: times(matrix, weights).reduce((sum, x) => sum + x, 0) };
}

function times(matrix: readonly (readonly number[])[], vector: readonly number[]): number[] {
  return matrix.map((row) => row.reduce((sum, x, j) => sum + x * (vector[j] ?? 0), 0));
}

function normalised(vector: readonly number[]): number[] {
  const sum = vector.reduce((total, x) => total + x, 0);
  return vector.map((x) => x / sum);
}
