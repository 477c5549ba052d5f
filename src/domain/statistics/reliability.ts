import { chiSquareQuantile } from "./distributions.ts";

/**
 * Mean time between failures of a time-terminated test: T/r with 2T/χ²(2r+2) to 2T/χ²(2r), two-sided. r = 0 has
 * no point and no upper bound (Infinity); see mtbfLowerZeroFailures. Source: NIST/SEMATECH e-Handbook 8.4.5.1.
 */
export function mtbfInterval(totalTime: number, failures: number, confidence: number) {
  const tail = (1 - confidence) / 2;
  return {
    mtbf: failures === 0 ? Infinity : totalTime / failures,
    lower: (2 * totalTime) / chiSquareQuantile(1 - tail, 2 * failures + 2),
    upper: failures === 0 ? Infinity : (2 * totalTime) / chiSquareQuantile(tail, 2 * failures),
  };
}

/** One-sided lower bound without a failure: T / −ln(1−c), T/2.9957 at 0.95. Source: NIST 8.4.5.1. */
export function mtbfLowerZeroFailures(totalTime: number, confidence: number): number {
  return totalTime / -Math.log(1 - confidence);
}

/** Mean time to restore of n ≥ 1 exponential repairs: S/n with 2S/χ²(2n) at both ends, two-sided. */
export function mttrInterval(repairs: number, totalRepairTime: number, confidence: number) {
  const tail = (1 - confidence) / 2;
  return {
    mttr: totalRepairTime / repairs,
    lower: (2 * totalRepairTime) / chiSquareQuantile(1 - tail, 2 * repairs),
    upper: (2 * totalRepairTime) / chiSquareQuantile(tail, 2 * repairs),
  };
}
