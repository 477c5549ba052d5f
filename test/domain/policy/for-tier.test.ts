import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkPolicy } from "../../../src/domain/policy/publishing/check.ts";
import { defaultPolicy } from "../../../src/domain/policy/default/default-policy.ts";
import { forTier } from "../../../src/domain/policy/for-tier.ts";
import type { Policy } from "../../../src/domain/policy/policy.ts";
import type { TierLevel } from "../../../src/domain/measures/indicator.ts";
import type { Indicator } from "../../../src/domain/measures/measures.ts";
import type { Tier } from "../../../src/domain/words/tier.ts";
import { tiers } from "../../../src/domain/words/tier.ts";
import { piecewiseLinearValue } from "../../../src/domain/statistics/value.ts";
import { planReasons } from "../../../src/domain/technology/pilot/plan-rules.ts";
import { pinnedPolicy } from "../../../src/domain/technology/state/policy-of.ts";
import { earlyPolicy } from "../../support/early-policy.ts";
import { aPlan, by, planLocked, stateAfter } from "../../support/technology.ts";

const all = ({ criteria }: Policy): readonly Indicator[] => criteria.flatMap(({ indicators }) => indicators);
const named = (policy: Policy, key: string): Indicator => all(policy).find((one) => one.key === key)!;

const levels: fc.Arbitrary<TierLevel> = fc.record(
  {
    floor: fc.double({ min: 0, max: 1, noNaN: true }),
    target: fc.double({ min: 0, max: 1, noNaN: true }),
    minimumSample: fc.integer({ min: 1, max: 1e5 }),
  },
  { requiredKeys: [] },
);

describe("the policy as a tier has it", () => {
  it("is the policy itself where no indicator knows tiers", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(null, ...tiers),
        fc.constantFrom(earlyPolicy, forTier(defaultPolicy, "I")),
        (tier, one) => {
          expect(forTier(one, tier)).toBe(one);
        },
      ),
    );
  });

  it("has the tier's numbers where it writes them, and the indicator's own everywhere else", () => {
    fc.assert(
      fc.property(fc.record({ I: levels, II: levels, III: levels, IV: levels }, { requiredKeys: [] }), (byTier) => {
        const own = named(earlyPolicy, "availability");
        const policy = withTiers(earlyPolicy, "availability", byTier);
        for (const tier of tiers) {
          const found = forTier(policy, tier);
          expect(named(found, "availability")).toEqual({ ...own, ...byTier[tier] });
          expect(all(found).some((one) => "byTier" in one)).toBe(false);
          expect(all(found).filter(({ key }) => key !== "availability")).toEqual(
            all(earlyPolicy).filter(({ key }) => key !== "availability"),
          );
        }
        expect(forTier(policy, null)).toEqual(earlyPolicy);
      }),
    );
  });

  it("gives 60 points at the floor in every tier of the default one, and asks no less of a higher tier", () => {
    for (const { key, better, byTier } of all(defaultPolicy)) {
      if (byTier === undefined) continue;
      const asked = tiers.map((tier) => named(forTier(defaultPolicy, tier), key));
      for (const { floor = NaN, value } of asked) expect(piecewiseLinearValue(value, floor), key).toBeCloseTo(60, 9);
      const sign = better === "higher" ? 1 : -1;
      for (const figure of ["floor", "target", "minimumSample"] as const) {
        const figures = asked.map((one) => (figure === "minimumSample" ? 1 : sign) * (one[figure] ?? NaN));
        expect(figures, `${key} ${figure}`).toEqual(figures.toSorted((a, b) => a - b));
      }
    }
  });
});

function withTiers(policy: Policy, key: string, byTier: NonNullable<Indicator["byTier"]>): Policy {
  return {
    ...policy,
    criteria: policy.criteria.map((criterion) => ({
      ...criterion,
      indicators: criterion.indicators.map((one) => (one.key === key ? { ...one, byTier } : one)),
    })),
  };
}

describe("what a tier is asked", () => {
  it("is checked like the indicator's own numbers, each at its own place", () => {
    const found = (tier: Tier, level: TierLevel) =>
      checkPolicy(withTiers(defaultPolicy, "availability", { [tier]: level })).map(
        ({ code, field }) => `${code}@${field ?? ""}`,
      );
    const at = "criteria.0.indicators.0.byTier";
    expect(found("I", { floor: 95 })).toEqual([`PolicyNumberOutOfRange@${at}.I.floor`]);
    expect(found("II", { target: -1, minimumSample: 1.5 })).toEqual([
      `PolicyNumberNotWhole@${at}.II.minimumSample`,
      `PolicyNumberOutOfRange@${at}.II.target`,
    ]);
    expect(found("IV", { value: [[0.9, 60]] })).toEqual([`PolicyValuePointsTooFew@${at}.IV.value`]);
    const turned: Indicator["value"] = [
      [0.9, 60],
      [0.95, 20],
    ];
    expect(found("IV", { value: turned })).toEqual([`PolicyValueTurns@${at}.IV.value`]);
    expect(found("I", {})).toEqual([]);
  });

  it("counts for a technology of that tier, under the version its plan pinned", () => {
    const older = withTiers(earlyPolicy, "availability", { II: { floor: 0.975, minimumSample: 672 } });
    const newer = withTiers({ ...earlyPolicy, version: 2 }, "availability", { II: { floor: 0.5 } });
    const facts = by("pia", 0, { policy: newer, policies: { 1: older, 2: newer } });
    const t = stateAfter(...planLocked());
    expect(t.tier).toBe("II");
    expect(named(pinnedPolicy(t, facts), "availability")).toMatchObject({ floor: 0.975, minimumSample: 672 });
    expect(named(pinnedPolicy({ ...t, tier: "III" }, facts), "availability")).toMatchObject({ floor: 0.99 });
    expect(named(pinnedPolicy({ ...t, plan: null }, facts), "availability").floor).toBe(0.5);
  });

  it("is what a plan may be stricter than", () => {
    const plan = aPlan({
      indicators: {
        availability: { applicable: true, reason: null, floor: 0.96, minimumSample: 600, margin: null, anytime: false },
      },
    });
    const policy = withTiers(earlyPolicy, "availability", {
      I: { floor: 0.95 },
      II: { floor: 0.975, minimumSample: 672 },
    });
    const reasons = (tier: Tier) =>
      planReasons(plan, forTier(policy, tier), tier).map(({ code, params }) => ({
        code,
        ...params,
      }));
    expect(reasons("I")).toEqual([]);
    expect(reasons("II")).toEqual([
      { code: "FloorLooser", floor: 0.975 },
      { code: "SampleSmaller", least: 672 },
    ]);
  });
});
