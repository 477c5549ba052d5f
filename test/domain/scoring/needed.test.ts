import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainPolicy } from "../../../src/domain/policy/default/default-policy.ts";
import { measures } from "../../../src/domain/measures/measures.ts";
import type { Measure } from "../../../src/domain/measures/measures.ts";
import { clears, known, unknown } from "../../../src/domain/measures/finding.ts";
import type { Yardstick } from "../../../src/domain/measures/yardstick.ts";
import { leastSample, needed } from "../../../src/domain/scoring/needed.ts";
import {
  attemptsObserved,
  availabilityObserved,
  meanObserved,
  runObserved,
} from "../../../src/domain/measures/observed.ts";
import type { Observed } from "../../../src/domain/measures/observed.ts";
import { countChance, shareChance } from "../../../src/domain/measures/prospect.ts";
import { clusterSums } from "../../../src/domain/statistics/clustered.ts";
import { clopperPearsonLower } from "../../../src/domain/statistics/proportions.ts";

const plan = {
  services: ["site"],
  latencyMs: 800,
  restoreSeconds: 1800,
  indicators: {},
  fairness: null,
  looks: ["2030-01-01", "2030-02-01"],
};
const policy = plainPolicy;
const yardstick = (floor: number, better: "higher" | "lower" = "higher"): Yardstick => ({
  better,
  floor,
  minimum: 12,
  confidence: 0.975,
  failConfidence: 0.997,
});

/** The chance that is said is asked for, and one unit less does not have it. */
function isLeast(observed: Observed, rules: Yardstick, measure: Measure): void {
  const more = needed(measure, known(observed, []), "straddles", rules, { plan, policy });
  if (more?.kind !== "more") throw new Error(JSON.stringify(more));
  const target = { floor: rules.floor ?? 0, better: rules.better, confidence: rules.confidence };
  const chanceOf = (amount: number): number => observed.chance?.((observed.n + amount) / observed.n, target) ?? NaN;
  expect(more.chance).toBeGreaterThanOrEqual(0.8);
  expect(more.chance).toBe(chanceOf(more.amount));
  if (more.amount > 1) expect(chanceOf(more.amount - 1)).toBeLessThan(0.8);
}

describe("how much more", () => {
  it("clears a mean in four cases of five, and a little less does not", () => {
    fc.assert(
      fc.property(fc.integer({ min: 12, max: 40 }), fc.integer({ min: 8, max: 25 }), (n, sd) => {
        const observed = meanObserved({ n, mean: 74, sd }, "respondents", { range: [0, 100] });
        fc.pre(!clears(observed.lower(0.975) ?? 0, 68, "higher"));
        isLeast(observed, yardstick(68), "sus");
      }),
      { numRuns: 30 },
    );
  });

  it("clears a share in clusters, either way round", () => {
    const people = Array.from({ length: 20 }, (_, i) => [4, i % 5 === 0 ? 3 : 4] as const);
    isLeast(attemptsObserved(clusterSums(people)), yardstick(0.9), "task-success");
    const slices = Array.from({ length: 2000 }, (_, i) => [200, i % 40 === 0 ? 40 : 0] as const);
    isLeast(runObserved({ slices: clusterSums(slices), blocks: [] }), yardstick(0.02, "lower"), "failed-share");
  });

  it("clears an availability", () => {
    const observed = availabilityObserved({ outages: 3, down: 3600, up: 30 * 86_400 }, 1800);
    isLeast(observed, yardstick(0.997), "availability");
  });

  it("is by a binomial count of what is added, for a share of single trials", () => {
    // 19 of 20 at a floor of .75, 20 more: 39 − y of 40 clear at .975 up to y = 3 (.7966 ≥ .75 by exact bounds up to four failures).
    const observed = attemptsObserved(clusterSums(Array.from({ length: 20 }, (_, i) => [1, i === 0 ? 0 : 1] as const)));
    const target = { floor: 0.75, better: "higher", confidence: 0.975 } as const;
    const most = [0, 1, 2, 3, 4, 5].findLast((y) => clopperPearsonLower(39 - y, 40, 0.975) >= 0.75) ?? -1;
    const binomial = (y: number): number => {
      let [term, sum] = [0.95 ** 20, 0];
      for (let k = 0; k <= y; k++) {
        sum += term;
        term *= ((20 - k) / (k + 1)) * (0.05 / 0.95);
      }
      return sum;
    };
    expect(countChance(20, 0.05, (y) => clopperPearsonLower(39 - y, 40, 0.975) >= 0.75)).toBeCloseTo(
      binomial(most),
      10,
    );
    expect(shareChance({ share: 0.95, n: 20, events: 19 }, 40, 2, target)).toBeCloseTo(binomial(most), 10);
    expect(observed.chance?.(2, target)).toBeGreaterThan(0.8);
  });

  it("is by Poisson outages beside those there: without any, nothing can go wrong", () => {
    const target = { floor: 0.99, better: "higher", confidence: 0.95 } as const;
    const quiet = availabilityObserved({ outages: 0, down: 0, up: 100 * 3600 }, 3600);
    // 1/(1 + 2.9957·1/T) ≥ .99 from T = 296.6 h on
    expect(quiet.chance?.(2.96, target)).toBe(0);
    expect(quiet.chance?.(2.97, target)).toBe(1);
  });

  it("is said for every measure nobody has measured yet, and is never under the minimum", () => {
    for (const { name: measure } of measures) {
      const rules = yardstick(measure === "availability" || measure.endsWith("share") ? 0.95 : 0.5);
      const first = needed(measure, unknown({ code: "no-evidence" }, []), "unknown", rules, { plan, policy });
      expect(first, measure).toMatchObject({ kind: "more" });
      expect(first?.kind === "more" ? first.amount : 0).toBeGreaterThanOrEqual(12);
      expect(first?.kind === "more" ? first.amount : 0).toBe(Math.ceil(leastSample(measure, rules, { plan, policy })));
      const some = needed(
        measure,
        unknown({ code: "below-minimum", n: 5, minimum: 12, unit: "runs" }, []),
        "unknown",
        rules,
        { plan, policy },
      );
      expect(some?.kind === "more" ? some.amount : 0).toBe((first?.kind === "more" ? first.amount : 0) - 5);
    }
  });

  it("is something better, not more, where the estimate misses its floor; as much again helps rarely, and that is said", () => {
    const observed = meanObserved({ n: 40, mean: 60, sd: 10 }, "respondents");
    const beyond = needed("sus", known(observed, []), "beyond", yardstick(68), { plan, policy });
    expect(beyond).toMatchObject({ kind: "better", atEstimate: 60, floor: 68 });
    expect(beyond?.kind === "better" ? beyond.chance : NaN).toBeLessThan(0.001);
    const nearly = meanObserved({ n: 12, mean: 67.5, sd: 10 }, "respondents");
    const near = needed("sus", known(nearly, []), "straddles", { ...yardstick(68), confidence: 0.8 }, { plan, policy });
    expect(near?.kind === "better" ? near.chance : NaN).toBeGreaterThan(0.01);
    expect(near?.kind === "better" ? near.chance : NaN).toBeLessThan(0.2);
  });
});
