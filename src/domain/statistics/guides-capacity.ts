import { field } from "./guide.ts";
import type { MethodGuides } from "./guide.ts";

export const capacityGuides: MethodGuides = {
  throughput_at_slo: {
    group: "capacity",
    formula: "max X(Nₖ) with p95(Nⱼ) ≤ limit and errors(Nⱼ) ≤ limit for every j ≤ k",
    fields: [
      field("steps", "records", {
        atLeast: 1,
        least: 0,
        columns: [{ name: "n" }, { name: "tput" }, { name: "p95" }, { name: "error_rate", optional: true }],
      }),
      field("slo_p95_ms", "number", { least: 0 }),
      field("error_rate_max", "number", { least: 0, most: 1 }),
      field("required_peak_tput", "number", { least: 1e-9 }),
    ],
    example: {
      steps: [
        { n: 10, tput: 95, p95: 180 },
        { n: 20, tput: 188, p95: 210 },
        { n: 40, tput: 352, p95: 290 },
        { n: 80, tput: 560, p95: 470 },
        { n: 160, tput: 610, p95: 1400 },
      ],
      slo_p95_ms: 500,
      error_rate_max: 0.01,
      required_peak_tput: 400,
    },
  },
  usl_fit_3_parameter: {
    group: "capacity",
    formula: "X(N) = λN / (1 + σ(N − 1) + κN(N − 1)), λ, σ, κ ≥ 0, least squares; peak at √((1 − σ)/κ)",
    fields: [
      field("load", "numbers", { least: 1, most: 1e9, atLeast: 6 }),
      field("throughput", "numbers", { least: 0, most: 1e12, like: "load" }),
    ],
    example: { load: [1, 4, 8, 12, 16, 20], throughput: [20, 78, 130, 170, 190, 200] },
  },
  littles_law: {
    group: "capacity",
    formula: "L = X · W",
    fields: [
      field("throughput", "number", { least: 0 }),
      field("seconds", "number", { least: 0 }),
      field("users", "number", { least: 1e-9 }),
    ],
    example: { throughput: 50, seconds: 0.4, users: 25 },
  },
  coordinated_omission_correction: {
    group: "capacity",
    formula: "a time v longer than the interval i adds v − i, v − 2i, … down to i",
    fields: [
      field("samples", "numbers", { least: 0, most: 1e9, atLeast: 1 }),
      field("expected_interval_ms", "number", { least: 0.001, most: 1e9 }),
    ],
    example: { samples: [10, 10, 50], expected_interval_ms: 10 },
  },
  hyndman_fan_quantiles: {
    group: "capacity",
    formula: "type 7: x at position 1 + (n − 1)p of the sorted values, between two neighbours in proportion",
    fields: [field("x", "numbers", { atLeast: 1 }), field("p", "numbers", { least: 0, most: 1, atLeast: 1 })],
    example: { x: [12, 15, 11, 40, 18, 22, 13, 95, 17, 14], p: [0.5, 0.9, 0.95, 0.99] },
  },
};
