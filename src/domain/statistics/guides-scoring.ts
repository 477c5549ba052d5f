import { field } from "./guide.ts";
import type { MethodGuides } from "./guide.ts";

const values = field("values", "numbers", { atLeast: 1 });
const weights = field("weights", "numbers", { least: 0, atLeast: 1, like: "values" });
const threshold = field("threshold", "number");

export const scoringGuides: MethodGuides = {
  piecewise_linear_value: {
    group: "scoring",
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
  },
  weighted_additive_with_veto: {
    group: "scoring",
    formula: "S = Σ wᵢvᵢ; pass where S ≥ threshold and no vᵢ is under its minimum",
    fields: [values, weights, field("minimum", "numbers", { like: "values" }), threshold],
    example: { values: [95, 92, 38], weights: [0.4, 0.35, 0.25], minimum: [50, 50, 50], threshold: 70 },
  },
  score_propagation_normal: {
    group: "scoring",
    formula: "mean Σ wᵢμᵢ, sd √Σ(wᵢσᵢ)²; P(S ≥ T) = Φ((mean − T)/sd)",
    fields: [
      field("weights", "numbers", { least: 0, atLeast: 1 }),
      field("means", "numbers", { like: "weights" }),
      field("sds", "numbers", { least: 0, like: "weights" }),
      field("thresholds", "numbers", { atLeast: 1 }),
    ],
    example: { weights: [0.4, 0.35, 0.25], means: [82.0, 74.0, 68.0], sds: [2.5, 4.0, 5.0], thresholds: [70, 75] },
  },
  weight_flip_point: {
    group: "scoring",
    formula: "w = (T − v̄_rest) / (v − v̄_rest)",
    fields: [values, weights, threshold, field("vary", "count", { most: 499 })],
    example: { values: [90, 60, 40], weights: [0.4, 0.35, 0.25], threshold: 70, vary: 0 },
  },
  weight_space_acceptability: {
    group: "scoring",
    formula: "Σ over vᵢ > T of (vᵢ − T)ⁿ⁻¹ / Π_{j≠i}(vᵢ − vⱼ)",
    fields: [field("values", "numbers", { atLeast: 1 }), threshold],
    example: { values: [90, 60, 40], threshold: 70, weights: "Dirichlet(1,1,1)" },
  },
  ahp_eigenvector: {
    group: "scoring",
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
  },
  roc_weights: {
    group: "scoring",
    formula: "wₖ = (1/n) · Σ_{i ≥ k} 1/i",
    fields: [field("n", "count", { least: 1, most: 1000 })],
    example: { n: 3 },
  },
  swing_weights: {
    group: "scoring",
    formula: "wᵢ = swingᵢ / Σ swings",
    fields: [field("swings", "numbers", { least: 0, atLeast: 1 })],
    example: { swings: [100, 80, 40] },
  },
  pcg32: {
    group: "scoring",
    formula: "state ← state · 6364136223846793005 + increment (mod 2⁶⁴); xorshift, rotate",
    fields: [
      field("seed", "count", { most: Number.MAX_SAFE_INTEGER }),
      field("stream", "count", { most: Number.MAX_SAFE_INTEGER }),
    ],
    example: { seed: 42, stream: 54 },
  },
  special_functions: {
    group: "scoring",
    formula: "qnorm p, pnorm z, qt p df, pt t df, qchisq p df, qf p df1 df2, qbeta p a b, pbeta x a b, lgamma x",
    fields: [field("calls", "words", { atLeast: 1 })],
    example: {
      calls: [
        "qnorm .975",
        "qnorm .95",
        "qt .975 df4",
        "qt .95 df11",
        "qchisq .95 df2",
        "qchisq .025 df6",
        "qf .95 10 10",
        "qbeta .05 58.5 2.5",
        "lgamma .5",
        "pbeta .9 46 6",
      ],
    },
  },
};
