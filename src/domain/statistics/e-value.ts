import { betaCdf } from "./distributions.ts";
import { logBeta } from "./log-gamma.ts";

/**
 * e-value for "the share is at least p0" after s successes and f failures, prior uniform on (p0, 1):
 * E = B(1+s,1+f)·(1−I_p0(1+s,1+f)) / ((1−p0)·p0^s·(1−p0)^f), in logarithms. E ≥ 1/alpha (20 at 0.05) may be acted
 * on at any time: an anytime rule for pass/fail checks. Source: Ville's inequality; Ramdas et al. 2023.
 */
export function gateEValue(successes: number, failures: number, p0: number): number {
  if (!(p0 > 0 && p0 < 1)) throw new RangeError(`A share to be shown lies between 0 and 1, not ${p0}`);
  // The upper tail directly: 1 − I loses every digit where I is near 1.
  const tail = betaCdf(1 - p0, 1 + failures, 1 + successes);
  if (tail <= 0) return 0;
  const log = logBeta(1 + successes, 1 + failures) + Math.log(tail);
  return Math.exp(log - Math.log(1 - p0) - successes * Math.log(p0) - failures * Math.log(1 - p0));
}

/** An e-value grows without end, past what a number can hold; beyond this nobody asks, but whoever asks for more. */
const MOST_SHOWN = 1e9;

/** As it is shown and recorded: no more than a billion, or than the limit it stands against where that is higher. */
export function shownEValue(e: number, limit: number): number {
  return Math.min(e, Math.max(MOST_SHOWN, limit));
}

/** The e-value after each of a row of checks, 1 passed and 0 failed: under p0 it grows on average never (a supermartingale). */
export function eValueSequence(outcomes: readonly number[], p0: number): number[] {
  let successes = 0;
  return outcomes.map((outcome, i) => {
    successes += outcome;
    return gateEValue(successes, i + 1 - successes, p0);
  });
}

/** Nobody checks more often than that, and the scan shall end. */
const MOST_CHECKS = 1_000_000;

/** Smallest n at which n successes without a failure pass at 1/alpha, by the rule above, the two-sided uniform prior and the fixed sample. */
export function minimumAllSuccessAnytime(p0: number, alpha: number) {
  const limit = 1 / alpha;
  return {
    anytime: firstN((n) => (1 - p0 ** (n + 1)) / ((n + 1) * (1 - p0) * p0 ** n) >= limit),
    twoSidedBeta11: firstN((n) => 1 / ((n + 1) * p0 ** n) >= limit),
  };
}

function firstN(enough: (n: number) => boolean): number {
  let n = 1;
  while (!enough(n)) {
    n++;
    if (n > MOST_CHECKS) throw new RangeError("More than a million checks would be needed");
  }
  return n;
}
