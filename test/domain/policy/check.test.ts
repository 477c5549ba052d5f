import { describe, expect, it } from "vitest";
import { checkPolicy } from "../../../src/domain/policy/publishing/check.ts";
import { defaultPolicy } from "../../../src/domain/policy/default/default-policy.ts";
import type { Criterion, Policy } from "../../../src/domain/policy/policy.ts";
import type { Indicator } from "../../../src/domain/measures/measures.ts";
import type { Tier } from "../../../src/domain/words/tier.ts";

const found = (over: Partial<Policy>): readonly string[] =>
  checkPolicy({ ...defaultPolicy, ...over }).map(({ code, field }) => `${code}@${field ?? ""}`);

const withFirstCriterion = (over: Partial<Criterion>): Partial<Policy> => ({
  criteria: defaultPolicy.criteria.map((one, i) => (i === 0 ? { ...one, ...over } : one)),
});

const withFirstIndicator = (over: Partial<Indicator>): Partial<Policy> => {
  const [first] = defaultPolicy.criteria;
  return withFirstCriterion({ indicators: first!.indicators.map((one, i) => (i === 0 ? { ...one, ...over } : one)) });
};

describe("a policy that may be published", () => {
  it("is the default one", () => {
    expect(checkPolicy(defaultPolicy)).toEqual([]);
  });

  it("asks for no sample and no evaluators that nobody could have, nor any simulation make up", () => {
    const asking = (minimumSample: number): readonly string[] =>
      found(withFirstIndicator({ minimumSample, byTier: {} }));
    expect(asking(1_000_000)).toEqual([]);
    expect(asking(1_000_001)).toEqual(["PolicyNumberOutOfRange@criteria.0.indicators.0.minimumSample"]);
    const { tiers } = defaultPolicy;
    const crowd = { ...tiers, IV: { ...tiers.IV, minimumEvaluators: 1e9 } };
    expect(found({ tiers: crowd })).toEqual(["PolicyNumberOutOfRange@tiers.IV.minimumEvaluators"]);
  });

  it("has two measured indicators and a rubric in each criterion", () => {
    const always = defaultPolicy.criteria.map(({ indicators }) => indicators.filter(({ optional }) => !optional));
    const measures = always.map((indicators) => indicators.map(({ measure }) => measure));
    expect(measures).toEqual([
      ["availability", "failed-share", "rubric"],
      ["within-share", "headroom", "volume", "rubric"],
      ["sus", "task-success", "rubric", "rubric"],
    ]);
  });

  it("gives an indicator that just clears its floor the floor's value, so that no floor hides behind a good score", () => {
    const measured = defaultPolicy.criteria.flatMap(({ indicators }) => indicators).filter(({ rubric }) => !rubric);
    const atFloor = measured.map(({ key, floor, value }) => [key, value.find(([unit]) => unit === floor)?.[1]]);
    // But where the floor is the best there is: no barrier found.
    const expected = measured.map(({ key }) => [key, key === "accessibility" ? 100 : 60]);
    expect(atFloor).toEqual(expected);
  });

  it("may hold indicators that only some plans choose, whose weights stand beside the sum", () => {
    const [first] = defaultPolicy.criteria;
    const [indicator] = first!.indicators;
    const extra = { ...indicator!, key: "another", optional: true as const, weight: 0.9 };
    expect(found(withFirstCriterion({ indicators: [...first!.indicators, extra] }))).toEqual([]);
    const { optional, ...binding } = extra;
    expect(optional).toBe(true);
    expect(found(withFirstCriterion({ indicators: [...first!.indicators, binding] }))).toEqual([
      "PolicyWeightsNotOne@criteria.0.indicators",
    ]);
    // Two measures of which one is optional are one.
    const [a, b, rubric] = first!.indicators;
    const thin = [
      { ...a!, weight: 0.5 },
      { ...b!, optional: true as const },
      { ...rubric!, weight: 0.5 },
    ];
    expect(found(withFirstCriterion({ indicators: thin }))).toEqual(["PolicyMeasuresTooFew@criteria.0.indicators"]);
  });
});

describe("what keeps a policy from being published", () => {
  it.each<[string, Partial<Policy>, readonly string[]]>([
    ["certainty, which no evidence gives", { confidence: 1 }, ["PolicyNumberOutOfRange@confidence"]],
    ["a confidence that is no number", { confidence: NaN }, ["PolicyNumberOutOfRange@confidence"]],
    ["a pass mark off the scale", { passMark: 101 }, ["PolicyNumberOutOfRange@passMark"]],
    [
      "a criterion left out",
      { criteria: defaultPolicy.criteria.slice(1) },
      ["PolicyCriterionNotOnce@criteria", "PolicyWeightsNotOne@criteria"],
    ],
    [
      "conditions that fall due in another century, and deputies for good",
      { terms: { conditionDays: 40_000, deputyDays: 3650 } },
      ["PolicyNumberOutOfRange@terms.conditionDays", "PolicyNumberOutOfRange@terms.deputyDays"],
    ],
    [
      "a restore time that shrinks, of which nobody need show anything, and more trusted where nothing was shown",
      { restore: { shownBy: 0, factor: 0.5, leastMinutes: 300, unshownHours: 4 } },
      [
        "PolicyNumberNotWhole@restore.shownBy",
        "PolicyNumberOutOfRange@restore.factor",
        "PolicyNumberNotWhole@restore.unshownHours",
      ],
    ],
    [
      "a wait taken away, shorter alone than with a second administrator",
      { accounts: { ...defaultPolicy.accounts, linkWaitHours: 100, soleLinkWaitHours: 72 } },
      ["PolicyNumberNotWhole@accounts.soleLinkWaitHours"],
    ],
    [
      "no wait at all, and passwords of eight characters",
      { accounts: { ...defaultPolicy.accounts, linkWaitHours: 0, passwordLength: 8 } },
      ["PolicyNumberNotWhole@accounts.linkWaitHours", "PolicyNumberNotWhole@accounts.passwordLength"],
    ],
    [
      "a word so short that most passwords rest on it",
      { accounts: { ...defaultPolicy.accounts, passwordWords: ["a"] } },
      ["PolicyWordsUnfit@accounts.passwordWords"],
    ],
    ["an unknown way of reading", { reading: "nobody" as never }, ["PolicyReadingUnknown@reading"]],
    ["criterion weights that miss 1", withFirstCriterion({ weight: 0.4 }), ["PolicyWeightsNotOne@criteria"]],
    ["a criterion floor off the scale", withFirstCriterion({ floor: -1 }), ["PolicyNumberOutOfRange@criteria.0.floor"]],
    [
      "indicator weights that miss 1",
      withFirstIndicator({ weight: 0.5 }),
      ["PolicyWeightsNotOne@criteria.0.indicators"],
    ],
    ["a key with capitals", withFirstIndicator({ key: "Uptime" }), ["PolicyKeyMalformed@criteria.0.indicators.0.key"]],
    [
      "a key that every object of the language has",
      withFirstIndicator({ key: "constructor" }),
      ["PolicyKeyMalformed@criteria.0.indicators.0.key"],
    ],
    [
      "a key longer than a form's names",
      withFirstIndicator({ key: "a".repeat(61) }),
      ["PolicyKeyMalformed@criteria.0.indicators.0.key"],
    ],
    ["a key used twice", withFirstIndicator({ key: "sus" }), ["PolicyIndicatorRepeated@criteria.2.indicators.0.key"]],
    [
      "an unknown measure",
      withFirstIndicator({ measure: "mood" as never }),
      ["PolicyMeasureUnknown@criteria.0.indicators.0.measure"],
    ],
    [
      "a measure turned round",
      withFirstIndicator({
        better: "lower",
        value: [
          [0.9, 100],
          [1, 0],
        ],
        byTier: {},
      }),
      ["PolicyDirectionWrong@criteria.0.indicators.0.better"],
    ],
    [
      "a floor outside the unit",
      withFirstIndicator({ floor: 99 }),
      ["PolicyNumberOutOfRange@criteria.0.indicators.0.floor"],
    ],
    [
      "a value function that goes back",
      withFirstIndicator({
        value: [
          [0.99, 0],
          [0.99, 100],
        ],
      }),
      ["PolicyValueNotAscending@criteria.0.indicators.0.value"],
    ],
    [
      "a value function that turns",
      withFirstIndicator({
        value: [
          [0.9, 0],
          [0.95, 100],
          [1, 50],
        ],
      }),
      ["PolicyValueTurns@criteria.0.indicators.0.value"],
    ],
    [
      "a value function of one point",
      withFirstIndicator({ value: [[0.99, 60]] }),
      ["PolicyValuePointsTooFew@criteria.0.indicators.0.value"],
    ],
    [
      "no minimum sample",
      withFirstIndicator({ minimumSample: 0 }),
      ["PolicyNumberNotWhole@criteria.0.indicators.0.minimumSample"],
    ],
    [
      "a name in one language",
      withFirstIndicator({ name: { en: "Uptime", zh: " " } }),
      ["PolicyWordsMissing@criteria.0.indicators.0.name.zh"],
    ],
    [
      "a single grantor of waivers",
      { waivers: { grantors: 1, mostDays: 30 } },
      ["PolicyNumberNotWhole@waivers.grantors"],
    ],
    ["more looks by default than allowed", { looks: { default: 3, most: 2 } }, ["PolicyNumberTooSmall@looks.most"]],
    [
      "crossed limits of agreement",
      { agreement: { unreliable: 0.9, tentative: 0.8 } },
      ["PolicyLimitsCrossed@agreement"],
    ],
  ])("is %s", (_, over, reasons) => {
    expect(found(over)).toEqual(reasons);
  });

  it("is a criterion without enough measured indicators or without a rubric", () => {
    const [first] = defaultPolicy.criteria;
    const [availability] = first!.indicators;
    expect(found(withFirstCriterion({ indicators: [{ ...availability!, weight: 1 }] }))).toEqual([
      "PolicyMeasuresTooFew@criteria.0.indicators",
      "PolicyRubricMissing@criteria.0.indicators",
    ]);
  });

  it("is a rubric with four anchors, or none", () => {
    const [stability, ...rest] = defaultPolicy.criteria;
    const rubricOf = (over: Partial<Indicator>): Partial<Policy> => ({
      criteria: [
        { ...stability!, indicators: stability!.indicators.map((one) => (one.rubric ? { ...one, ...over } : one)) },
        ...rest,
      ],
    });
    const rubric = stability!.indicators[2]!.rubric!;
    const four = { ...rubric, anchors: rubric.anchors.slice(1) as never };
    expect(found(rubricOf({ rubric: four }))).toEqual(["PolicyAnchorsNotFive@criteria.0.indicators.2.rubric.anchors"]);
    const bare = { ...stability!.indicators[2]!, rubric: undefined as never };
    const criteria = [{ ...stability!, indicators: [...stability!.indicators.slice(0, 2), bare] }, ...rest];
    expect(found({ criteria })).toEqual(["PolicyRubricMissing@criteria.0.indicators.2.rubric"]);
  });

  it("is a gate that nobody has to decide, or that asks for what nobody knows", () => {
    const { admission } = defaultPolicy.gates;
    const quorum = { ...admission.quorum, III: 0 };
    const conditions = [...admission.conditions, { key: "sunny-weather", waivable: true, deferrable: true }];
    expect(found({ gates: { ...defaultPolicy.gates, admission: { quorum, conditions } } })).toEqual([
      "PolicyNumberNotWhole@gates.admission.quorum.III",
      "PolicyConditionUnknown@gates.admission.conditions.sunny-weather",
    ]);
  });

  it("is a rollout gate without the verdict, or with a verdict that can be waived", () => {
    const { rollout } = defaultPolicy.gates;
    const without = { ...rollout, conditions: rollout.conditions.slice(1) };
    expect(found({ gates: { ...defaultPolicy.gates, rollout: without } })).toEqual([
      "PolicyConditionRequired@gates.rollout.conditions.verdict-of-evidence",
    ]);
    const soft = { ...rollout, conditions: rollout.conditions.map((one) => ({ ...one, waivable: true })) };
    expect(found({ gates: { ...defaultPolicy.gates, rollout: soft } })).toEqual([
      "PolicyConditionNotNegotiable@gates.rollout.conditions.verdict-of-evidence",
      "PolicyConditionNotNegotiable@gates.rollout.conditions.scores-revealed",
      "PolicyConditionNotNegotiable@gates.rollout.conditions.evaluators-enough",
    ]);
  });

  it("is a condition asked of no tier, of all of them by name, or a fixed one that some tiers are spared", () => {
    const { rollout } = defaultPolicy.gates;
    const askedOf = (key: string, tiers: readonly Tier[]): readonly string[] => {
      const conditions = rollout.conditions.map((one) => (one.key === key ? { ...one, tiers } : one));
      return found({ gates: { ...defaultPolicy.gates, rollout: { ...rollout, conditions } } });
    };
    expect(askedOf("cost-stated", ["II", "IV"])).toEqual([]);
    expect(askedOf("cost-stated", [])).toEqual(["PolicyConditionOfNoTier@gates.rollout.conditions.cost-stated.tiers"]);
    for (const unfit of [["I", "II", "III", "IV"], ["IV", "II"], ["II", "II"], ["V"]] as readonly (readonly Tier[])[])
      expect(askedOf("cost-stated", unfit)).toEqual([
        "PolicyConditionTiersUnfit@gates.rollout.conditions.cost-stated.tiers",
      ]);
    expect(askedOf("verdict-of-evidence", ["IV"])).toEqual([
      "PolicyConditionOfEveryTier@gates.rollout.conditions.verdict-of-evidence",
    ]);
  });

  it("is a group that no evidence tells apart, a nameless one, or one that stands twice", () => {
    const [, , usability] = defaultPolicy.criteria;
    const withGroups = (at: number, groups: readonly string[]): readonly string[] => {
      const indicators = usability!.indicators.map((one, i) => (i === at ? { ...one, groups } : one));
      return found({ criteria: [...defaultPolicy.criteria.slice(0, 2), { ...usability!, indicators }] });
    };
    expect(withGroups(0, ["older", "staff"])).toEqual([]);
    expect(withGroups(0, ["older", " staff", "older"])).toEqual([
      "PolicyGroupMalformed@criteria.2.indicators.0.groups",
      "PolicyGroupRepeated@criteria.2.indicators.0.groups",
    ]);
    expect(
      withGroups(
        0,
        Array.from({ length: 21 }, (_, i) => `group ${i}`),
      ),
    ).toEqual(["PolicyGroupsTooMany@criteria.2.indicators.0.groups"]);
    expect(withGroups(2, ["older"])).toEqual(["PolicyGroupsUnexpected@criteria.2.indicators.2.groups"]);
  });

  it("names every fault at once", () => {
    expect(found({ passMark: -1, minimumGroup: 1, drillValidityDays: 0.5 })).toEqual([
      "PolicyNumberOutOfRange@passMark",
      "PolicyNumberNotWhole@minimumGroup",
      "PolicyNumberNotWhole@drillValidityDays",
    ]);
  });
});
