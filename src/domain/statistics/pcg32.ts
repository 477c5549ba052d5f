/**
 * PCG32 (XSH-RR, 64-bit state), O'Neill 2014, pcg-random.org, in 32-bit halves: the same numbers on every
 * platform and no BigInt in the loop. Not for secrets.
 */
export class Pcg32 {
  #hi = 0;
  #lo = 0;
  readonly #incHi: number;
  readonly #incLo: number;

  /** initstate and initseq as [high, low] 32-bit halves; only the low 63 bits of the sequence count. */
  constructor(state: readonly [number, number], sequence: readonly [number, number]) {
    this.#incHi = ((sequence[0] << 1) | (sequence[1] >>> 31)) >>> 0;
    this.#incLo = ((sequence[1] << 1) | 1) >>> 0;
    this.#step();
    const lo = this.#lo + (state[1] >>> 0);
    this.#lo = lo >>> 0;
    this.#hi = (this.#hi + (state[0] >>> 0) + (lo > 0xffffffff ? 1 : 0)) >>> 0;
    this.#step();
  }

  /** The next whole number, 0 to 2³²−1. */
  next(): number {
    const hi = this.#hi;
    const lo = this.#lo;
    this.#step();
    // xorshifted = ((state >> 18) ^ state) >> 27, its low 32 bits
    const xHi = ((hi >>> 18) ^ hi) >>> 0;
    const xLo = (((lo >>> 18) | (hi << 14)) ^ lo) >>> 0;
    const xorshifted = ((xLo >>> 27) | (xHi << 5)) >>> 0;
    const rotation = hi >>> 27;
    return ((xorshifted >>> rotation) | (xorshifted << (-rotation & 31))) >>> 0;
  }

  /** Uniform in [0, 1) with 53 bits, from a pair: (high 27 bits · 2²⁶ + high 26 bits) / 2⁵³. */
  uniform(): number {
    const high = this.next() >>> 5;
    const low = this.next() >>> 6;
    return (high * 67108864 + low) / 9007199254740992;
  }

  /** state ← state · 6364136223846793005 + increment (mod 2⁶⁴). */
  #step(): void {
    const productLow = mulLow(this.#lo);
    const lo = productLow + this.#incLo;
    const carry = lo > 0xffffffff ? 1 : 0;
    this.#hi =
      (mulHigh(this.#lo) + Math.imul(this.#hi, MUL_LO) + Math.imul(this.#lo, MUL_HI) + this.#incHi + carry) >>> 0;
    this.#lo = lo >>> 0;
  }
}

const MUL_HI = 0x5851f42d;
const MUL_LO = 0x4c957f2d;

function mulLow(x: number): number {
  return Math.imul(x, MUL_LO) >>> 0;
}

/** High 32 bits of x · MUL_LO by 16-bit halves; every partial sum stays under 2⁵³. */
function mulHigh(x: number): number {
  const xl = x & 0xffff;
  const xh = x >>> 16;
  const ml = MUL_LO & 0xffff;
  const mh = MUL_LO >>> 16;
  const middle = xh * ml + ((xl * ml) >>> 16);
  const cross = xl * mh + (middle & 0xffff);
  return xh * mh + Math.floor(middle / 65536) + Math.floor(cross / 65536);
}
