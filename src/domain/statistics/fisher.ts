import { logGamma } from "./log-gamma.ts";
import { rUniroot } from "./uniroot.ts";

/** [[a, b], [c, d]], counts. */
export type Table = readonly [readonly [number, number], readonly [number, number]];

/** All tables with the same margins are gone through. */
const MOST_TABLES = 1_000_000;

/**
 * Fisher's exact test: two-sided p (all tables no likelier than the observed one) and one-sided "greater"; the sample odds
 * ratio ad/bc (Infinity for bc = 0) and the conditional maximum likelihood odds ratio, both exactly and as R reports it: R
 * stops its root search at 1.2e-4, so its fourth digit may be off (0.288858 for 0.288835).
 * Source: Fisher 1935; R fisher.test.
 */
export function fisherExact([[a, b], [c, d]]: Table) {
  const [rows, column, total] = [a + b, a + c, a + b + c + d];
  const low = Math.max(0, rows + column - total);
  if (Math.min(rows, column) - low > MOST_TABLES) throw new RangeError("The counts are too large for an exact test");
  const support = Array.from({ length: Math.min(rows, column) - low + 1 }, (_, i) => low + i);
  const logs = support.map((x) => choose(rows, x) + choose(total - rows, column - x));
  const weights = tilted(support, logs, 0);
  const own = weights[a - low] ?? 0;
  return {
    pTwoSided: Math.min(1, sum(weights.filter((w) => w <= own * (1 + 1e-7)))),
    pGreater: Math.min(1, sum(weights.slice(a - low))),
    sampleOddsRatio: (a * d) / (b * c),
    conditionalOddsRatio: conditionalOddsRatio(support, logs, a),
  };
}

/** The odds ratio ψ at which the conditional mean of a is the observed one. */
function conditionalOddsRatio(support: readonly number[], logs: readonly number[], a: number) {
  if (a === support[0]) return { exact: 0, asR: 0 };
  if (a === support.at(-1)) return { exact: Infinity, asR: Infinity };
  const meanAt = (odds: number): number =>
    odds === 0 ? (support[0] ?? 0) : sum(tilted(support, logs, Math.log(odds)).map((w, i) => w * (support[i] ?? 0)));
  const middle = meanAt(1);
  if (middle === a) return { exact: 1, asR: 1 };
  const under = middle > a;
  const asR = under ? rUniroot((t) => meanAt(t) - a, 0, 1) : 1 / rUniroot((t) => meanAt(1 / t) - a, Number.EPSILON, 1);
  return { exact: bisected((log) => meanAt(Math.exp(log)) < a), asR };
}

function bisected(isUnder: (logOdds: number) => boolean): number {
  let [low, high] = [-50, 50];
  for (let i = 0; i < 100; i++) {
    const middle = (low + high) / 2;
    if (isUnder(middle)) low = middle;
    else high = middle;
  }
  return Math.exp((low + high) / 2);
}

/** Noncentral hypergeometric probabilities over the support. */
function tilted(support: readonly number[], logs: readonly number[], logOdds: number): number[] {
  const raw = logs.map((log, i) => log + logOdds * (support[i] ?? 0));
  const top = Math.max(...raw);
  const weights = raw.map((log) => Math.exp(log - top));
  const total = sum(weights);
  return weights.map((w) => w / total);
}

function choose(n: number, k: number): number {
  return logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
}

function sum(x: readonly number[]): number {
  return x.reduce((total, v) => total + v, 0);
}
