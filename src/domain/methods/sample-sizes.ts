import type { Json } from "../words/json.ts";
import { minimumPerGroupForRatio } from "../statistics/differences.ts";
import { minimumAllSuccessAnytime } from "../statistics/e-value.ts";
import { minimumAllSuccess } from "../statistics/proportions.ts";
import type { SampleSize } from "../statistics/sample-size.ts";
import { sampleSizeAvailability } from "../statistics/sample-size-availability.ts";
import {
  sampleSizeEquivalence,
  sampleSizeMean,
  sampleSizeNonInferiority,
  sampleSizeShare,
} from "../statistics/sample-size.ts";
import { alphaField, field, oneSidedField } from "./method-field.ts";
import type { Methods, Source } from "./method.ts";
import {
  clopperPearson1934,
  epsteinSobel1953,
  hanley1983,
  katz1978,
  ramdas2023,
  robbins1970,
  thompson1966,
  ville1939,
} from "./sources.ts";

const guenther1981: Source = {
  key: "guenther-1981",
  reference:
    "Guenther, W. C. (1981). Sample size formulas for normal theory t tests. The American Statistician 35(4): 243–244.",
};

const blackwelder1982: Source = {
  key: "blackwelder-1982",
  reference:
    "Blackwelder, W. C. (1982). “Proving the null hypothesis” in clinical trials. Controlled Clinical Trials 3(4): 345–353.",
};

const schuirmann1987: Source = {
  key: "schuirmann-1987",
  reference:
    "Schuirmann, D. J. (1987). A comparison of the two one-sided tests procedure and the power approach for assessing the equivalence of average bioavailability. Journal of Pharmacokinetics and Biopharmaceutics 15(6): 657–680.",
};

const julious2004: Source = {
  key: "julious-2004",
  reference:
    "Julious, S. A. (2004). Sample sizes for clinical trials with Normal data. Statistics in Medicine 23(12): 1921–1986.",
};

const floor = field("floor", "probability");

/** How much evidence to plan for, before anybody collects it. */
export const sampleSizeMethods: Methods = {
  sample_size_share: {
    about: "Independent trials for the exact lower bound of a share to reach a floor",
    sources: [clopperPearson1934],
    formula: "least n with BetaQuantile(1 − c; p·n, n − p·n + 1) ≥ floor",
    fields: [field("expected", "number", { least: 0, most: 1 }), floor, oneSidedField],
    example: { expected: 0.98, floor: 0.95, conf_one_sided: 0.975 },
    run: (input) =>
      sizes(sampleSizeShare(input.number("expected"), input.probability("floor"), input.probability("conf_one_sided"))),
  },
  sample_size_mean: {
    about: "Observations for the t-bound of a mean to reach a floor",
    sources: [guenther1981],
    formula: "least n with (t(c, n − 1) + z(power)) · sd / √n ≤ expected − floor",
    fields: [field("expected", "number"), field("floor", "number"), field("sd", "number", { least: 0 }), oneSidedField],
    example: { expected: 75, floor: 70, sd: 15, conf_one_sided: 0.975 },
    run: (input) =>
      sizes(
        sampleSizeMean(
          input.number("expected") - input.number("floor"),
          input.number("sd"),
          input.probability("conf_one_sided"),
        ),
      ),
  },
  sample_size_availability: {
    about: "Days of observation for the availability's bound to reach a floor, with an even chance and with 80 %",
    sources: [thompson1966, epsteinSobel1953],
    formula: "least days from which on Σ P(r outages; Poisson) · P(their length lets A_L ≥ floor; gamma) ≥ 0.8",
    fields: [
      field("outages_per_30_days", "number", { least: 0, most: 10_000 }),
      field("minutes_each", "number", { least: 0, most: 43_200 }),
      field("restore_minutes", "number", { least: 0.001, most: 1e6 }),
      floor,
      oneSidedField,
    ],
    example: { outages_per_30_days: 2, minutes_each: 20, restore_minutes: 30, floor: 0.9985, conf_one_sided: 0.975 },
    run: (input): Json => {
      const expected = {
        per30Days: input.number("outages_per_30_days"),
        minutesEach: input.number("minutes_each"),
        restoreMinutes: input.number("restore_minutes"),
      };
      const days = sampleSizeAvailability(expected, input.probability("floor"), input.probability("conf_one_sided"));
      return { days_with_80_percent_chance: days?.withPower ?? null, days_with_even_chance: days?.atEstimate ?? null };
    },
  },
  sample_size_non_inferiority: {
    about: "People per group to show that a share is not worse by more than a margin",
    sources: [blackwelder1982],
    formula: "n = ⌈(z(0.975) + z(0.8))² · 2p(1 − p) / margin²⌉",
    fields: [field("share", "probability"), field("margin", "probability", { least: 1e-6 })],
    example: { share: 0.85, margin: 0.1 },
    run: (input) => ({
      n_per_group: sampleSizeNonInferiority(input.probability("share"), input.probability("margin")),
    }),
  },
  sample_size_equivalence: {
    about: "People per group to show that two shares lie apart by less than a limit, whichever is ahead",
    sources: [schuirmann1987, julious2004],
    formula:
      "least n with Φ((limit − d)√n/σ − z(c)) + Φ((limit + d)√n/σ − z(c)) − 1 ≥ 0.8, σ² = p₁(1 − p₁) + p₂(1 − p₂)",
    fields: [
      field("share", "number", { least: 0, most: 1 }),
      field("reference", "number", { least: 0, most: 1 }),
      field("limit", "probability", { least: 1e-6 }),
      oneSidedField,
    ],
    example: { share: 0.7, reference: 0.7, limit: 0.1, conf_one_sided: 0.975 },
    run: (input) => {
      const [share, reference] = [input.number("share"), input.number("reference")];
      const size = sampleSizeEquivalence(
        share,
        reference,
        input.probability("limit"),
        input.probability("conf_one_sided"),
      );
      return sizes(size);
    },
  },
  min_n_all_success: {
    about: "Trials without a failure that show a share of at least p0",
    sources: [clopperPearson1934, hanley1983],
    formula: "least n with p0ⁿ ≤ α",
    fields: [field("p0", "numbers", { least: 1e-9, most: 1 - 1e-9, atLeast: 1 }), alphaField],
    example: { p0: [0.9, 0.95, 0.99, 0.995, 0.999], alpha: 0.05 },
    run: (input) => ({ n: input.numbers("p0").map((p0) => minimumAllSuccess(p0, input.probability("alpha"))) }),
  },
  one_sided_gate_min_n_all_success: {
    about: "Successes in a row that pass the anytime rule, and the fixed sample",
    sources: [ville1939, robbins1970, ramdas2023],
    formula: "least n with (1 − p0ⁿ⁺¹) / ((n + 1)(1 − p0) · p0ⁿ) ≥ 1/α",
    fields: [
      field("p0", "numbers", { least: 1e-9, most: 0.9999, atLeast: 1 }),
      field("alpha", "probability", { least: 1e-9 }),
    ],
    example: { p0: [0.9, 0.95, 0.99, 0.999], alpha: 0.05 },
    run: (input) => {
      const alpha = input.probability("alpha");
      const p0s = input
        .numbers("p0")
        .map((p0) => ({ fixed: minimumAllSuccess(p0, alpha), ...minimumAllSuccessAnytime(p0, alpha) }));
      return {
        anytime: p0s.map((x) => x.anytime),
        two_sided_beta11: p0s.map((x) => x.twoSidedBeta11),
        fixed_n: p0s.map((x) => x.fixed),
      };
    },
  },
  min_n_per_group_for_ratio_gate: {
    about: "People per group for a ratio gate where both true rates are equal",
    sources: [katz1978],
    formula: "n = ⌊2(1 − p)/p · (z(1 − (1 − c)/2) / ln limit)²⌋ + 1",
    fields: [
      field("selection_rate", "numbers", { least: 1e-6, most: 1 - 1e-6, atLeast: 1 }),
      field("ratio_limit", "probability"),
      field("conf", "probability"),
    ],
    example: { selection_rate: [0.2, 0.5, 0.8], ratio_limit: 0.8, conf: 0.95 },
    run: (input) => {
      const [limit, confidence] = [input.probability("ratio_limit"), input.probability("conf")];
      return { n: input.numbers("selection_rate").map((rate) => minimumPerGroupForRatio(rate, limit, confidence)) };
    },
  },
};

/** null: the expected value does not lie beyond the floor, or ten million would not be enough. */
function sizes(size: SampleSize | undefined): Json {
  return { n_at_estimate: size?.atEstimate ?? null, n_with_80_percent_chance: size?.withPower ?? null };
}
