import { correctCoordinatedOmission, latencySummary } from "../statistics/coordinated-omission.ts";
import { littlesLaw } from "../statistics/littles-law.ts";
import { quantile, quantileTypes } from "../statistics/quantiles.ts";
import { throughputAtSlo } from "../statistics/throughput.ts";
import { fitUsl } from "../statistics/usl.ts";
import { field } from "./method-field.ts";
import { finite } from "./method.ts";
import type { Methods, Source } from "./method.ts";
import { MethodInputError } from "./method-input.ts";

const houseLevel: Source = {
  key: "house-level",
  reference: "A rule of this product: only steps that were tested count, and the lowest missed step ends the count.",
};

const gunther2007: Source = {
  key: "gunther-2007",
  reference: "Gunther, N. J. (2007). Guerrilla Capacity Planning. Springer.",
};

const little1961: Source = {
  key: "little-1961",
  reference: "Little, J. D. C. (1961). A proof for the queuing formula: L = λW. Operations Research 9(3): 383–387.",
};

const tene2015: Source = {
  key: "tene-2015",
  reference: "Tene, G. (2015). How NOT to Measure Latency. Talk, Strange Loop, St. Louis.",
};

const hdrhistogram: Source = {
  key: "hdrhistogram",
  reference: "HdrHistogram, recordValueWithExpectedInterval. https://hdrhistogram.org",
};

const hyndmanFan1996: Source = {
  key: "hyndman-fan-1996",
  reference:
    "Hyndman, R. J., Fan, Y. (1996). Sample quantiles in statistical packages. The American Statistician 50(4): 361–365.",
};

export const capacityMethods: Methods = {
  throughput_at_slo: {
    about: "Highest measured step at which it and every lower step meet the service level, errors counted",
    sources: [houseLevel],
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
    simulated: [{ profile: "calm", falsePass: 0.0, replications: 2000, seed: 20_261_129 }],
    run: (input) => {
      const steps = input.objects("steps").map((step) => ({
        n: step.number("n"),
        tput: step.number("tput"),
        p95: step.number("p95"),
        ...(step.has("error_rate") ? { errorRate: step.number("error_rate") } : {}),
      }));
      if (steps.length === 0) throw new MethodInputError("steps: at least one");
      const x = throughputAtSlo(
        steps,
        input.number("slo_p95_ms"),
        input.number("error_rate_max"),
        input.number("required_peak_tput"),
      );
      return { tput_at_slo: x.tputAtSlo, headroom_ratio: finite(x.headroomRatio), n_tested_max: x.testedMax };
    },
  },
  usl_fit_3_parameter: {
    about: "Universal Scalability Law by least squares; explains, never passes a gate",
    sources: [gunther2007],
    formula: "X(N) = λN / (1 + σ(N − 1) + κN(N − 1)), λ, σ, κ ≥ 0, least squares; peak at √((1 − σ)/κ)",
    fields: [
      field("load", "numbers", { least: 1, most: 1e9, atLeast: 6 }),
      field("throughput", "numbers", { least: 0, most: 1e12, like: "load" }),
    ],
    example: { load: [1, 4, 8, 12, 16, 20], throughput: [20, 78, 130, 170, 190, 200] },
    run: (input) => {
      const throughput = input.numbers("throughput");
      const load = input.numbers("load");
      if (load.length !== throughput.length) throw new MethodInputError("throughput: as many numbers as load");
      const fit = fitUsl(load.map((n, i) => ({ load: n, throughput: throughput[i] ?? 0 })));
      const [lambda, sigma, kappa] = fit.intervals;
      return {
        sigma: fit.sigma,
        kappa: fit.kappa,
        lambda_: fit.lambda,
        ci95_sigma: sigma ?? null,
        ci95_kappa: kappa ?? null,
        ci95_lambda: lambda ?? null,
        peak_N: finite(fit.peakLoad),
        peak_throughput: finite(fit.peakThroughput),
        amdahl_limit: finite(fit.amdahlLimit),
        identifiable: fit.identifiable,
        ...(fit.doubt === undefined ? {} : { doubt: fit.doubt }),
      };
    },
  },
  littles_law: {
    about: "Do users, throughput and response time of a load test belong together?",
    sources: [little1961],
    formula: "L = X · W",
    fields: [
      field("throughput", "number", { least: 0 }),
      field("seconds", "number", { least: 0 }),
      field("users", "number", { least: 1e-9 }),
    ],
    example: { throughput: 50, seconds: 0.4, users: 25 },
    run: (input) => {
      const x = littlesLaw(input.number("throughput"), input.number("seconds"), input.number("users"));
      return { in_system: x.inSystem, ratio: x.ratio, consistent: x.consistent };
    },
  },
  coordinated_omission_correction: {
    about: "Latencies of a closed-loop test as if requests had not waited for a stall",
    sources: [tene2015, hdrhistogram],
    formula: "a time v longer than the interval i adds v − i, v − 2i, … down to i",
    fields: [
      field("samples", "numbers", { least: 0, most: 1e9, atLeast: 1 }),
      field("expected_interval_ms", "number", { least: 0.001, most: 1e9 }),
    ],
    example: { samples: [10, 10, 50], expected_interval_ms: 10 },
    run: (input) => {
      const samples = input.numbers("samples");
      if (samples.length === 0) throw new MethodInputError("samples: at least one");
      const corrected = correctCoordinatedOmission(samples, input.number("expected_interval_ms"));
      return { naive: { ...latencySummary(samples) }, corrected: { ...latencySummary(corrected) } };
    },
  },
  hyndman_fan_quantiles: {
    about: "Quantiles by the nine definitions; the product shows type 7",
    sources: [hyndmanFan1996],
    formula: "type 7: x at position 1 + (n − 1)p of the sorted values, between two neighbours in proportion",
    fields: [field("x", "numbers", { atLeast: 1 }), field("p", "numbers", { least: 0, most: 1, atLeast: 1 })],
    example: { x: [12, 15, 11, 40, 18, 22, 13, 95, 17, 14], p: [0.5, 0.9, 0.95, 0.99] },
    run: (input) => {
      const sorted = input.numbers("x").toSorted((a, b) => a - b);
      const ps = input.numbers("p");
      return Object.fromEntries(quantileTypes.map((type) => [`type${type}`, ps.map((p) => quantile(sorted, p, type))]));
    },
  },
};
