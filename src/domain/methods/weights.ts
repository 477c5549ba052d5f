import { ahpEigenvector } from "../statistics/ahp.ts";
import { rankOrderCentroid, swingWeights } from "../statistics/weights.ts";
import { field } from "./method-field.ts";
import type { Methods, Source } from "./method.ts";

const saaty1990: Source = {
  key: "saaty-1990",
  reference:
    "Saaty, T. L. (1990). How to make a decision: the analytic hierarchy process. European Journal of Operational Research 48(1): 9–26.",
};

const saaty1994: Source = {
  key: "saaty-1994",
  reference:
    "Saaty, T. L. (1994). Fundamentals of Decision Making and Priority Theory with the Analytic Hierarchy Process. RWS Publications (limits of the consistency ratio).",
};

const barronBarrett1996: Source = {
  key: "barron-barrett-1996",
  reference:
    "Barron, F. H., Barrett, B. E. (1996). Decision quality using ranked attribute weights. Management Science 42(11): 1515–1523.",
};

const edwardsBarron1994: Source = {
  key: "edwards-barron-1994",
  reference:
    "Edwards, W., Barron, F. H. (1994). SMARTS and SMARTER: improved simple methods for multiattribute utility measurement. Organizational Behavior and Human Decision Processes 60(3): 306–325.",
};

const vonWinterfeldt1986: Source = {
  key: "von-winterfeldt-1986",
  reference:
    "von Winterfeldt, D., Edwards, W. (1986). Decision Analysis and Behavioral Research. Cambridge University Press, chapter 8.",
};

export const weightMethods: Methods = {
  ahp_eigenvector: {
    about: "Weights from pairwise judgements, with their consistency ratio",
    sources: [saaty1990, saaty1994],
    formula: "A·w = λ_max·w; CI = (λ_max − n)/(n − 1), CR = CI/RI",
    fields: [
      field("matrix", "table", { least: 1e-9, most: 1e9, atLeast: 1 }),
      field("RI", "number", { least: 0.001, most: 10 }),
    ],
    example: {
      matrix: [
        [1, 3, 5],
        [1 / 3, 1, 3],
        [1 / 5, 1 / 3, 1],
      ],
      RI: 0.58,
    },
    run: (input) => {
      const x = ahpEigenvector(input.rows("matrix"), input.number("RI"));
      return {
        weights: x.weights,
        lambda_max: x.lambdaMax,
        CI: x.consistencyIndex,
        CR: x.consistencyRatio,
        geometric_mean_weights: x.geometricMeanWeights,
        accept: x.accept,
      };
    },
  },
  roc_weights: {
    about: "Rank-order centroid weights, best first",
    sources: [barronBarrett1996, edwardsBarron1994],
    formula: "wₖ = (1/n) · Σ_{i ≥ k} 1/i",
    fields: [field("n", "count", { least: 1, most: 1000 })],
    example: { n: 3 },
    run: (input) => ({ weights: rankOrderCentroid(input.count("n")) }),
  },
  swing_weights: {
    about: "Weights from swings between worst and best",
    sources: [vonWinterfeldt1986],
    formula: "wᵢ = swingᵢ / Σ swings",
    fields: [field("swings", "numbers", { least: 0, atLeast: 1 })],
    example: { swings: [100, 80, 40] },
    run: (input) => ({ weights: swingWeights(input.numbers("swings")) }),
  },
};
