import { katzRatio, minimumPerGroupForRatio, newcombeDifference, nonInferiority } from "./differences.ts";
import type { Count } from "./differences.ts";
import { groupMetrics, spread, underFourFifths } from "./fairness.ts";
import { fisherExact } from "./fisher.ts";
import { mannWhitney } from "./mann-whitney.ts";
import { finite, tooFew } from "./method.ts";
import type { Methods } from "./method.ts";
import { MethodInputError } from "./method-input.ts";
import type { MethodInput } from "./method-input.ts";

export const comparisonMethods: Methods = {
  newcombe_difference_interval: {
    about: "Difference of two shares, hybrid score interval at 95 %",
    sources: ["newcombe-1998-two"],
    run: (input) => ({ ...newcombeDifference(...pair(input), input.has("conf") ? input.probability("conf") : 0.95) }),
  },
  risk_ratio_katz_log: {
    about: "Ratio of two shares with Katz's log interval; no zero cells",
    sources: ["katz-1978"],
    run: (input) => ({ ...katzRatio(...pair(input), input.probability("conf")) }),
  },
  non_inferiority_decision: {
    about: "Is the pilot not worse than the baseline by more than the limit (0 or less)?",
    sources: ["piaggio-2012", "ich-e9", "newcombe-1998-two"],
    run: (input) => {
      const [a = 0, n = 0] = input.tuple("pilot", 2);
      const [b = 0, m = 0] = input.tuple("baseline", 2);
      const x = nonInferiority({ successes: a, n }, { successes: b, n: m }, input.number("margin"));
      return { diff: x.diff, ci95: x.ci95, ci90: x.ci90, decision_alpha_2_5: x.outcome };
    },
  },
  mann_whitney_hodges_lehmann: {
    about: "Shift between two samples by ranks, exact for small ones",
    sources: ["mann-whitney-1947", "hodges-lehmann-1963", "hollander-2014-two"],
    run: (input) => {
      const x = mannWhitney(input.numbers("experiment"), input.numbers("control"), input.probability("conf"));
      return { U: x.u, p: x.p, estimate: x.estimate, lower: x.lower, upper: x.upper, ...tooFew(x.lower) };
    },
  },
  fisher_exact: {
    about: "Exact test of a two-by-two table, with the odds ratio R reports",
    sources: ["fisher-1935", "r-fisher"],
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
  group_metrics: {
    about: "Selection rate, TPR, FPR and PPV per group with the usual spreads",
    sources: ["hardt-2016", "fairlearn-2023", "chouldechova-2017"],
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
  four_fifths_rule: {
    about: "Ratios of selection rates to the highest, flagged under four fifths in whole numbers",
    sources: ["eeoc-1978", "eeoc-1979"],
    run: (input) => {
      const rates = input.record("rates_per_100");
      const highest = Object.entries(rates).reduce((a, b) => (b[1] > a[1] ? b : a), ["", 0]);
      const others = Object.entries(rates).filter(([name]) => name !== highest[0]);
      return {
        ratios: Object.fromEntries(others.map(([name, rate]) => [name, rate / highest[1]])),
        flagged: others.filter(([, rate]) => underFourFifths(rate, 100, highest[1], 100)).map(([name]) => name),
      };
    },
  },
  four_fifths_rule_exact: {
    about: "Four-fifths rule on counts [x1, n1, x2, n2]: exactly 80 % is no finding",
    sources: ["eeoc-1978", "eeoc-1979"],
    run: (input) => ({
      flagged: input.tuples("cases", 4).map(([x1 = 0, n1 = 0, x2 = 0, n2 = 0]) => underFourFifths(x1, n1, x2, n2)),
    }),
  },
  min_n_per_group_for_ratio_gate: {
    about: "People per group for a ratio gate where both true rates are equal",
    sources: ["katz-1978"],
    run: (input) => {
      const [limit, confidence] = [input.probability("ratio_limit"), input.probability("conf")];
      return { n: input.numbers("selection_rate").map((rate) => minimumPerGroupForRatio(rate, limit, confidence)) };
    },
  },
};

function pair(input: MethodInput): [Count, Count] {
  return [
    { successes: input.count("x1"), n: input.count("n1") },
    { successes: input.count("x2"), n: input.count("n2") },
  ];
}

function outcomes(input: MethodInput, name: string): readonly number[] {
  const values = input.numbers(name);
  if (values.some((x) => x !== 0 && x !== 1)) throw new MethodInputError(`${name}: holds 0 and 1 only`);
  return values;
}
