import { describe, expect, it } from "vitest";
import { checkPolicy } from "../../../src/domain/policy/publishing/check.ts";
import { defaultPolicy } from "../../../src/domain/policy/default/default-policy.ts";
import { optionalCatalogue } from "../../../src/domain/policy/default/optional.ts";
import { forTier } from "../../../src/domain/policy/for-tier.ts";
import type { Criterion, Policy } from "../../../src/domain/policy/policy.ts";
import { nest } from "../../../src/http/forms/typed.ts";
import { atItsInput, typedAtFirst } from "../../../src/http/policy/form.ts";
import { nextPolicy } from "../../../src/http/policy/next.ts";
import { policySchema } from "../../../src/http/policy/schema.ts";

const nextOf = (before: Policy, over: Record<string, string> = {}): Policy =>
  nextPolicy(before, policySchema.parse(nest({ ...typedAtFirst(before), ...over })));

const withUsability = (change: (indicators: Criterion["indicators"]) => Criterion["indicators"]): Policy => ({
  ...defaultPolicy,
  criteria: defaultPolicy.criteria.map((one) =>
    one.key === "usability" ? { ...one, indicators: change(one.indicators) } : one,
  ),
});

/** As policies were published before any indicator was optional. */
const early = withUsability((indicators) => indicators.filter(({ optional }) => optional !== true));

describe("the next policy", () => {
  it("of an early one takes in whatever the catalogue has, and may be published", () => {
    expect(nextOf(early)).toEqual({ ...early, version: 2 });
    const all = Object.fromEntries(
      optionalCatalogue.map(({ indicator }) => [`optional.${indicator.key}.included`, "yes"]),
    );
    const next = nextOf(early, all);
    expect(next).toEqual({ ...defaultPolicy, version: 2 });
    expect(checkPolicy(next)).toEqual([]);
    expect(nextOf(next)).toEqual({ ...next, version: 3 });
  });

  it("keeps each number at its indicator where an optional one stands among the others", () => {
    const mixed = withUsability((indicators) => indicators.toReversed());
    const next = nextOf(mixed, { "criteria.2.indicators.0.weight": "0.17", "optional.seq.weight": "0.9" });
    const weights = Object.fromEntries(next.criteria[2]!.indicators.map(({ key, weight }) => [key, weight]));
    expect(weights).toMatchObject({ learning: 0.17, seq: 0.9, sus: 0.35, "recovery-from-error": 0.2 });
    const at = (field: string) => atItsInput(mixed)({ code: "X", field }).field;
    expect(mixed.criteria[2]!.indicators[3]!.key).toBe("seq");
    expect(at("criteria.2.indicators.3.floor")).toBe("optional.seq.floor");
    expect(at("criteria.2.indicators.5.floor")).toBe("criteria.2.indicators.0.floor");
    expect(at("criteria.2.indicators.8.value.1")).toBe("criteria.2.indicators.3.value");
  });

  it("takes a tier's numbers as they are typed: what is left empty is the indicator's own, and no tier is named for nothing", () => {
    const typed = {
      "levels.sus.II.floor": "66",
      "levels.sus.II.target": "",
      "levels.sus.II.minimumSample": "",
      "levels.sus.II.value": "40 = 0; 66 = 60; 90 = 100",
      ...Object.fromEntries(["floor", "target", "minimumSample", "value"].map((rule) => [`levels.sus.IV.${rule}`, ""])),
    };
    const sus = (policy: Policy) => policy.criteria[2]!.indicators.find(({ key }) => key === "sus")!;
    const points: readonly (readonly [number, number])[] = [
      [40, 0],
      [66, 60],
      [90, 100],
    ];
    const next = nextOf(defaultPolicy, typed);
    expect(sus(next).byTier).toEqual({ I: sus(defaultPolicy).byTier?.I, II: { floor: 66, value: points } });
    expect(checkPolicy(next)).toEqual([]);
    const none = Object.keys(typedAtFirst(defaultPolicy)).filter((path) => path.startsWith("levels."));
    const plain = nextOf(defaultPolicy, Object.fromEntries(none.map((path) => [path, ""])));
    expect(plain).toEqual({ ...forTier(defaultPolicy, null), version: 2 });
    expect(Object.keys(sus(plain))).not.toContain("byTier");
  });

  it("leads a fault in a tier's number to its box, wherever the indicator stands", () => {
    const mixed = withUsability((indicators) => indicators.toReversed());
    const at = (field: string) => atItsInput(mixed)({ code: "X", field }).field;
    expect(at("criteria.0.indicators.0.byTier.I.floor")).toBe("levels.availability.I.floor");
    expect(at("criteria.2.indicators.3.byTier.IV.value.1")).toBe("levels.seq.IV.value");
  });

  it("offers no key twice: what binds everywhere is not offered beside itself", () => {
    const bound = withUsability((indicators) =>
      indicators.flatMap((one) => {
        if (one.key !== "satisfaction")
          return one.optional === true ? [] : [{ ...one, weight: Number((one.weight * 0.8).toFixed(2)) }];
        const { optional: _, ...binding } = one;
        return [binding];
      }),
    );
    expect(checkPolicy(bound)).toEqual([]);
    expect(Object.keys(typedAtFirst(bound)).filter((path) => path.startsWith("optional.satisfaction"))).toEqual([]);
    const forged = {
      "optional.satisfaction.included": "yes",
      "optional.satisfaction.weight": "0.5",
      "optional.satisfaction.minimumSample": "1",
      "optional.satisfaction.value": "0 = 0; 1 = 1",
    };
    const next = nextOf(bound, forged);
    expect(next).toEqual({ ...bound, version: 2 });
  });
});
