import { field, oneSidedField } from "./guide.ts";
import type { MethodGuides } from "./guide.ts";

const floor = field("floor", "probability");
const alpha = field("alpha", "probability");

/** Before the data: how much, and how often it may be looked at. */
export const planningGuides: MethodGuides = {
  sample_size_share: {
    group: "planning",
    formula: "least n with BetaQuantile(1 − c; p·n, n − p·n + 1) ≥ floor",
    fields: [field("expected", "number", { least: 0, most: 1 }), floor, oneSidedField],
    example: { expected: 0.98, floor: 0.95, conf_one_sided: 0.975 },
  },
  sample_size_mean: {
    group: "planning",
    formula: "least n with (t(c, n − 1) + z(power)) · sd / √n ≤ expected − floor",
    fields: [field("expected", "number"), field("floor", "number"), field("sd", "number", { least: 0 }), oneSidedField],
    example: { expected: 75, floor: 70, sd: 15, conf_one_sided: 0.975 },
  },
  sample_size_availability: {
    group: "planning",
    formula: "least days from which on Σ P(r outages; Poisson) · P(their length lets A_L ≥ floor; gamma) ≥ 0.8",
    fields: [
      field("outages_per_30_days", "number", { least: 0, most: 10_000 }),
      field("minutes_each", "number", { least: 0, most: 43_200 }),
      field("restore_minutes", "number", { least: 0.001, most: 1e6 }),
      floor,
      oneSidedField,
    ],
    example: { outages_per_30_days: 2, minutes_each: 20, restore_minutes: 30, floor: 0.9985, conf_one_sided: 0.975 },
  },
  sample_size_non_inferiority: {
    group: "planning",
    formula: "n = ⌈(z(0.975) + z(0.8))² · 2p(1 − p) / margin²⌉",
    fields: [field("share", "probability"), field("margin", "probability", { least: 1e-6 })],
    example: { share: 0.85, margin: 0.1 },
  },
  sample_size_equivalence: {
    group: "planning",
    formula:
      "least n with Φ((limit − d)√n/σ − z(c)) + Φ((limit + d)√n/σ − z(c)) − 1 ≥ 0.8, σ² = p₁(1 − p₁) + p₂(1 − p₂)",
    fields: [
      field("share", "number", { least: 0, most: 1 }),
      field("reference", "number", { least: 0, most: 1 }),
      field("limit", "probability", { least: 1e-6 }),
      oneSidedField,
    ],
    example: { share: 0.7, reference: 0.7, limit: 0.1, conf_one_sided: 0.975 },
  },
  min_n_all_success: {
    group: "planning",
    formula: "least n with p0ⁿ ≤ α",
    fields: [field("p0", "numbers", { least: 1e-9, most: 1 - 1e-9, atLeast: 1 }), alpha],
    example: { p0: [0.9, 0.95, 0.99, 0.995, 0.999], alpha: 0.05 },
  },
  one_sided_gate_min_n_all_success: {
    group: "planning",
    formula: "least n with (1 − p0ⁿ⁺¹) / ((n + 1)(1 − p0) · p0ⁿ) ≥ 1/α",
    fields: [
      field("p0", "numbers", { least: 1e-9, most: 0.9999, atLeast: 1 }),
      field("alpha", "probability", { least: 1e-9 }),
    ],
    example: { p0: [0.9, 0.95, 0.99, 0.999], alpha: 0.05 },
  },
  min_n_per_group_for_ratio_gate: {
    group: "planning",
    formula: "n = ⌊2(1 − p)/p · (z(1 − (1 − c)/2) / ln limit)²⌋ + 1",
    fields: [
      field("selection_rate", "numbers", { least: 1e-6, most: 1 - 1e-6, atLeast: 1 }),
      field("ratio_limit", "probability"),
      field("conf", "probability"),
    ],
    example: { selection_rate: [0.2, 0.5, 0.8], ratio_limit: 0.8, conf: 0.95 },
  },
  look_confidence: {
    group: "planning",
    formula: "c′ = 1 − (1 − c)/L; a floor fails at (1 − c′)/m",
    fields: [
      field("conf", "probability"),
      field("looks", "count", { least: 1, most: 1000 }),
      field("floors", "count", { least: 1, most: 1000 }),
    ],
    example: { conf: 0.95, looks: 2, floors: 9 },
  },
  one_sided_gate_e_value: {
    group: "planning",
    formula: "E = B(1 + s, 1 + f) · (1 − I_p0(1 + s, 1 + f)) / ((1 − p0) · p0ˢ · (1 − p0)ᶠ)",
    fields: [
      field("s_f_p0", "table", {
        length: 3,
        atLeast: 1,
        least: 0,
        columns: [{ name: "s" }, { name: "f" }, { name: "p0" }],
      }),
    ],
    example: {
      s_f_p0: [
        [58, 2, 0.9],
        [97, 3, 0.95],
        [198, 2, 0.95],
        [190, 10, 0.95],
        [500, 0, 0.99],
      ],
      prior: "uniform on (p0,1)",
    },
  },
  e_value_sequence: {
    group: "planning",
    formula: "E after each check; act once E ≥ 1/α",
    fields: [
      field("outcomes", "numbers", { least: 0, most: 1, whole: true, atLeast: 1 }),
      field("p0", "probability"),
      alpha,
    ],
    example: {
      outcomes: [...Array.from({ length: 12 }, () => 1), 0, ...Array.from({ length: 30 }, () => 1)],
      p0: 0.8,
      alpha: 0.05,
    },
  },
};
