import { confidenceField, field } from "./guide.ts";
import type { MethodGuides } from "./guide.ts";

const yesNo = { least: 0, most: 1, whole: true } as const;

export const fairnessGuides: MethodGuides = {
  group_comparison: {
    group: "fairness",
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
  },
  group_metrics: {
    group: "fairness",
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
  },
  risk_ratio_katz_log: {
    group: "fairness",
    formula: "ratio · exp(± z · √(1/x₁ − 1/n₁ + 1/x₂ − 1/n₂))",
    fields: [...["x1", "n1", "x2", "n2"].map((name) => field(name, "count", { least: 1 })), confidenceField],
    example: { x1: 189, n1: 11_034, x2: 104, n2: 11_037, conf: 0.95 },
  },
  four_fifths_rule: {
    group: "fairness",
    formula: "5 · x₁ · n₂ < 4 · x₂ · n₁, against the highest rate",
    fields: [field("rates_per_100", "named", { least: 0, most: 100, whole: true, atLeast: 2 })],
    example: { rates_per_100: { white: 60, american_indian: 45, hispanic: 48, black: 51 } },
  },
  four_fifths_rule_exact: {
    group: "fairness",
    formula: "5 · x₁ · n₂ < 4 · x₂ · n₁",
    fields: [
      field("cases", "table", {
        length: 4,
        atLeast: 1,
        least: 0,
        most: 1e12,
        whole: true,
        columns: ["x1", "n1", "x2", "n2"].map((name) => ({ name })),
      }),
    ],
    example: {
      cases: [
        [4, 6, 5, 6],
        [8, 12, 10, 12],
        [48, 80, 60, 80],
      ],
    },
  },
  suppress_small_cells: {
    group: "fairness",
    formula: "every count under the limit, and in each line with just one of these the smallest other count",
    fields: [
      field("counts", "table", { least: 0, most: 1e12, whole: true, atLeast: 1 }),
      field("least", "count", { most: 1000 }),
    ],
    example: {
      counts: [
        [120, 45, 7],
        [80, 33, 21],
        [64, 28, 15],
      ],
      least: 10,
    },
  },
};
