import type { ClusterSums } from "../statistics/clustered.ts";
import { gateEValue, shownEValue } from "../statistics/e-value.ts";
import type { Known } from "./finding.ts";
import type { Observed } from "./observed.ts";
import { countChance } from "./prospect.ts";

/**
 * True where each participant tried exactly once: only then are successes what the e-value counts. Whoever did not try is
 * no cluster, so as many trials as clusters is one each.
 */
export function eachTriedOnce({ clusters, trials }: ClusterSums): boolean {
  return clusters === trials;
}

/** E ≥ 1/(1−c) may be acted on at any look, so it stands against c itself and not the c′ of several looks. */
export function floorEValue({ events, trials }: ClusterSums, floor: number, confidence: number) {
  const needed = 1 / (1 - confidence);
  const value = shownEValue(gateEValue(events, trials - events, floor), needed);
  return { value, needed } satisfies NonNullable<Known["eValue"]>;
}

/**
 * The same share with the lower end of its confidence sequence for a lower bound: the largest share p0 (0–1) whose e-value
 * reaches 1/(1−c). It clears a floor exactly where the floor's own e-value does. `floor` lies between 0 and 1.
 */
export function anytimeObserved(observed: Observed, sums: ClusterSums, floor: number, confidence: number): Observed {
  const lower = anytimeLower(sums.events, sums.trials - sums.events, floor, 1 / (1 - confidence));
  return {
    ...observed,
    lower: () => lower,
    marks: [...observed.marks, "anytime"],
    scaled: (factor) => {
      const more = { ...sums, events: sums.events * factor, trials: sums.trials * factor };
      return anytimeObserved(observed.scaled?.(factor) ?? observed, more, floor, confidence);
    },
    chance: (factor, target) => {
      const trials = sums.trials * (factor - 1);
      return countChance(trials, 1 - sums.events / sums.trials, (failures) => {
        const [good, bad] = [sums.events + trials - failures, sums.trials - sums.events + failures];
        return gateEValue(good, bad, target.floor) >= 1 / (1 - confidence);
      });
    },
  };
}

/** Bisection between a share that is shown and one that is not; the floor is tried first, so that both rules agree on it. */
function anytimeLower(successes: number, failures: number, floor: number, limit: number): number {
  const isShown = (p0: number): boolean => gateEValue(successes, failures, p0) >= limit;
  let [low, high] = isShown(floor) ? [floor, 1] : [0, floor];
  for (let i = 0; i < 50; i++) {
    const middle = (low + high) / 2;
    if (isShown(middle)) low = middle;
    else high = middle;
  }
  return low;
}
