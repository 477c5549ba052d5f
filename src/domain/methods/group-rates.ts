import type { Json } from "../words/json.ts";
import { katzRatio } from "../statistics/differences.ts";
import { groupMetrics, spread } from "../statistics/fairness.ts";
import { compareGroups } from "../statistics/group-comparison.ts";
import type { GroupComparison } from "../statistics/group-comparison.ts";
import { confidenceField, field } from "./method-field.ts";
import { finite } from "./method.ts";
import type { Methods, Source } from "./method.ts";
import { MethodInputError } from "./method-input.ts";
import type { MethodInput } from "./method-input.ts";
import { twoShares } from "./share-differences.ts";
import { katz1978, newcombe1998Two } from "./sources.ts";

const hardt2016: Source = {
  key: "hardt-2016",
  reference:
    "Hardt, M., Price, E., Srebro, N. (2016). Equality of opportunity in supervised learning. Advances in Neural Information Processing Systems 29: 3315–3323.",
};

const fairlearn2023: Source = {
  key: "fairlearn-2023",
  reference:
    "Weerts, H., Dudík, M., Edgar, R., Jalali, A., Lutz, R., Madaio, M. (2023). Fairlearn: assessing and improving fairness of AI systems. Journal of Machine Learning Research 24(257): 1–8.",
};

const chouldechova2017: Source = {
  key: "chouldechova-2017",
  reference:
    "Chouldechova, A. (2017). Fair prediction with disparate impact: a study of bias in recidivism prediction instruments. Big Data 5(2): 153–163.",
};

const yesNo = { least: 0, most: 1, whole: true } as const;

/** Groups compared with their sample sizes. */
export const groupRateMethods: Methods = {
  group_comparison: {
    about: "Each group's rate against a reference group: difference, ratio, and nothing said about the few",
    sources: [newcombe1998Two, katz1978],
    formula: "p − p_ref (Newcombe) and p / p_ref (Katz), for groups of at least the minimum size",
    fields: [
      field("groups", "records", {
        atLeast: 2,
        least: 0,
        most: 1e7,
        whole: true,
        columns: [{ name: "group", kind: "word" }, { name: "events" }, { name: "n" }],
      }),
      field("reference", "word"),
      field("minimum", "count"),
      confidenceField,
    ],
    example: {
      groups: [
        { group: "a", events: 54, n: 120 },
        { group: "b", events: 30, n: 100 },
        { group: "c", events: 4, n: 18 },
      ],
      reference: "a",
      minimum: 30,
      conf: 0.95,
    },
    simulated: null,
    run: (input): Json => {
      const groups = input.objects("groups").map((row) => {
        const group = row.raw("group");
        if (typeof group !== "string") throw new MethodInputError("groups: each has a group, which is text");
        return { group, events: row.count("events"), n: row.count("n") };
      });
      const reference = input.raw("reference");
      if (typeof reference !== "string") throw new MethodInputError("reference: is text");
      const rules = { minimum: input.count("minimum"), confidence: input.probability("conf") };
      return {
        by_group: Object.fromEntries(compareGroups(groups, reference, rules).map((x) => [x.group, comparisonJson(x)])),
      };
    },
  },
  group_metrics: {
    about: "Selection rate, TPR, FPR and PPV per group with the usual spreads",
    sources: [hardt2016, fairlearn2023, chouldechova2017],
    formula: "selection (TP + FP)/n, TPR TP/(TP + FN), FPR FP/(FP + TN), PPV TP/(TP + FP)",
    fields: [
      field("y_true", "numbers", { ...yesNo, atLeast: 1 }),
      field("y_pred", "numbers", { ...yesNo, like: "y_true" }),
      field("group", "words", { like: "y_true" }),
    ],
    example: {
      y_true: [0, 1, 1, 1, 1, 0, 1, 0, 1, 0, 0, 0, 1, 1, 1, 1, 1, 1],
      y_pred: [0, 0, 1, 0, 1, 1, 1, 0, 0, 1, 1, 1, 1, 0, 0, 1, 1, 0],
      group: ["b", "b", "a", "b", "b", "c", "c", "c", "a", "a", "c", "a", "b", "c", "c", "b", "c", "c"],
    },
    run: (input) => {
      const by = groupMetrics(outcomes(input, "y_true"), outcomes(input, "y_pred"), input.strings("group"));
      const groups = Object.values(by);
      const [sel, tpr, fpr] = [
        spread(groups.map((g) => g.sel)),
        spread(groups.map((g) => g.tpr)),
        spread(groups.map((g) => g.fpr)),
      ];
      return {
        by_group: Object.fromEntries(Object.entries(by).map(([name, g]) => [name, { ...g }])),
        demographic_parity_difference: finite(sel.difference),
        demographic_parity_ratio: finite(sel.ratio),
        equal_opportunity_difference: finite(tpr.difference),
        equalized_odds_difference: finite(Math.max(tpr.difference, fpr.difference)),
        equalized_odds_ratio: finite(Math.min(tpr.ratio, fpr.ratio)),
      };
    },
  },
  risk_ratio_katz_log: {
    about: "Ratio of two shares with Katz's log interval; no zero cells",
    sources: [katz1978],
    formula: "ratio · exp(± z · √(1/x₁ − 1/n₁ + 1/x₂ − 1/n₂))",
    fields: [...["x1", "n1", "x2", "n2"].map((name) => field(name, "count", { least: 1 })), confidenceField],
    example: { x1: 189, n1: 11_034, x2: 104, n2: 11_037, conf: 0.95 },
    run: (input) => ({ ...katzRatio(...twoShares(input), input.probability("conf")) }),
  },
};

function comparisonJson({ n, verdict, rate, difference, ratio, underFourFifths }: GroupComparison): Json {
  const decision = verdict.replaceAll("-", "_");
  if (rate === undefined) return { n, decision };
  if (difference === undefined) return { n, rate, decision };
  return {
    n,
    rate,
    decision,
    diff: difference.diff,
    diff_lower: difference.lower,
    diff_upper: difference.upper,
    ratio: ratio?.ratio ?? null,
    ratio_lower: ratio?.lower ?? null,
    ratio_upper: ratio?.upper ?? null,
    under_four_fifths: underFourFifths ?? false,
  };
}

function outcomes(input: MethodInput, name: string): readonly number[] {
  const values = input.numbers(name);
  if (values.some((x) => x !== 0 && x !== 1)) throw new MethodInputError(`${name}: holds 0 and 1 only`);
  return values;
}
