/** R's default tolerance, √√ε ≈ 1.2e-4. */
const R_TOLERANCE = Number.EPSILON ** 0.25;

/**
 * Root of f between from and to, of opposite signs, exactly as R's uniroot finds it: Brent's method to R's *default*
 * tolerance. It may miss the true root by 1e-4 or so; for figures that people compare with R's print-out, digit by digit.
 * Source: Brent 1973, ch. 4; R's zeroin.c.
 */
export function rUniroot(f: (x: number) => number, from: number, to: number): number {
  let [a, b, c] = [from, to, from];
  let [fa, fb, fc] = [f(a), f(b), f(a)];
  for (let step = 0; step < 1000; step++) {
    const previous = b - a;
    if (Math.abs(fc) < Math.abs(fb)) [a, b, c, fa, fb, fc] = [b, c, b, fb, fc, fb];
    const tolerance = 2 * Number.EPSILON * Math.abs(b) + R_TOLERANCE / 2;
    const half = (c - b) / 2;
    if (Math.abs(half) <= tolerance || fb === 0) return b;
    const mayInterpolate = Math.abs(previous) >= tolerance && Math.abs(fa) > Math.abs(fb);
    const wanted = mayInterpolate ? (interpolated({ a, b, c, fa, fb, fc }, previous, tolerance) ?? half) : half;
    const move = Math.abs(wanted) < tolerance ? (wanted > 0 ? tolerance : -tolerance) : wanted;
    [a, fa] = [b, fb];
    b += move;
    fb = f(b);
    if (Math.sign(fb) * Math.sign(fc) > 0) [c, fc] = [a, fa];
  }
  return b;
}

interface Bracket {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly fa: number;
  readonly fb: number;
  readonly fc: number;
}

/** Linear or inverse quadratic interpolation; undefined where it would leave the bracket or shrink it too slowly. */
function interpolated({ a, b, c, fa, fb, fc }: Bracket, previous: number, tolerance: number): number | undefined {
  const width = c - b;
  const [t1, t2, ratio] = [fb / fc, fb / fa, fa / fc];
  const raw =
    a === c
      ? { p: width * t2, q: 1 - t2 }
      : { p: t2 * (width * ratio * (ratio - t1) - (b - a) * (t1 - 1)), q: (ratio - 1) * (t1 - 1) * (t2 - 1) };
  const [p, q] = raw.p > 0 ? [raw.p, -raw.q] : [-raw.p, raw.q];
  const stays = p < 0.75 * width * q - Math.abs(tolerance * q) / 2 && p < Math.abs((previous * q) / 2);
  return stays ? p / q : undefined;
}
