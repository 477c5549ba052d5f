import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { measures } from "../../../src/domain/policy/policy.ts";
import { clears, gateBound, known, unknown } from "../../../src/domain/scoring/found.ts";
import type { Yardstick } from "../../../src/domain/scoring/found.ts";
import { leastSample, needed } from "../../../src/domain/scoring/needed.ts";
import { availabilityObserved, meanObserved, shareObserved } from "../../../src/domain/scoring/observed.ts";
import type { Observed } from "../../../src/domain/scoring/observed.ts";
import { clusterSums } from "../../../src/domain/statistics/clustered.ts";

const plan = {
  services: ["site"],
  latencyMs: 800,
  restoreSeconds: 1800,
  indicators: {},
  fairness: null,
  looks: ["2030-01-01", "2030-02-01"],
};
const yardstick = (floor: number, better: "higher" | "lower" = "higher"): Yardstick => ({
  better,
  floor,
  minimum: 12,
  confidence: 0.975,
  failConfidence: 0.997,
});

/** With the amount the page asks for, and the same findings, the bound clears; with clearly less it does not. */
function settles(observed: Observed, rules: Yardstick, measure: (typeof measures)[number]): void {
  const more = needed(measure, known(observed, []), "straddles", rules, { plan });
  if (more?.kind !== "more") throw new Error(JSON.stringify(more));
  const boundAt = (n: number): number => {
    const scaled = observed.scaled?.(n / observed.n);
    return scaled === undefined ? Number.NaN : (gateBound(scaled, rules) ?? Number.NaN);
  };
  expect(clears(boundAt(Math.floor(observed.n) + more.amount), rules.floor ?? 0, rules.better)).toBe(true);
  if (more.amount > 2)
    expect(clears(boundAt(observed.n + more.amount - 2), rules.floor ?? 0, rules.better)).toBe(false);
}

describe("how much more", () => {
  it("is enough for a mean, and a little less is not", () => {
    fc.assert(
      fc.property(fc.integer({ min: 12, max: 40 }), fc.integer({ min: 8, max: 25 }), (n, sd) => {
        const observed = meanObserved({ n, mean: 71, sd }, "respondents", { range: [0, 100] });
        fc.pre(!clears(observed.lower(0.975) ?? 0, 68, "higher"));
        settles(observed, yardstick(68), "sus");
      }),
    );
  });

  it("is enough for a share in clusters, either way round", () => {
    const people = Array.from({ length: 20 }, (_, i) => [4, i % 5 === 0 ? 3 : 4] as const);
    settles(shareObserved(clusterSums(people), "participants"), yardstick(0.9), "task-success");
    const slices = Array.from({ length: 60 }, (_, i) => [200, i % 12 === 0 ? 9 : 0] as const);
    settles(shareObserved(clusterSums(slices), "slices"), yardstick(0.01, "lower"), "failed-share");
  });

  it("is enough for an availability", () => {
    const observed = availabilityObserved({ outages: 3, down: 3600, up: 30 * 86_400 }, 1800, false);
    settles(observed, yardstick(0.997), "availability");
  });

  it("is said for every measure nobody has measured yet, and is never under the minimum", () => {
    for (const measure of measures) {
      const rules = yardstick(measure === "availability" || measure.endsWith("share") ? 0.95 : 0.5);
      const first = needed(measure, unknown({ code: "no-evidence" }, []), "unknown", rules, { plan });
      expect(first, measure).toMatchObject({ kind: "more" });
      expect(first?.kind === "more" ? first.amount : 0).toBeGreaterThanOrEqual(12);
      expect(first?.kind === "more" ? first.amount : 0).toBe(Math.ceil(leastSample(measure, rules, { plan })));
      const some = needed(
        measure,
        unknown({ code: "below-minimum", n: 5, minimum: 12, unit: "runs" }, []),
        "unknown",
        rules,
        { plan },
      );
      expect(some?.kind === "more" ? some.amount : 0).toBe((first?.kind === "more" ? first.amount : 0) - 5);
    }
  });

  it("is something better, not more, where the estimate misses its floor", () => {
    const observed = meanObserved({ n: 40, mean: 60, sd: 10 }, "respondents");
    expect(needed("sus", known(observed, []), "beyond", yardstick(68), { plan })).toMatchObject({ kind: "better" });
  });
});
