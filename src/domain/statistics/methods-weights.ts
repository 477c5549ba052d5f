import { ahpEigenvector } from "./ahp.ts";
import { intraclassCorrelation } from "./icc.ts";
import type { Methods } from "./method.ts";
import { MethodInputError } from "./method-input.ts";
import { rankOrderCentroid, swingWeights, weightSpaceAcceptability } from "./weights.ts";

export const weightMethods: Methods = {
  ahp_eigenvector: {
    about: "Weights from pairwise judgements, with their consistency ratio",
    sources: ["saaty-1990", "saaty-1994"],
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
    sources: ["barron-barrett-1996", "edwards-barron-1994"],
    run: (input) => ({ weights: rankOrderCentroid(input.count("n")) }),
  },
  swing_weights: {
    about: "Weights from swings between worst and best",
    sources: ["von-winterfeldt-1986"],
    run: (input) => ({ weights: swingWeights(input.numbers("swings")) }),
  },
  weight_space_acceptability: {
    about: "Share of all weights that reach the threshold, and of those in the given order",
    sources: ["varsi-1973", "lahdelma-salminen-2001"],
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
  intraclass_correlation: {
    about: "Agreement of judges who rated the same targets in numbers",
    sources: ["shrout-fleiss-1979"],
    run: (input) => ({ ...intraclassCorrelation(input.rows("targets_by_judges")) }),
  },
};
