/**
 * Clamped piecewise-linear value, 0–100, of x in the indicator's unit; breakpoints [x, value] with x rising. Left of the
 * first and right of the last the end values hold. One breakpoint is a constant.
 */
export const piecewiseLinearValue = (breakpoints: readonly (readonly [number, number])[], x: number): number =>
  piecewiseLinear(breakpoints)(x);

/** The same as a function, for whoever asks ten thousand times: its breakpoints lie side by side. */
export function piecewiseLinear(breakpoints: readonly (readonly [number, number])[]): (x: number) => number {
  const xs = Float64Array.from(breakpoints, ([x]) => x);
  const values = Float64Array.from(breakpoints, ([, value]) => value);
  const last = xs.length - 1;
  if (last < 0) throw new RangeError("A value function needs a breakpoint");
  return (x) => {
    let left = xs[0] ?? 0;
    let low = values[0] ?? 0;
    if (x <= left) return low;
    for (let k = 1; k <= last; k += 1) {
      const right = xs[k] ?? left;
      const high = values[k] ?? low;
      if (x <= right) return right === left ? high : low + ((x - left) / (right - left)) * (high - low);
      left = right;
      low = high;
    }
    return low;
  };
}

/**
 * Σ w·v with vetoes: the indexes whose value lies under its minimum. A veto fails whatever the score.
 * Weights are taken as given (they should sum to 1); the lists are equally long.
 */
export function weightedAdditiveWithVeto(
  values: readonly number[],
  weights: readonly number[],
  minimum: readonly number[],
  threshold: number,
) {
  requireSameLength(values, weights, minimum);
  const score = values.reduce((sum, v, i) => sum + v * (weights[i] ?? 0), 0);
  const veto = values.flatMap((v, i) => (v < (minimum[i] ?? 0) ? [i] : []));
  const passesThreshold = score >= threshold;
  return {
    score,
    passesThreshold,
    veto,
    decision: passesThreshold && veto.length === 0 ? ("pass" as const) : ("fail" as const),
  };
}

/**
 * The weight of indicator `vary` at which the score meets the threshold, the others rescaled proportionally:
 * (T − v̄_rest) / (v − v̄_rest). Null where no weight in 0–1 does so.
 */
export function weightFlipPoint(
  values: readonly number[],
  weights: readonly number[],
  threshold: number,
  vary: number,
) {
  requireSameLength(values, weights);
  const [value, weight] = [values[vary], weights[vary]];
  if (value === undefined || weight === undefined) throw new RangeError(`There is no indicator ${vary}`);
  const score = values.reduce((sum, v, i) => sum + v * (weights[i] ?? 0), 0);
  const rest = weights.reduce((sum, w) => sum + w, 0) - weight;
  if (rest <= 0) throw new RangeError("The other indicators carry no weight");
  const restMean = (score - value * weight) / rest;
  const flip = (threshold - restMean) / (value - restMean);
  return { score, restMean, flip: flip >= 0 && flip <= 1 ? flip : null };
}

function requireSameLength(...lists: readonly (readonly number[])[]): void {
  if (new Set(lists.map((list) => list.length)).size > 1) throw new RangeError("The lists differ in length");
}
