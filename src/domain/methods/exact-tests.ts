import { fisherExact } from "../statistics/fisher.ts";
import { mannWhitney } from "../statistics/mann-whitney.ts";
import { signedRank } from "../statistics/signed-rank.ts";
import { confidenceField, field } from "./method-field.ts";
import { finite, tooFew } from "./method.ts";
import type { Methods, Source } from "./method.ts";
import { MethodInputError } from "./method-input.ts";

const mannWhitney1947: Source = {
  key: "mann-whitney-1947",
  reference:
    "Mann, H. B., Whitney, D. R. (1947). On a test of whether one of two random variables is stochastically larger than the other. Annals of Mathematical Statistics 18(1): 50–60.",
};

const hodgesLehmann1963: Source = {
  key: "hodges-lehmann-1963",
  reference:
    "Hodges, J. L., Lehmann, E. L. (1963). Estimates of location based on rank tests. Annals of Mathematical Statistics 34(2): 598–611.",
};

const hollander2014Two: Source = {
  key: "hollander-2014-two",
  reference:
    "Hollander, M., Wolfe, D. A., Chicken, E. (2014). Nonparametric Statistical Methods, 3rd ed. Wiley, chapter 4.",
};

const wilcoxon1945: Source = {
  key: "wilcoxon-1945",
  reference: "Wilcoxon, F. (1945). Individual comparisons by ranking methods. Biometrics Bulletin 1(6): 80–83.",
};

const hollander2014One: Source = {
  key: "hollander-2014-one",
  reference:
    "Hollander, M., Wolfe, D. A., Chicken, E. (2014). Nonparametric Statistical Methods, 3rd ed. Wiley, chapter 3.",
};

const fisher1935: Source = {
  key: "fisher-1935",
  reference: "Fisher, R. A. (1935). The Design of Experiments. Oliver & Boyd, chapter II.",
};

const rFisher: Source = {
  key: "r-fisher",
  reference: "R Core Team. R: A Language and Environment for Statistical Computing, function stats::fisher.test.",
};

/** Comparisons by ranks and by counting tables, exact for small samples. */
export const exactTestMethods: Methods = {
  mann_whitney_hodges_lehmann: {
    about: "Shift between two samples by ranks, exact for small ones",
    sources: [mannWhitney1947, hodgesLehmann1963, hollander2014Two],
    formula: "median of all xᵢ − yⱼ; interval between the ranks of U’s distribution",
    fields: [
      field("experiment", "numbers", { atLeast: 1 }),
      field("control", "numbers", { atLeast: 1 }),
      confidenceField,
    ],
    example: { experiment: [10, 20, 30, 40], control: [1, 2, 3, 4], conf: 0.95 },
    run: (input) => {
      const x = mannWhitney(input.numbers("experiment"), input.numbers("control"), input.probability("conf"));
      return { U: x.u, p: x.p, estimate: x.estimate, lower: x.lower, upper: x.upper, ...tooFew(x.lower) };
    },
  },
  wilcoxon_signed_rank: {
    about: "Shift of the same people's values by signed ranks, exact for small samples",
    sources: [wilcoxon1945, hodgesLehmann1963, hollander2014One],
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
    run: (input) => {
      const [before, after] = [input.numbers("before"), input.numbers("after")];
      if (before.length !== after.length) throw new MethodInputError("after: as many numbers as before");
      const x = signedRank(
        after.map((value, i) => value - (before[i] ?? 0)),
        input.probability("conf"),
      );
      return { V: x.v, p: x.p, estimate: x.estimate, lower: x.lower, upper: x.upper, ...tooFew(x.lower) };
    },
  },
  fisher_exact: {
    about: "Exact test of a two-by-two table, with the odds ratio R reports",
    sources: [fisher1935, rFisher],
    formula: "sum of the probabilities of all tables with these margins that are no likelier than this one",
    fields: [field("table", "table", { least: 0, most: 1e6, whole: true, length: 2, atLeast: 2 })],
    example: {
      table: [
        [3, 1],
        [1, 3],
      ],
    },
    run: (input) => {
      const [top, bottom, ...rest] = input.tuples("table", 2);
      if (top === undefined || bottom === undefined || rest.length > 0)
        throw new MethodInputError("table: has two rows");
      const [[a = 0, b = 0], [c = 0, d = 0]] = [top, bottom];
      if (![a, b, c, d].every((x) => Number.isSafeInteger(x) && x >= 0))
        throw new MethodInputError("table: holds whole numbers from 0 on");
      const x = fisherExact([
        [a, b],
        [c, d],
      ]);
      return {
        p_two_sided: x.pTwoSided,
        p_greater: x.pGreater,
        sample_odds_ratio: finite(x.sampleOddsRatio),
        conditional_mle_odds_ratio: finite(x.conditionalOddsRatio.asR),
        conditional_mle_odds_ratio_exact: finite(x.conditionalOddsRatio.exact),
      };
    },
  },
};
