import { newcombeDifference, nonInferiority } from "../statistics/differences.ts";
import type { Count } from "../statistics/differences.ts";
import { pairedDifference } from "../statistics/paired-shares.ts";
import { confidenceField, field } from "./method-field.ts";
import type { MethodField } from "./method-field.ts";
import type { Methods, Source } from "./method.ts";
import type { MethodInput } from "./method-input.ts";
import { ichE9, newcombe1998Two, piaggio2012 } from "./sources.ts";

const newcombe1998Paired: Source = {
  key: "newcombe-1998-paired",
  reference:
    "Newcombe, R. G. (1998). Improved confidence intervals for the difference between binomial proportions based on paired data. Statistics in Medicine 17(22): 2635–2650, method 10.",
};

const twoShareFields: readonly MethodField[] = ["x1", "n1", "x2", "n2"].map((name) =>
  field(name, "count", name.startsWith("n") ? { least: 1 } : {}),
);
const countOf = { least: 0, most: 1e7, whole: true, length: 2 } as const;

export const shareDifferenceMethods: Methods = {
  newcombe_difference_interval: {
    about: "Difference of two shares, hybrid score interval at 95 %",
    sources: [newcombe1998Two],
    formula: "p₁ − p₂ − √((p₁ − l₁)² + (u₂ − p₂)²) to p₁ − p₂ + √((u₁ − p₁)² + (p₂ − l₂)²), Wilson limits l, u",
    fields: [...twoShareFields, { ...confidenceField, optional: true }],
    example: { x1: 56, n1: 70, x2: 48, n2: 80 },
    run: (input) => ({
      ...newcombeDifference(...twoShares(input), input.has("conf") ? input.probability("conf") : 0.95),
    }),
  },
  newcombe_paired_difference: {
    about: "Difference of two shares of the same people, before and after",
    sources: [newcombe1998Paired],
    formula:
      "as for two groups, with −2φ(p₁ − l₁)(u₂ − p₂) under the first root and −2φ(u₁ − p₁)(p₂ − l₂) under the second",
    fields: [...["both", "first_only", "second_only", "neither"].map((name) => field(name, "count")), confidenceField],
    example: { both: 36, first_only: 12, second_only: 2, neither: 0, conf: 0.95 },
    run: (input) => {
      const counts = {
        both: input.count("both"),
        first: input.count("first_only"),
        second: input.count("second_only"),
        neither: input.count("neither"),
      };
      return { ...pairedDifference(counts, input.probability("conf")) };
    },
  },
  non_inferiority_decision: {
    about: "Is the pilot not worse than the baseline by more than the limit (0 or less)?",
    sources: [piaggio2012, ichE9, newcombe1998Two],
    formula: "pass: lower > −margin; fail: upper < −margin; else not enough evidence",
    fields: [
      field("pilot", "numbers", countOf),
      field("baseline", "numbers", countOf),
      field("margin", "number", { least: -1, most: 0 }),
    ],
    example: { pilot: [188, 200], baseline: [385, 400], margin: -0.05 },
    simulated: null,
    run: (input) => {
      const [a = 0, n = 0] = input.tuple("pilot", 2);
      const [b = 0, m = 0] = input.tuple("baseline", 2);
      const x = nonInferiority({ successes: a, n }, { successes: b, n: m }, input.number("margin"));
      return { diff: x.diff, ci95: x.ci95, ci90: x.ci90, decision_alpha_2_5: x.outcome };
    },
  },
};

/** The successes and trials of two groups. */
export function twoShares(input: MethodInput): [Count, Count] {
  return [
    { successes: input.count("x1"), n: input.count("n1") },
    { successes: input.count("x2"), n: input.count("n2") },
  ];
}
