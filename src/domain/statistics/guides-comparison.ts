import { confidenceField, field } from "./guide.ts";
import type { MethodField, MethodGuides } from "./guide.ts";

const twoLists = (a: string, b: string): readonly MethodField[] => [
  field(a, "numbers", { atLeast: 2 }),
  field(b, "numbers", { atLeast: 2 }),
];
const twoShares: readonly MethodField[] = ["x1", "n1", "x2", "n2"].map((name) =>
  field(name, "count", name.startsWith("n") ? { least: 1 } : {}),
);
const countOf = { least: 0, most: 1e7, whole: true, length: 2 } as const;

const scores = {
  a: [62.5, 55.0, 70.0, 47.5, 67.5, 72.5],
  b: [80.0, 77.5, 85.0, 72.5, 90.0, 82.5, 67.5, 87.5],
};

export const comparisonGuides: MethodGuides = {
  newcombe_difference_interval: {
    group: "comparison",
    formula: "p₁ − p₂ − √((p₁ − l₁)² + (u₂ − p₂)²) to p₁ − p₂ + √((u₁ − p₁)² + (p₂ − l₂)²), Wilson limits l, u",
    fields: [...twoShares, { ...confidenceField, optional: true }],
    example: { x1: 56, n1: 70, x2: 48, n2: 80 },
  },
  newcombe_paired_difference: {
    group: "comparison",
    formula:
      "as for two groups, with −2φ(p₁ − l₁)(u₂ − p₂) under the first root and −2φ(u₁ − p₁)(p₂ − l₂) under the second",
    fields: [...["both", "first_only", "second_only", "neither"].map((name) => field(name, "count")), confidenceField],
    example: { both: 36, first_only: 12, second_only: 2, neither: 0, conf: 0.95 },
  },
  non_inferiority_decision: {
    group: "comparison",
    formula: "pass: lower > −margin; fail: upper < −margin; else not enough evidence",
    fields: [
      field("pilot", "numbers", countOf),
      field("baseline", "numbers", countOf),
      field("margin", "number", { least: -1, most: 0 }),
    ],
    example: { pilot: [188, 200], baseline: [385, 400], margin: -0.05 },
  },
  non_inferiority_means: {
    group: "comparison",
    formula: "Welch’s interval of pilot − baseline against −margin",
    fields: [...twoLists("pilot", "baseline"), field("margin", "number", { least: 1e-9 }), confidenceField],
    example: { pilot: [60, 72, 64, 58, 61, 70, 65], baseline: [71, 68, 80, 75, 66, 90], margin: 5, conf: 0.95 },
  },
  welch_difference: {
    group: "comparison",
    formula: "ā − b̄ ± t(1 − α/2, df) · √(s²ₐ/nₐ + s²_b/n_b), df by Satterthwaite",
    fields: [...twoLists("a", "b"), confidenceField],
    example: { ...scores, conf: 0.95 },
  },
  hedges_g: {
    group: "comparison",
    formula: "g = J · (ā − b̄)/s_pooled, J = Γ(df/2) / (√(df/2) · Γ((df − 1)/2))",
    fields: twoLists("a", "b"),
    example: scores,
  },
  mann_whitney_hodges_lehmann: {
    group: "comparison",
    formula: "median of all xᵢ − yⱼ; interval between the ranks of U’s distribution",
    fields: [
      field("experiment", "numbers", { atLeast: 1 }),
      field("control", "numbers", { atLeast: 1 }),
      confidenceField,
    ],
    example: { experiment: [10, 20, 30, 40], control: [1, 2, 3, 4], conf: 0.95 },
  },
  wilcoxon_signed_rank: {
    group: "comparison",
    formula: "median of all (dᵢ + dⱼ)/2, i ≤ j; interval between the ranks of V’s distribution",
    fields: [
      field("before", "numbers", { atLeast: 1 }),
      field("after", "numbers", { atLeast: 1, like: "before" }),
      confidenceField,
    ],
    example: {
      before: [1.83, 0.5, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.3],
      after: [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29],
      conf: 0.95,
    },
  },
  fisher_exact: {
    group: "comparison",
    formula: "sum of the probabilities of all tables with these margins that are no likelier than this one",
    fields: [field("table", "table", { least: 0, most: 1e6, whole: true, length: 2, atLeast: 2 })],
    example: {
      table: [
        [3, 1],
        [1, 3],
      ],
    },
  },
};
