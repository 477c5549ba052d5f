import type { Json } from "../words/json.ts";
import { gwetAgreement } from "./gwet.ts";
import { krippendorffAlpha } from "./krippendorff.ts";
import type { Methods } from "./method.ts";
import { MethodInputError } from "./method-input.ts";
import { Pcg32 } from "./pcg32.ts";
import { propagateNormal } from "./propagation.ts";
import { specialFunction } from "./special.ts";
import { piecewiseLinearValue, weightedAdditiveWithVeto, weightFlipPoint } from "./value.ts";

export const scoringMethods: Methods = {
  piecewise_linear_value: {
    about: "Value 0–100 by a clamped piecewise-linear function",
    sources: ["belton-stewart-2002"],
    run: (input) => {
      const breakpoints = input.tuples("breakpoints", 2).map(([x = 0, v = 0]) => [x, v] as const);
      return { v: input.numbers("x").map((x) => piecewiseLinearValue(breakpoints, x)) };
    },
  },
  weighted_additive_with_veto: {
    about: "Weighted score with vetoes under a minimum",
    sources: ["keeney-raiffa-1976", "roy-1991"],
    run: (input) => {
      const [values, weights, minimum] = [input.numbers("values"), input.numbers("weights"), input.numbers("minimum")];
      const x = weightedAdditiveWithVeto(values, weights, minimum, input.number("threshold"));
      return { score: x.score, passes_threshold: x.passesThreshold, veto: x.veto, decision: x.decision };
    },
  },
  weight_flip_point: {
    about: "Weight of one indicator at which the score meets the threshold, others rescaled",
    sources: ["triantaphyllou-1997"],
    run: (input) => {
      const [values, weights] = [input.numbers("values"), input.numbers("weights")];
      const x = weightFlipPoint(values, weights, input.number("threshold"), input.count("vary"));
      return { score: x.score, rest_mean: x.restMean, w_flip: x.flip };
    },
  },
  score_propagation_normal: {
    about: "Weighted sum of independent normal values: yardstick of the Monte Carlo",
    sources: ["gum-2008"],
    run: (input) => {
      const [weights, means, sds] = [input.numbers("weights"), input.numbers("means"), input.numbers("sds")];
      const x = propagateNormal(weights, means, sds, input.numbers("thresholds"));
      return { mean: x.mean, sd: x.sd, p_ge: x.reaches, p5: x.p05 };
    },
  },
  pcg32: {
    about: "The random numbers behind every simulated score",
    sources: ["oneill-2014"],
    run: (input) => {
      const seed = halves(input.count("seed"));
      const stream = halves(input.count("stream"));
      const generator = new Pcg32(seed, stream);
      const u32 = Array.from({ length: 6 }, () => generator.next());
      const hex = u32.map((x) => `0x${x.toString(16).padStart(8, "0")}`);
      return { u32, hex, double53_from_pairs: [new Pcg32(seed, stream).uniform()] };
    },
  },
  special_functions: {
    about: "Distribution functions by R's names: qnorm .975, qt .975 df4, pbeta .9 46 6",
    sources: ["didonato-morris-1992", "wichura-1988", "loader-2000", "dlmf"],
    run: (input) => ({ v: input.strings("calls").map(specialFunction) }),
  },
  gwet_ac2: {
    about: "Agreement of raters on few items, ordinal anchors 1 to the highest, missing ratings allowed; AC1 beside it",
    sources: ["gwet-2008", "gwet-2014"],
    run: (input): Json => {
      const anchors = input.count("anchors");
      if (anchors < 2 || anchors > 100) throw new MethodInputError("anchors: lies between 2 and 100");
      const ratings = input.rowsOrNull("raters_by_units");
      const { ac2, ac1 } = gwetAgreement(ratings, anchors);
      return { ac2, ac1, raw_agreement: krippendorffAlpha(ratings, "nominal").raw };
    },
  },
  krippendorff_alpha: {
    about: "Agreement of raters, missing ratings allowed; null where the ratings do not vary",
    sources: ["krippendorff-2011", "krippendorff-2019"],
    run: (input): Json => {
      const ratings = input.rowsOrNull("raters_by_units");
      const levels = ["nominal", "ordinal", "interval", "ratio"] as const;
      return {
        ...Object.fromEntries(levels.map((level) => [level, krippendorffAlpha(ratings, level).alpha])),
        raw_agreement: krippendorffAlpha(ratings, "nominal").raw,
      };
    },
  },
};

function halves(x: number): [number, number] {
  return [Math.floor(x / 0x100000000), x >>> 0];
}
