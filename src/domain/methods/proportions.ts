import {
  adjustedWaldInterval,
  clopperPearsonInterval,
  jeffreysInterval,
  oneSidedLowerBounds,
  wilsonInterval,
} from "../statistics/proportions.ts";
import type { Interval } from "../statistics/proportions.ts";
import { confidenceField, field, oneSidedField } from "./method-field.ts";
import type { Method, Methods, Source } from "./method.ts";
import type { MethodInput } from "./method-input.ts";
import { clopperPearson1934 } from "./sources.ts";

const wilson1927: Source = {
  key: "wilson-1927",
  reference:
    "Wilson, E. B. (1927). Probable inference, the law of succession, and statistical inference. Journal of the American Statistical Association 22(158): 209–212.",
};

const newcombe1998One: Source = {
  key: "newcombe-1998-one",
  reference:
    "Newcombe, R. G. (1998). Two-sided confidence intervals for the single proportion: comparison of seven methods. Statistics in Medicine 17(8): 857–872, method 3.",
};

const brown2001: Source = {
  key: "brown-2001",
  reference:
    "Brown, L. D., Cai, T. T., DasGupta, A. (2001). Interval estimation for a binomial proportion. Statistical Science 16(2): 101–133.",
};

const agrestiCoull1998: Source = {
  key: "agresti-coull-1998",
  reference:
    "Agresti, A., Coull, B. A. (1998). Approximate is better than “exact” for interval estimation of binomial proportions. The American Statistician 52(2): 119–126.",
};

const sauroLewis2005: Source = {
  key: "sauro-lewis-2005",
  reference:
    "Sauro, J., Lewis, J. R. (2005). Estimating completion rates from small samples using binomial confidence intervals: comparisons and recommendations. Proceedings of the Human Factors and Ergonomics Society Annual Meeting 49(24): 2100–2103.",
};

export const proportionMethods: Methods = {
  wilson_interval: {
    about: "Wilson's score interval of a share, two-sided",
    sources: [wilson1927, newcombe1998One],
    formula: "(p̂ + z²/2n ± z · √(p̂(1 − p̂)/n + z²/4n²)) / (1 + z²/n)",
    example: { successes: 81, n: 263, conf: 0.95 },
    ...interval(wilsonInterval),
  },
  clopper_pearson_interval: {
    about: "Exact interval of a share, two-sided",
    sources: [clopperPearson1934, brown2001],
    formula: "[BetaQuantile(α/2; s, n − s + 1), BetaQuantile(1 − α/2; s + 1, n − s)]",
    example: { successes: 81, n: 263, conf: 0.95 },
    ...interval(clopperPearsonInterval),
  },
  jeffreys_interval: {
    about: "Jeffreys' interval with the end-point rule",
    sources: [brown2001],
    formula: "BetaQuantile(α/2 and 1 − α/2; s + ½, n − s + ½)",
    example: { successes: 2, n: 20, conf: 0.95 },
    ...interval(jeffreysInterval),
  },
  adjusted_wald_interval: {
    about: "Adjusted Wald interval, clipped to 0–1",
    sources: [agrestiCoull1998, sauroLewis2005],
    formula: "p̃ ± z · √(p̃(1 − p̃)/ñ), ñ = n + z², p̃ = (s + z²/2)/ñ",
    example: { successes: 7, n: 10, conf: 0.95 },
    ...interval(adjustedWaldInterval),
  },
  one_sided_lower_bounds: {
    about: "One-sided lower bounds of a share; a gate reads Clopper-Pearson",
    sources: [clopperPearson1934, wilson1927, brown2001],
    formula: "BetaQuantile(1 − c; s, n − s + 1)",
    fields: [field("successes", "count"), field("n", "count"), oneSidedField],
    example: { successes: 58, n: 60, conf_one_sided: 0.975 },
    run: (input) => {
      const bounds = oneSidedLowerBounds(
        input.count("successes"),
        input.count("n"),
        input.probability("conf_one_sided"),
      );
      return { wilson: bounds.wilson, clopper_pearson: bounds.clopperPearson, jeffreys: bounds.jeffreys };
    },
  },
};

/** Two-sided, of successes among trials. */
function interval(of: (successes: number, n: number, confidence: number) => Interval): Pick<Method, "fields" | "run"> {
  const run = (input: MethodInput) => {
    const n = input.count("n");
    const { lower, upper } =
      n === 0 ? { lower: 0, upper: 1 } : of(input.count("successes"), n, input.probability("conf"));
    return n === 0 ? { lower, upper, decision: "not_enough_evidence" } : { lower, upper };
  };
  return { fields: [field("successes", "count"), field("n", "count"), confidenceField], run };
}
