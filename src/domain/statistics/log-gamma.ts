/** ½ ln 2π */
const HALF_LOG_TWO_PI = 0.9189385332046727;
/** From here on seven terms of Stirling's series are exact to the last digits. */
const SERIES_FROM = 10;

/** ln Γ(x), x > 0, to 1e-14 or better of its size (of 1 near its zeros at 1 and 2). */
export function logGamma(x: number): number {
  if (x < SERIES_FROM) {
    const { at, product } = shifted(x);
    return logGamma(at) - Math.log(product);
  }
  return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + series(x);
}

/** ln B(a, b), a and b > 0; without the cancellation of three ln Γ where both are large. */
export function logBeta(a: number, b: number): number {
  return -a * Math.log1p(b / a) - b * Math.log1p(a / b) - logPeak(a, b);
}

/**
 * ln of xᵃ(1−x)ᵇ / B(a, b) where that is largest, at x = a/(a+b): √(ab/(2π(a+b))) but for what Stirling's formula errs by.
 * Source: Loader 2000, Fast and accurate computation of binomial probabilities (saddle point).
 */
export function logPeak(a: number, b: number): number {
  const n = a + b;
  return Math.log((a / n) * b) / 2 - HALF_LOG_TWO_PI + stirlingError(n) - stirlingError(a) - stirlingError(b);
}

/** ln of xᵃe⁻ˣ / Γ(a) where that is largest, at x = a. */
export function logPeakOfGamma(a: number): number {
  return Math.log(a) / 2 - HALF_LOG_TWO_PI - stirlingError(a);
}

/** u − ln(1+u), how far a logarithm falls from its tangent; `ratio` is 1 + u, with the digits that u has lost near −1. */
export function fall(u: number, ratio: number): number {
  return u - (u < -0.5 ? Math.log(ratio) : Math.log1p(u));
}

/** ln Γ(x) less Stirling's (x − ½) ln x − x + ½ ln 2π. */
function stirlingError(x: number): number {
  if (x >= SERIES_FROM) return series(x);
  const { at, product } = shifted(x);
  return (at - 0.5) * Math.log(at) - at - Math.log(product) + series(at) - ((x - 0.5) * Math.log(x) - x);
}

/** Γ(x) = Γ(at) / product, at being x plus a whole number, far enough for the series. */
function shifted(x: number): { readonly at: number; readonly product: number } {
  let [at, product] = [x, 1];
  while (at < SERIES_FROM) {
    product *= at;
    at += 1;
  }
  return { at, product };
}

/** Source: DLMF 5.11.1, Σ B₂ₖ / (2k(2k−1)x²ᵏ⁻¹) to k = 7. */
function series(x: number): number {
  const t = 1 / (x * x);
  const inner = 1 / 1680 - t * (1 / 1188 - t * (691 / 360_360 - t / 156));
  return (1 / 12 - t * (1 / 360 - t * (1 / 1260 - t * inner))) / x;
}
