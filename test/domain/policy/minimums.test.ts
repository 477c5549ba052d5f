import { describe, expect, it } from "vitest";
import { checkPolicy } from "../../../src/domain/policy/publishing/check.ts";
import { defaultPolicy } from "../../../src/domain/policy/default/default-policy.ts";
import { indicatorFor } from "../../../src/domain/policy/for-tier.ts";
import { leastSample } from "../../../src/domain/policy/publishing/least-sample.ts";
import type { Policy } from "../../../src/domain/policy/policy.ts";
import type { Indicator } from "../../../src/domain/measures/measures.ts";
import { tiers } from "../../../src/domain/words/tier.ts";
import { earlyPolicy } from "../../support/early-policy.ts";

/** Fixed numbers, whatever the default comes to be: a floor of .01 takes 5,366 slices at one look. */
const enough: { readonly [key: string]: Partial<Indicator> } = {
  "failed-share": { minimumSample: 10_800, byTier: { I: { floor: 0.05, minimumSample: 2160 } } },
  "within-share": { minimumSample: 10_800, byTier: { II: { minimumSample: 5400 } } },
};
const policy: Policy = {
  ...earlyPolicy,
  looks: { default: 1, most: 4 },
  criteria: earlyPolicy.criteria.map((criterion) => ({
    ...criterion,
    indicators: criterion.indicators.map((one) => ({ ...one, ...enough[one.key] })),
  })),
};
const all = ({ criteria }: Policy): readonly Indicator[] => criteria.flatMap(({ indicators }) => indicators);
const named = (key: string): Indicator => all(policy).find((one) => one.key === key)!;
const least = (key: string, floor: number, over: Partial<Policy> = {}): number =>
  leastSample({ ...named(key), floor }, { ...policy, ...over });

/** The policy with one indicator changed. */
const changed = (key: string, over: Partial<Indicator>): Policy => ({
  ...policy,
  criteria: policy.criteria.map((criterion) => ({
    ...criterion,
    indicators: criterion.indicators.map((one) => (one.key === key ? { ...one, ...over } : one)),
  })),
});

describe("the least sample that can clear a floor", () => {
  it("of requests is 18 slices of 10 s for each trial without a failure that the exact bound needs", () => {
    // .95ⁿ ≤ .05 from n = 58.4 on, .99ⁿ from 298.07 on, .9ⁿ from 28.43 on.
    expect(least("failed-share", 0.05)).toBe(1052);
    expect(least("failed-share", 0.01)).toBe(5366);
    expect(least("within-share", 0.9)).toBe(512);
    expect(least("within-share", 0.95)).toBe(1052);
  });

  it("of hours observed without an outage rests on the least time a failure is taken to last", () => {
    // 1 / (1 + 2.9957·1 h / T) ≥ .99 from T = 2.9957·99 = 296.6 h on.
    expect(least("availability", 0.99)).toBe(297);
    const restore = { ...policy.restore, leastMinutes: 120 };
    expect(least("availability", 0.99, { restore })).toBe(594);
  });

  it("of people who all succeed, five attempts each, counts 2.27 trials a person", () => {
    // .75ⁿ ≤ .05 from n = 10.41 on, ·2.2/5 = 4.58.
    expect(least("task-success", 0.75)).toBe(5);
    expect(least("task-success", 0.7)).toBe(4);
  });

  it("of answers that are all the best bears one of the worst", () => {
    // (n − t)/(n + 1): (7 − 1.8946)/8 = .638, (8 − 1.8595)/9 = .682.
    expect(least("sus", 60)).toBe(7);
    expect(least("sus", 68)).toBe(8);
  });

  it("grows with the looks that share the risk", () => {
    expect(least("failed-share", 0.01, { looks: { default: 2, most: 4 } })).toBe(6607);
  });

  it("is none where the floor is perfection, and one where there is nothing to clear", () => {
    const at = (key: string, floor: number) => leastSample({ ...named(key), floor }, policy);
    for (const [key, best] of [
      ["availability", 1],
      ["failed-share", 0],
      ["within-share", 1],
      ["sus", 100],
      ["seq", 7],
    ] as const)
      expect(at(key, best), key).toBe(Infinity);
    for (const [key, worst] of [
      ["availability", 0],
      ["failed-share", 1],
      ["within-share", 0],
    ] as const)
      expect(at(key, worst), key).toBe(1);
    expect(at("learning", 5)).toBe(1);
    const { floor: _, ...without } = named("sus");
    expect(leastSample(without, policy)).toBe(1);
  });
});

describe("a minimum sample with which nothing can pass", () => {
  const faults = (policy: Policy) => checkPolicy(policy).map(({ code, field, params }) => ({ code, field, ...params }));

  it("is in no tier of the default policy", () => {
    expect(checkPolicy(defaultPolicy)).toEqual([]);
    for (const indicator of all(defaultPolicy))
      for (const tier of tiers) {
        const asked = indicatorFor(indicator, tier);
        expect(asked.minimumSample, `${asked.key} ${tier}`).toBeGreaterThanOrEqual(leastSample(asked, defaultPolicy));
      }
  });

  it("is named where it is written, with the least that could", () => {
    expect(faults(changed("failed-share", { minimumSample: 5365 }))).toEqual([
      {
        code: "PolicyMinimumNeverPasses",
        field: "criteria.0.indicators.1.minimumSample",
        ...{ indicator: "failed-share", tier: "all", minimum: 5365, least: 5366, unit: "failed-share" },
      },
    ]);
    expect(faults(changed("failed-share", { minimumSample: 5366 }))).toEqual([]);
    const byTier = { ...named("failed-share").byTier, II: { floor: 0.02, minimumSample: 30 } };
    expect(faults(changed("failed-share", { byTier }))).toMatchObject([
      { field: "criteria.0.indicators.1.byTier.II.minimumSample", tier: "II", least: 2670 },
    ]);
  });

  it("is looked for in a tier that only has a stricter floor, and not in numbers that no tier has", () => {
    const stricter = { ...named("failed-share").byTier, IV: { floor: 0.001 } };
    expect(faults(changed("failed-share", { byTier: stricter }))).toMatchObject([
      { field: "criteria.0.indicators.1.byTier.IV.minimumSample", minimum: 10_800 },
    ]);
    const everywhere = Object.fromEntries(tiers.map((tier) => [tier, { minimumSample: 10_800 }]));
    expect(faults(changed("failed-share", { minimumSample: 1, byTier: everywhere }))).toEqual([]);
  });

  it("is found in the policy of the first versions, whose 30 slices were a promise nobody could keep", () => {
    const codes = faults(earlyPolicy).map(({ code, field }) => `${code}@${field ?? ""}`);
    expect(codes).toEqual([
      "PolicyMinimumNeverPasses@criteria.0.indicators.0.minimumSample",
      "PolicyMinimumNeverPasses@criteria.0.indicators.1.minimumSample",
      "PolicyMinimumNeverPasses@criteria.1.indicators.0.minimumSample",
    ]);
  });

  it("is a floor that no sample reaches", () => {
    // Tier II has a minimum of its own and the same floor: one fault, at the floor.
    expect(faults(changed("within-share", { floor: 1 }))).toMatchObject([
      { code: "PolicyFloorNeverPasses", field: "criteria.1.indicators.0.floor", floor: 1 },
    ]);
  });
});
