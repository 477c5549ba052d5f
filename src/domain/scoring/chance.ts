import type { Run, Simulated } from "./simulation.ts";
import type { Probabilities } from "./verdict-types.ts";

/** Sums of rounded products may miss a mark they reach by a last bit. */
export const MARK_SLACK = 1e-9;

/** P(score ≥ mark): the share of the draws, and exactly for indicators that one uniform moves together. */
export function chanceOfReaching(mark: number, run: Pick<Run, "draws" | "correlated">): Probabilities {
  let reached = 0;
  for (const score of run.draws) if (score >= mark - MARK_SLACK) reached++;
  // To nine decimals: what lies beyond may differ between platforms' logarithms.
  const correlated = Math.round(correlatedChance(mark, run) * 1e9) / 1e9;
  return { independent: reached / run.draws.length, correlated };
}

/** In the lower and in the upper run; asked once where both are the same. */
export function chancesOfReaching(
  mark: number,
  { lower, upper }: Simulated,
): { lower: Probabilities; upper: Probabilities } {
  const chance = chanceOfReaching(mark, lower);
  return { lower: chance, upper: upper === lower ? chance : chanceOfReaching(mark, upper) };
}

/** The correlated score rises with u, so it reaches the mark from one u on: found by bisection. */
function correlatedChance(mark: number, { correlated }: Pick<Run, "correlated">): number {
  if (correlated(0) >= mark - MARK_SLACK) return 1;
  if (correlated(1) < mark - MARK_SLACK) return 0;
  let [low, high] = [0, 1];
  for (let i = 0; i < 40; i++) {
    const middle = (low + high) / 2;
    if (correlated(middle) >= mark - MARK_SLACK) high = middle;
    else low = middle;
  }
  return 1 - high;
}

/** How far a simulated probability must lie from its limit p to be told from it: 4·√(p(1−p)/N). */
export function simulationDistance(limit: number, draws: number): number {
  return 4 * Math.sqrt((limit * (1 - limit)) / draws);
}

/**
 * Is the chance at least the limit, under both correlations, and the simulated one clear of simulation error? Where even
 * the worst case of every indicator reaches the mark nothing was estimated, and there is no error to keep clear of.
 */
export function surelyAtLeast(limit: number, chance: Probabilities, draws: number): boolean {
  if (chance.correlated >= 1 && chance.independent >= 1) return true;
  return chance.correlated >= limit && chance.independent >= limit + simulationDistance(limit, draws);
}

/** Likewise at most; exact where even the best case of every indicator misses the mark. */
export function surelyAtMost(limit: number, chance: Probabilities, draws: number): boolean {
  if (chance.correlated <= 0 && chance.independent <= 0) return true;
  return chance.correlated <= limit && chance.independent <= limit - simulationDistance(limit, draws);
}
