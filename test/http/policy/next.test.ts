import { describe, expect, it } from "vitest";
import { checkPolicy } from "../../../src/domain/policy/publishing/check.ts";
import { knownConditions } from "../../../src/domain/policy/conditions.ts";
import { plainPolicy } from "../../../src/domain/policy/default/default-policy.ts";
import { forTier } from "../../../src/domain/policy/for-tier.ts";
import type { Criterion, Gate, Policy } from "../../../src/domain/policy/policy.ts";
import type { Indicator } from "../../../src/domain/measures/measures.ts";
import { nest } from "../../../src/http/forms/typed.ts";
import type { Typed } from "../../../src/http/forms/typed.ts";
import { takenUp } from "../../../src/http/policy/early-draft.ts";
import { atItsInput, typedAtFirst } from "../../../src/http/policy/form.ts";
import { nextPolicy, unknownIndicators } from "../../../src/http/policy/next.ts";
import { withRubric } from "../../../src/http/policy/rubric-block.ts";
import { policySchema } from "../../../src/http/policy/schema.ts";
import { earlyPolicy } from "../../support/early-policy.ts";

const readOf = (typed: Typed) => policySchema.parse(nest(typed));
const nextOf = (before: Policy, over: Typed = {}): Policy =>
  nextPolicy(before, readOf({ ...typedAtFirst(before), ...over }));

const withUsability = (change: (indicators: Criterion["indicators"]) => Criterion["indicators"]): Policy => ({
  ...plainPolicy,
  criteria: plainPolicy.criteria.map((one) =>
    one.key === "usability" ? { ...one, indicators: change(one.indicators) } : one,
  ),
});

const withGate = (gate: Gate, over: Partial<Policy["gates"][Gate]>): Policy => ({
  ...plainPolicy,
  gates: { ...plainPolicy.gates, [gate]: { ...plainPolicy.gates[gate], ...over } },
});

/** As policies were published before any indicator was optional. */
const early = withUsability((indicators) => indicators.filter(({ optional }) => optional !== true));
const optionalKeys = plainPolicy.criteria[2]!.indicators.filter(({ optional }) => optional).map(({ key }) => key);

describe("the next policy", () => {
  it.each<[string, Policy]>([
    ["the default", plainPolicy],
    ["an early one", earlyPolicy],
    ["one without what came later", early],
    [
      "one that lacks a condition",
      withGate("rollout", { conditions: plainPolicy.gates.rollout.conditions.slice(0, 8) }),
    ],
    [
      "one that asks some tiers only, in an order of its own",
      withGate("admission", {
        conditions: plainPolicy.gates.admission.conditions
          .toReversed()
          .map((rule) => (rule.key === "cost-stated" ? { ...rule, tiers: ["II", "IV"] as const } : rule)),
      }),
    ],
    [
      "one with groups",
      withUsability((indicators) =>
        indicators.map((one) => (one.key === "sus" ? { ...one, groups: ["staff", "older"] } : one)),
      ),
    ],
    [
      "one with a rubric item of its own, and without one of ours",
      withUsability((indicators) =>
        indicators.flatMap((one) =>
          one.key === "learning" ? [{ ...one, key: "teaching", name: { en: "Teaching it", zh: "传授" } }] : [one],
        ),
      ),
    ],
  ])("of %s is the same where nothing was changed", (_, policy) => {
    expect(nextOf(policy)).toEqual({ ...policy, version: 2 });
  });

  it("of an early one takes in whatever this version has, and may be published", () => {
    const next = nextOf(early, Object.fromEntries(optionalKeys.map((key) => [`indicators.${key}.asked`, "chosen"])));
    expect(next).toEqual({ ...plainPolicy, version: 2 });
    expect(checkPolicy(next)).toEqual([]);
  });

  it("takes on any condition that this version knows for a gate, as it begins or as it is chosen", () => {
    for (const { key, gates, waivable, deferrable } of knownConditions)
      for (const gate of gates) {
        const before = withGate(gate, {
          conditions: plainPolicy.gates[gate].conditions.filter((rule) => rule.key !== key),
        });
        const path = `gates.${gate}.conditions.${key}`;
        const next = nextOf(before, { [`${path}.asked`]: "yes" });
        expect(next.gates[gate].conditions.at(-1)).toEqual({ key, waivable, deferrable });
        expect(checkPolicy(next)).toEqual([]);
      }
    const path = "gates.completion.conditions.incidents-closed";
    const chosen = { [`${path}.waivable`]: [], [`${path}.deferrable`]: "yes", [`${path}.tiers`]: ["IV", "III"] };
    expect(nextOf(plainPolicy, chosen).gates.completion.conditions[3]).toEqual({
      key: "incidents-closed",
      waivable: false,
      deferrable: true,
      tiers: ["III", "IV"],
    });
  });

  it("leaves out what is no longer ticked: a condition, an indicator, a rubric item", () => {
    const next = nextOf(plainPolicy, {
      "gates.rollout.conditions.cost-stated.asked": [],
      "indicators.volume.asked": "none",
      "rubrics.learning.asked": "none",
    });
    expect(next.gates.rollout.conditions).toEqual(plainPolicy.gates.rollout.conditions.slice(0, -1));
    const keys = next.criteria.flatMap(({ indicators }) => indicators.map(({ key }) => key));
    expect(keys).not.toContain("volume");
    expect(keys).not.toContain("learning");
    expect(nextOf(next, { "rubrics.learning.asked": "every" }).criteria[2]!.indicators.at(-1)).toEqual(
      plainPolicy.criteria[2]!.indicators.find(({ key }) => key === "learning"),
    );
  });

  it("makes an indicator one that only some plans choose, and back", () => {
    const volume = (policy: Policy): Indicator => policy.criteria[1]!.indicators.find(({ key }) => key === "volume")!;
    const next = nextOf(plainPolicy, { "indicators.volume.asked": "chosen" });
    expect(volume(next)).toEqual({ ...volume(plainPolicy), optional: true });
    expect(volume(nextOf(next, { "indicators.volume.asked": "every" }))).toEqual(volume(plainPolicy));
  });

  it("names the groups that must each clear the floor, in the words of the files", () => {
    const next = nextOf(plainPolicy, { "indicators.sus.groups": "older，staff、 field office " });
    expect(next.criteria[2]!.indicators[0]!.groups).toEqual(["older", "staff", "field office"]);
    expect(nextOf(next, { "indicators.sus.groups": "" })).toEqual({ ...plainPolicy, version: 3 });
  });

  it("changes a rubric item's words, and adds an item of the body's own", () => {
    const begun = withRubric(typedAtFirst(plainPolicy), "capacity");
    expect(withRubric(begun.typed, "stability").id).not.toBe(begun.id);
    const words = ["name", "question", "anchors.0", "anchors.1", "anchors.2", "anchors.3", "anchors.4"].flatMap(
      (at): [string, string][] => [
        [`rubrics.${begun.id}.${at}.en`, `${at} in English`],
        [`rubrics.${begun.id}.${at}.zh`, `${at} in Chinese`],
      ],
    );
    const next = nextPolicy(
      plainPolicy,
      readOf({
        ...begun.typed,
        ...Object.fromEntries(words),
        [`rubrics.${begun.id}.key`]: "archiving",
        [`rubrics.${begun.id}.weight`]: "0.05",
        "rubrics.data-handling.weight": "0.1",
        "rubrics.data-handling.question.zh": "另一个问题？",
      }),
    );
    expect(checkPolicy(next)).toEqual([]);
    const [handling, archiving] = next.criteria[1]!.indicators.slice(-2);
    expect(handling).toMatchObject({ weight: 0.1, rubric: { question: { zh: "另一个问题？" } } });
    expect(archiving).toMatchObject({
      key: "archiving",
      name: { en: "name in English", zh: "name in Chinese" },
      measure: "rubric",
      better: "higher",
      floor: 2,
      minimumSample: 2,
    });
    expect(archiving!.rubric!.anchors[4]).toEqual({ en: "anchors.4 in English", zh: "anchors.4 in Chinese" });
    expect(nextOf(next)).toEqual({ ...next, version: 3 });
  });

  it("keeps each number at its indicator, whatever stands around it", () => {
    const mixed = withUsability((indicators) => indicators.toReversed());
    const over = { "rubrics.learning.weight": "0.17", "indicators.seq.weight": "0.9" };
    const next = nextOf(mixed, over);
    const weights = Object.fromEntries(next.criteria[2]!.indicators.map(({ key, weight }) => [key, weight]));
    expect(weights).toMatchObject({ learning: 0.17, seq: 0.9, sus: 0.35, "recovery-from-error": 0.2 });
    const typed = readOf({ ...typedAtFirst(mixed), "indicators.fairness.asked": "none" });
    const at = (field: string) => atItsInput(mixed, typed)({ code: "X", field }).field;
    // Fairness, which was the first, is left out.
    expect(at("criteria.2.indicators.2.floor")).toBe("indicators.seq.floor");
    expect(at("criteria.2.indicators.2.byTier.IV.value.1")).toBe("levels.seq.IV.value");
    expect(at("criteria.2.indicators.4.floor")).toBe("rubrics.learning.floor");
    expect(at("criteria.2.indicators.4.rubric.anchors.3.zh")).toBe("rubrics.learning.anchors.3.zh");
    expect(at("criteria.2.indicators.7.value.1")).toBe("indicators.sus.value");
    expect(at("criteria.2.indicators")).toBe("indicators.accessibility.weight");
    expect(at("criteria.0.indicators.0.byTier.I.floor")).toBe("levels.availability.I.floor");
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
    const next = nextOf(plainPolicy, typed);
    expect(sus(next).byTier).toEqual({ I: sus(plainPolicy).byTier?.I, II: { floor: 66, value: points } });
    expect(checkPolicy(next)).toEqual([]);
    const none = Object.keys(typedAtFirst(plainPolicy)).filter((path) => path.startsWith("levels."));
    const plain = nextOf(plainPolicy, Object.fromEntries(none.map((path) => [path, ""])));
    expect(plain).toEqual({ ...forTier(plainPolicy, null), version: 2 });
    expect(Object.keys(sus(plain))).not.toContain("byTier");
  });

  it("says which indicator nobody knows; of a key that the policy has there is but one", () => {
    const forged = readOf({
      ...typedAtFirst(plainPolicy),
      "indicators.mood.asked": "every",
      "indicators.mood.weight": "0.5",
      "indicators.mood.minimumSample": "1",
      "indicators.mood.value": "0 = 0; 1 = 1",
    });
    expect(unknownIndicators(plainPolicy, forged)).toEqual([
      { code: "PolicyIndicatorUnknown", params: { indicator: "mood" }, field: "indicators.mood.asked" },
    ]);
    const bound = withUsability((indicators) => indicators.map(({ optional: _, ...one }) => one));
    expect(Object.keys(typedAtFirst(bound)).filter((path) => path === "indicators.satisfaction.asked")).toHaveLength(1);
    expect(nextOf(bound)).toEqual({ ...bound, version: 2 });
  });

  it("takes up a draft that 0.2.0 kept: its numbers, its ticks, and what it did not ask about as it is in force", () => {
    const draft = Object.fromEntries([
      ...Object.entries(typedAtFirst(earlyPolicy)).filter(([name]) => !/^(indicators|rubrics|gates)\./.test(name)),
      ...["admission", "completion", "rollout", "adoption"].flatMap((gate) =>
        ["I", "II", "III", "IV"].map((tier) => [`gates.${gate}.quorum.${tier}`, "5"]),
      ),
      ...earlyPolicy.criteria.flatMap(({ indicators }, i) =>
        indicators
          .filter(({ optional }) => optional !== true)
          .flatMap(({ key }, j) =>
            Object.entries(oldNumbers(key)).map(([rule, to]) => [`criteria.${i}.indicators.${j}.${rule}`, to]),
          ),
      ),
      ...optionalKeys.flatMap((key) =>
        Object.entries(oldNumbers(key)).map(([rule, to]) => [`optional.${key}.${rule}`, to]),
      ),
      ["optional.seq.included", "yes"],
      ["passMark", "72"],
    ]) as Typed;
    const next = nextPolicy(earlyPolicy, readOf(takenUp(draft, earlyPolicy)));
    expect(next.passMark).toBe(72);
    expect(next.gates.rollout.quorum.IV).toBe(5);
    expect(next.gates.rollout.conditions).toEqual(earlyPolicy.gates.rollout.conditions);
    const [measured, rubric] = [next.criteria[0]!.indicators[0]!, next.criteria[0]!.indicators[2]!];
    expect(measured).toMatchObject({ key: "availability", minimumSample: 77 });
    expect(rubric).toMatchObject({ key: "recovery-from-failure", minimumSample: 77 });
    expect(rubric.rubric).toEqual(earlyPolicy.criteria[0]!.indicators[2]!.rubric);
    const chosen = next.criteria[2]!.indicators.filter(({ optional }) => optional).map(({ key }) => key);
    expect(chosen).toEqual(["seq"]);
    const today = { ...typedAtFirst(earlyPolicy), passMark: "73" };
    expect(takenUp(today, earlyPolicy)).toBe(today);
  });
});

const oldNumbers = (key: string): Record<string, string> => {
  const { weight } = earlyPolicy.criteria.flatMap(({ indicators }) => indicators).find((one) => one.key === key)!;
  return { weight: String(weight), floor: "", target: "", minimumSample: "77", value: "0 = 0; 1 = 100" };
};
