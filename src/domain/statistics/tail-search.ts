/** Where a search for a quantile stands, on a scale l on which the logarithm of the tail F is concave. */
export interface Tail {
  /** ln F. */
  readonly log: number;
  /** d ln F / dl: negative for an upper tail. */
  readonly rate: number;
  /** d ln |F′| / dl and its own derivative: known in closed form. */
  readonly bend: number;
  readonly bendRate: number;
}

/** The remainder of the step's series is of the fourth order: below this step its size is no longer seen. */
const SMALL = 2e-4;
/** No start is as far as that from the quantile, and a step that long would leave the numbers. */
const LONGEST = 20;
const MOST_STEPS = 100;

/**
 * l with F(l) = p, by the inverse series of ln F to the third order where that is safe and Newton's step elsewhere, which on a
 * concave curve converges from any start. Two evaluations do from a fair start. `logP` is ln p.
 */
export function searchTail(tailAt: (l: number) => Tail, logP: number, start: number): number {
  let l = start;
  for (let i = 0; i < MOST_STEPS; i++) {
    const { log, rate, bend, bendRate } = tailAt(l);
    const newton = (logP - log) / rate;
    const second = bend - rate;
    const third = bendRate - rate * second;
    const turn = second * newton;
    const cubic = 1 - turn / 2 + ((2 * second * second - third) * newton * newton) / 6;
    const step = newton * (Math.abs(turn) < 0.5 ? cubic : 1);
    l += Math.min(LONGEST, Math.max(-LONGEST, step));
    if (!(Math.abs(step) * Math.max(1, Math.abs(second), Math.sqrt(Math.abs(third))) > SMALL)) return l;
  }
  return l;
}
