import { confidenceField, field, oneSidedField } from "./guide.ts";
import type { MethodGuides } from "./guide.ts";

const answer = { least: 1, most: 5, whole: true } as const;

export const usabilityGuides: MethodGuides = {
  sus_study: {
    group: "usability",
    formula: "2.5 · (Σ odd (x − 1) + Σ even (5 − x)) for each; mean ± t(1 − α/2, n − 1) · sd/√n",
    fields: [field("respondents", "ratings", { ...answer, length: 10, atLeast: 1 }), confidenceField],
    example: {
      respondents: [
        [5, 1, 5, 1, 5, 1, 5, 1, 5, 1],
        [4, 2, 4, 2, 4, 2, 4, 2, 4, 2],
        [3, 3, 3, 3, 3, 3, 3, 3, 3, 3],
        [4, null, null, null, 4, 2, 4, 2, 4, 2],
        [5, 4, 2, 1, 2, 3, 2, 4, 5, 2],
      ],
      conf: 0.95,
    },
  },
  bounded_mean_bound: {
    group: "usability",
    formula:
      "m′ − t(c; n) · s′/√(n + 1), m′ and s′ of the n answers and one more at the lowest end; above m + t(c; n − 1) · s/√n",
    fields: [
      field("scores", "numbers", { atLeast: 2 }),
      field("lowest", "number"),
      field("highest", "number"),
      oneSidedField,
    ],
    example: {
      scores: [85, 72.5, 90, 77.5, 82.5, 70, 95, 80, 65, 87.5, 30, 75],
      lowest: 0,
      highest: 100,
      conf_one_sided: 0.95,
    },
  },
  sus_score: {
    group: "usability",
    formula: "2.5 · (Σ odd (x − 1) + Σ even (5 − x))",
    fields: [field("items", "answers", { ...answer, length: 10 })],
    example: { items: [5, 4, 2, 1, 2, 3, 2, 4, 5, 2] },
  },
  sus_score_missing: {
    group: "usability",
    formula: "2.5 · (Σ odd (x − 1) + Σ even (5 − x)), missing x = 3",
    fields: [field("items", "answers", { ...answer, length: 10 })],
    example: {
      items: [4, 2, null, 2, 4, 1, 5, null, 4, 2],
      rule: "Brooke: a missing answer is the centre point 3",
    },
  },
  sus_curved_grade: {
    group: "usability",
    formula:
      "A+ ≥ 84.1, A ≥ 80.8, A− ≥ 78.9, B+ ≥ 77.2, B ≥ 74.1, B− ≥ 72.6, C+ ≥ 71.1, C ≥ 65, C− ≥ 62.7, D ≥ 51.7, else F",
    fields: [field("scores", "numbers", { least: 0, most: 100, atLeast: 1 })],
    example: {
      scores: [100, 84.1, 84.0, 84.05, 80.8, 80.75, 78.9, 77.2, 74.1, 72.6, 71.1, 71.05, 65.0, 62.7, 51.7, 51.65, 0],
    },
  },
  sus_percentile_band: {
    group: "usability",
    formula: "A+ 96–100, A 90–95, A− 85–89, B+ 80–84, B 70–79, B− 65–69, C+ 60–64, C 41–59, C− 35–40, D 15–34, F 0–14",
    fields: [field("scores", "numbers", { least: 0, most: 100, atLeast: 1 })],
    example: { scores: [84.1, 80.8, 72.6, 68, 51.7, 30] },
  },
  sus_adjective_anchors: { group: "usability", formula: "means of raters, no formula", fields: [], example: {} },
  umux_lite: {
    group: "usability",
    formula: "(x₁ + x₂ − 2) · 100 / (2 · (k − 1)) on k points",
    fields: [
      field("items", "numbers", { least: 1, most: 100, whole: true, length: 2 }),
      field("scale_max", "count", { least: 2, most: 100 }),
    ],
    example: { items: [6, 6], scale_max: 7 },
  },
  mean_t_interval: {
    group: "usability",
    formula: "x̄ ± t(1 − α/2, n − 1) · sd/√n",
    fields: [field("x", "numbers", { atLeast: 2 }), confidenceField],
    example: { x: [90.0, 77.5, 72.5, 95.0, 62.5, 57.5, 100.0, 95.0, 95.0, 80.0, 82.5, 87.5], conf: 0.95 },
  },
  geometric_mean_interval: {
    group: "usability",
    formula: "exp(mean of ln t ± t(1 − α/2, n − 1) · sd of ln t/√n)",
    fields: [field("times_s", "numbers", { least: 1e-9, atLeast: 2 }), confidenceField],
    example: { times_s: [55, 65, 75, 62, 45, 135], conf: 0.95 },
  },
  median_order_statistic_interval: {
    group: "usability",
    formula: "x₍ₖ₎ to x₍ₙ₊₁₋ₖ₎, k the binomial(n, ½) quantile at α/2",
    fields: [field("x", "numbers", { atLeast: 1 }), confidenceField],
    example: {
      x: [45, 49, 55, 57, 58, 60, 61, 62, 64, 65, 66, 68, 69, 71, 73, 75, 77, 80, 84, 90, 95, 102, 120, 135, 150],
      conf: 0.95,
    },
  },
};
