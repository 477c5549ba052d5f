import { hedgesG, welchDifference } from "../statistics/means.ts";
import { confidenceField, field } from "./method-field.ts";
import type { MethodField } from "./method-field.ts";
import type { Methods, Source } from "./method.ts";
import { MethodInputError } from "./method-input.ts";
import { ichE9, piaggio2012 } from "./sources.ts";

const welch1947: Source = {
  key: "welch-1947",
  reference:
    "Welch, B. L. (1947). The generalization of “Student’s” problem when several different population variances are involved. Biometrika 34(1–2): 28–35.",
};

const satterthwaite1946: Source = {
  key: "satterthwaite-1946",
  reference:
    "Satterthwaite, F. E. (1946). An approximate distribution of estimates of variance components. Biometrics Bulletin 2(6): 110–114.",
};

const hedges1981: Source = {
  key: "hedges-1981",
  reference:
    "Hedges, L. V. (1981). Distribution theory for Glass’s estimator of effect size and related estimators. Journal of Educational Statistics 6(2): 107–128.",
};

const twoLists = (a: string, b: string): readonly MethodField[] => [
  field(a, "numbers", { atLeast: 2 }),
  field(b, "numbers", { atLeast: 2 }),
];

const usabilityScores = {
  a: [62.5, 55.0, 70.0, 47.5, 67.5, 72.5],
  b: [80.0, 77.5, 85.0, 72.5, 90.0, 82.5, 67.5, 87.5],
};

export const meanDifferenceMethods: Methods = {
  non_inferiority_means: {
    about: "Is the pilot's mean not worse than the baseline's by more than a margin?",
    sources: [piaggio2012, welch1947, ichE9],
    formula: "Welch’s interval of pilot − baseline against −margin",
    fields: [...twoLists("pilot", "baseline"), field("margin", "number", { least: 1e-9 }), confidenceField],
    example: { pilot: [60, 72, 64, 58, 61, 70, 65], baseline: [71, 68, 80, 75, 66, 90], margin: 5, conf: 0.95 },
    simulated: null,
    run: (input) => {
      const margin = input.number("margin");
      if (!(margin > 0)) throw new MethodInputError("margin: is above 0");
      const x = welchDifference(input.numbers("pilot"), input.numbers("baseline"), input.probability("conf"));
      const decision = x.lower > -margin ? "pass" : x.upper < -margin ? "fail" : "not_enough_evidence";
      return { diff: x.diff, lower: x.lower, upper: x.upper, decision };
    },
  },
  welch_difference: {
    about: "Difference of two means, unequal variances",
    sources: [welch1947, satterthwaite1946],
    formula: "ā − b̄ ± t(1 − α/2, df) · √(s²ₐ/nₐ + s²_b/n_b), df by Satterthwaite",
    fields: [...twoLists("a", "b"), confidenceField],
    example: { ...usabilityScores, conf: 0.95 },
    run: (input) => ({ ...welchDifference(input.numbers("a"), input.numbers("b"), input.probability("conf")) }),
  },
  hedges_g: {
    about: "Standardised difference of two means",
    sources: [hedges1981],
    formula: "g = J · (ā − b̄)/s_pooled, J = Γ(df/2) / (√(df/2) · Γ((df − 1)/2))",
    fields: twoLists("a", "b"),
    example: usabilityScores,
    run: (input) => {
      const { cohenD, gApproximate, gExact } = hedgesG(input.numbers("a"), input.numbers("b"));
      return { cohen_d: cohenD, g_approx: gApproximate, g_exact: gExact };
    },
  },
};
