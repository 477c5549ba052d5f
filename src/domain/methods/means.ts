import { meanTInterval } from "../statistics/means.ts";
import { geometricMeanInterval, medianInterval } from "../statistics/task-times.ts";
import { confidenceField, field } from "./method-field.ts";
import type { Methods, Source } from "./method.ts";
import { student1908 } from "./sources.ts";

const sauroLewis2010: Source = {
  key: "sauro-lewis-2010",
  reference:
    "Sauro, J., Lewis, J. R. (2010). Average task times in usability tests: what to report? Proceedings of CHI 2010, ACM, 2347–2350.",
};

const conover1999: Source = {
  key: "conover-1999",
  reference:
    "Conover, W. J. (1999). Practical Nonparametric Statistics, 3rd ed. Wiley, section 3.2 (the quantile test).",
};

/** Means of answers and of task times. */
export const meanMethods: Methods = {
  mean_t_interval: {
    about: "Mean with a two-sided t-interval and its one-sided lower bound at 0.95",
    sources: [student1908],
    formula: "x̄ ± t(1 − α/2, n − 1) · sd/√n",
    fields: [field("x", "numbers", { atLeast: 2 }), confidenceField],
    example: { x: [90.0, 77.5, 72.5, 95.0, 62.5, 57.5, 100.0, 95.0, 95.0, 80.0, 82.5, 87.5], conf: 0.95 },
    simulated: [{ profile: "calm", falsePass: 0.0545, replications: 2000, seed: 20_261_129 }],
    run: (input) => {
      const { mean, sd, lower, upper, lowerOneSided95 } = meanTInterval(input.numbers("x"), input.probability("conf"));
      return { mean, sd, lower, upper, lower_one_sided_95: lowerOneSided95 };
    },
  },
  geometric_mean_interval: {
    about: "Geometric mean of task times with t on the logarithms",
    sources: [sauroLewis2010],
    formula: "exp(mean of ln t ± t(1 − α/2, n − 1) · sd of ln t/√n)",
    fields: [field("times_s", "numbers", { least: 1e-9, atLeast: 2 }), confidenceField],
    example: { times_s: [55, 65, 75, 62, 45, 135], conf: 0.95 },
    run: (input) => ({ ...geometricMeanInterval(input.numbers("times_s"), input.probability("conf")) }),
  },
  median_order_statistic_interval: {
    about: "Median between two order statistics",
    sources: [conover1999],
    formula: "x₍ₖ₎ to x₍ₙ₊₁₋ₖ₎, k the binomial(n, ½) quantile at α/2",
    fields: [field("x", "numbers", { atLeast: 1 }), confidenceField],
    example: {
      x: [45, 49, 55, 57, 58, 60, 61, 62, 64, 65, 66, 68, 69, 71, 73, 75, 77, 80, 84, 90, 95, 102, 120, 135, 150],
      conf: 0.95,
    },
    run: (input) => {
      const { median, lower, upper, lowerRank, upperRank } = medianInterval(
        input.numbers("x"),
        input.probability("conf"),
      );
      return { median, lower, upper, lower_rank: lowerRank, upper_rank: upperRank };
    },
  },
};
