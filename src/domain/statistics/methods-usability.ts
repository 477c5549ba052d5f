import type { Json } from "../words/json.ts";
import { hedgesG, meanTInterval, welchDifference } from "./means.ts";
import type { Methods } from "./method.ts";
import { quantile, quantileTypes } from "./quantiles.ts";
import { susAdjectives, susGrade, susPercentileBand, susScore, susStraightLined, umuxLite } from "./sus.ts";
import { geometricMeanInterval, medianInterval } from "./task-times.ts";

export const usabilityMethods: Methods = {
  sus_score: {
    about: "System Usability Scale of one respondent",
    sources: ["brooke-1996"],
    run: (input) => ({ score: susScore(input.numbersOrNull("items")) }),
  },
  sus_score_missing: {
    about: "SUS with missing answers counted 3; null with more than two missing",
    sources: ["brooke-1996"],
    run: (input) => ({ score: susScore(input.numbersOrNull("items")) }),
  },
  sus_curved_grade: {
    about: "Sauro-Lewis grade of a mean SUS",
    sources: ["sauro-lewis-2016"],
    run: (input) => ({ grades: input.numbers("scores").map(susGrade) }),
  },
  sus_percentile_band: {
    about: "Percentile ranks of mean SUS scores among published studies",
    sources: ["sauro-lewis-2016"],
    run: (input) => ({ bands: input.numbers("scores").map((score) => [...susPercentileBand(score)]) }),
  },
  sus_study: {
    about: "A whole SUS study: scores, dropped and straight-lined respondents, mean with interval, grade",
    sources: ["brooke-1996", "sauro-lewis-2016", "student-1908"],
    run: (input): Json => {
      const answers = input.rowsOrNull("respondents");
      const all = answers.map(susScore);
      const scores = all.filter((score) => score !== null);
      const confidence = input.probability("conf");
      const found = scores.length > 1 ? meanTInterval(scores, confidence) : null;
      return {
        scores: all,
        n: scores.length,
        dropped: all.flatMap((score, i) => (score === null ? [i + 1] : [])),
        straight_lined: answers.flatMap((items, i) => (susStraightLined(items) ? [i + 1] : [])),
        mean: found?.mean ?? scores[0] ?? null,
        sd: found?.sd ?? null,
        lower: found?.lower ?? null,
        upper: found?.upper ?? null,
        grade: found === null ? null : susGrade(found.mean),
        ...(found === null ? { decision: "not_enough_evidence" } : {}),
      };
    },
  },
  sus_adjective_anchors: {
    about: "Mean SUS of systems that raters called so",
    sources: ["bangor-2009"],
    takesNothing: true,
    run: () => ({ ...susAdjectives }),
  },
  mean_t_interval: {
    about: "Mean with a two-sided t-interval and its one-sided lower bound at 0.95",
    sources: ["student-1908"],
    run: (input) => {
      const { mean, sd, lower, upper, lowerOneSided95 } = meanTInterval(input.numbers("x"), input.probability("conf"));
      return { mean, sd, lower, upper, lower_one_sided_95: lowerOneSided95 };
    },
  },
  welch_difference: {
    about: "Difference of two means, unequal variances",
    sources: ["welch-1947", "satterthwaite-1946"],
    run: (input) => ({ ...welchDifference(input.numbers("a"), input.numbers("b"), input.probability("conf")) }),
  },
  hedges_g: {
    about: "Standardised difference of two means",
    sources: ["hedges-1981"],
    run: (input) => {
      const { cohenD, gApproximate, gExact } = hedgesG(input.numbers("a"), input.numbers("b"));
      return { cohen_d: cohenD, g_approx: gApproximate, g_exact: gExact };
    },
  },
  umux_lite: {
    about: "UMUX-Lite; the old regression to SUS is shown and not recommended",
    sources: ["lewis-2013", "lah-2020"],
    run: (input) => {
      const [a = 0, b = 0] = input.tuple("items", 2);
      const score = umuxLite([a, b], input.number("scale_max"));
      return { score, sus_regression_not_recommended: 0.65 * score + 22.9 };
    },
  },
  geometric_mean_interval: {
    about: "Geometric mean of task times with t on the logarithms",
    sources: ["sauro-lewis-2010"],
    run: (input) => ({ ...geometricMeanInterval(input.numbers("times_s"), input.probability("conf")) }),
  },
  median_order_statistic_interval: {
    about: "Median between two order statistics",
    sources: ["conover-1999"],
    run: (input) => {
      const { median, lower, upper, lowerRank, upperRank } = medianInterval(
        input.numbers("x"),
        input.probability("conf"),
      );
      return { median, lower, upper, lower_rank: lowerRank, upper_rank: upperRank };
    },
  },
  hyndman_fan_quantiles: {
    about: "Quantiles by the nine definitions; the product shows type 7",
    sources: ["hyndman-fan-1996"],
    run: (input) => {
      const sorted = input.numbers("x").toSorted((a, b) => a - b);
      const ps = input.numbers("p");
      return Object.fromEntries(quantileTypes.map((type) => [`type${type}`, ps.map((p) => quantile(sorted, p, type))]));
    },
  },
};
