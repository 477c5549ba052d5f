/** Quantile at u in [0, 1). */
export type Inverse = (u: number) => number;

const TAIL = 1 / 64;
const TAIL_STEPS = 64;
const MIDDLE_STEPS = 248;
/** Nodes 2⁻¹² apart in the tails and 2⁻⁸ apart between them. */
const TAIL_RATE = TAIL_STEPS / TAIL;
const MIDDLE_RATE = MIDDLE_STEPS / (1 - 2 * TAIL);
/** Where a distribution is unbounded the outermost nodes stand here instead of at 0 and 1. */
const EDGE = 1e-9;

/**
 * A quantile function as a table with linear interpolation, so that a draw needs only + − × ÷: logarithms and the like
 * differ in the last bit between platforms. The nodes themselves are kept to twelve significant digits for the same reason.
 * Monotone like the function it tabulates; its error in u is far under the simulation's 1/√N.
 */
export function tabulate(quantileAt: (p: number) => number): Inverse {
  const nodes = (from: number, steps: number, rate: number): Float64Array =>
    Float64Array.from({ length: steps + 1 }, (_, k) => node(quantileAt, from + k / rate));
  const low = nodes(0, TAIL_STEPS, TAIL_RATE);
  const middle = nodes(TAIL, MIDDLE_STEPS, MIDDLE_RATE);
  const high = nodes(1 - TAIL, TAIL_STEPS, TAIL_RATE);
  return (u) => {
    if (u < TAIL) return interpolate(low, u * TAIL_RATE);
    if (u >= 1 - TAIL) return interpolate(high, (u - (1 - TAIL)) * TAIL_RATE);
    return interpolate(middle, (u - TAIL) * MIDDLE_RATE);
  };
}

function node(quantileAt: (p: number) => number, p: number): number {
  return Number(quantileAt(Math.min(Math.max(p, EDGE), 1 - EDGE)).toPrecision(12));
}

function interpolate(nodes: Float64Array, x: number): number {
  const last = nodes.length - 2;
  const k = x >= last ? last : x | 0;
  const left = nodes[k] ?? 0;
  return left + (x - k) * ((nodes[k + 1] ?? left) - left);
}
