import { propagateNormal } from "../statistics/propagation.ts";
import { piecewiseLinearValue, weightedAdditiveWithVeto, weightFlipPoint } from "../statistics/value.ts";
import { weightSpaceAcceptability } from "../statistics/weights.ts";
import { field } from "./method-field.ts";
import type { Methods, Source } from "./method.ts";
import { MethodInputError } from "./method-input.ts";

const beltonStewart2002: Source = {
  key: "belton-stewart-2002",
  reference:
    "Belton, V., Stewart, T. J. (2002). Multiple Criteria Decision Analysis: An Integrated Approach. Kluwer, chapter 5.",
};

const keeneyRaiffa1976: Source = {
  key: "keeney-raiffa-1976",
  reference:
    "Keeney, R. L., Raiffa, H. (1976). Decisions with Multiple Objectives: Preferences and Value Tradeoffs. Wiley, chapter 3.",
};

const roy1991: Source = {
  key: "roy-1991",
  reference:
    "Roy, B. (1991). The outranking approach and the foundations of ELECTRE methods. Theory and Decision 31(1): 49–73.",
};

const gum2008: Source = {
  key: "gum-2008",
  reference:
    "JCGM 100:2008. Evaluation of measurement data: Guide to the expression of uncertainty in measurement (GUM), section 5.1.2.",
};

const triantaphyllou1997: Source = {
  key: "triantaphyllou-1997",
  reference:
    "Triantaphyllou, E., Sánchez, A. (1997). A sensitivity analysis approach for some deterministic multi-criteria decision-making methods. Decision Sciences 28(1): 151–194.",
};

const varsi1973: Source = {
  key: "varsi-1973",
  reference:
    "Varsi, G. (1973). The multidimensional content of the frustum of the simplex. Pacific Journal of Mathematics 46(1): 303–314.",
};

const lahdelmaSalminen2001: Source = {
  key: "lahdelma-salminen-2001",
  reference:
    "Lahdelma, R., Salminen, P. (2001). SMAA-2: stochastic multicriteria acceptability analysis for group decision making. Operations Research 49(3): 444–454.",
};

const values = field("values", "numbers", { atLeast: 1 });
const weights = field("weights", "numbers", { least: 0, atLeast: 1, like: "values" });
const threshold = field("threshold", "number");

export const scoreMethods: Methods = {
  piecewise_linear_value: {
    about: "Value 0–100 by a clamped piecewise-linear function",
    sources: [beltonStewart2002],
    formula: "v = v₁ + (x − x₁)/(x₂ − x₁) · (v₂ − v₁) between two points, the end values beyond",
    fields: [
      field("breakpoints", "table", { length: 2, atLeast: 1, columns: [{ name: "x" }, { name: "v" }] }),
      field("x", "numbers", { atLeast: 1 }),
    ],
    example: {
      breakpoints: [
        [99.0, 0],
        [99.5, 50],
        [99.9, 90],
        [99.99, 100],
      ],
      x: [98.0, 99.0, 99.25, 99.8, 99.9, 99.95, 100],
    },
    run: (input) => {
      const breakpoints = input.tuples("breakpoints", 2).map(([x = 0, v = 0]) => [x, v] as const);
      return { v: input.numbers("x").map((x) => piecewiseLinearValue(breakpoints, x)) };
    },
  },
  weighted_additive_with_veto: {
    about: "Weighted score with vetoes under a minimum",
    sources: [keeneyRaiffa1976, roy1991],
    formula: "S = Σ wᵢvᵢ; pass where S ≥ threshold and no vᵢ is under its minimum",
    fields: [values, weights, field("minimum", "numbers", { like: "values" }), threshold],
    example: { values: [95, 92, 38], weights: [0.4, 0.35, 0.25], minimum: [50, 50, 50], threshold: 70 },
    run: (input) => {
      const [values, weights, minimum] = [input.numbers("values"), input.numbers("weights"), input.numbers("minimum")];
      const x = weightedAdditiveWithVeto(values, weights, minimum, input.number("threshold"));
      return { score: x.score, passes_threshold: x.passesThreshold, veto: x.veto, decision: x.decision };
    },
  },
  score_propagation_normal: {
    about: "Weighted sum of independent normal values: yardstick of the Monte Carlo",
    sources: [gum2008],
    formula: "mean Σ wᵢμᵢ, sd √Σ(wᵢσᵢ)²; P(S ≥ T) = Φ((mean − T)/sd)",
    fields: [
      field("weights", "numbers", { least: 0, atLeast: 1 }),
      field("means", "numbers", { like: "weights" }),
      field("sds", "numbers", { least: 0, like: "weights" }),
      field("thresholds", "numbers", { atLeast: 1 }),
    ],
    example: { weights: [0.4, 0.35, 0.25], means: [82.0, 74.0, 68.0], sds: [2.5, 4.0, 5.0], thresholds: [70, 75] },
    run: (input) => {
      const [weights, means, sds] = [input.numbers("weights"), input.numbers("means"), input.numbers("sds")];
      const x = propagateNormal(weights, means, sds, input.numbers("thresholds"));
      return { mean: x.mean, sd: x.sd, p_ge: x.reaches, p5: x.p05 };
    },
  },
  weight_flip_point: {
    about: "Weight of one indicator at which the score meets the threshold, others rescaled",
    sources: [triantaphyllou1997],
    formula: "w = (T − v̄_rest) / (v − v̄_rest)",
    fields: [values, weights, threshold, field("vary", "count", { most: 499 })],
    example: { values: [90, 60, 40], weights: [0.4, 0.35, 0.25], threshold: 70, vary: 0 },
    run: (input) => {
      const [values, weights] = [input.numbers("values"), input.numbers("weights")];
      const x = weightFlipPoint(values, weights, input.number("threshold"), input.count("vary"));
      return { score: x.score, rest_mean: x.restMean, w_flip: x.flip };
    },
  },
  weight_space_acceptability: {
    about: "Share of all weights that reach the threshold, and of those in the given order",
    sources: [varsi1973, lahdelmaSalminen2001],
    formula: "Σ over vᵢ > T of (vᵢ − T)ⁿ⁻¹ / Π_{j≠i}(vᵢ − vⱼ)",
    fields: [field("values", "numbers", { atLeast: 1 }), threshold],
    example: { values: [90, 60, 40], threshold: 70, weights: "Dirichlet(1,1,1)" },
    run: (input) => {
      const values = input.numbers("values");
      if (values.length === 0) throw new MethodInputError("values: at least one");
      const threshold = input.number("threshold");
      const ordered = `p_accept_given_${values.map((_, i) => `w${i + 1}`).join("_ge_")}`;
      return {
        p_accept: weightSpaceAcceptability(values, threshold),
        [ordered]: weightSpaceAcceptability(values, threshold, true),
      };
    },
  },
};
