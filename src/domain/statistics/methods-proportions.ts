import { clusterSums, effectiveSample } from "./clustered.ts";
import { gateEValue, minimumAllSuccessAnytime, shownEValue } from "./e-value.ts";
import type { Method, Methods } from "./method.ts";
import { MethodInputError } from "./method-input.ts";
import type { MethodInput } from "./method-input.ts";
import {
  adjustedWaldInterval,
  clopperPearsonInterval,
  clopperPearsonLower,
  clopperPearsonUpper,
  jeffreysInterval,
  minimumAllSuccess,
  oneSidedLowerBounds,
  wilsonInterval,
} from "./proportions.ts";
import type { Interval } from "./proportions.ts";

export const proportionMethods: Methods = {
  wilson_interval: interval(
    "Wilson's score interval of a share, two-sided",
    ["wilson-1927", "newcombe-1998-one"],
    wilsonInterval,
  ),
  clopper_pearson_interval: interval(
    "Exact interval of a share, two-sided",
    ["clopper-pearson-1934", "brown-2001"],
    clopperPearsonInterval,
  ),
  jeffreys_interval: interval("Jeffreys' interval with the end-point rule", ["brown-2001"], jeffreysInterval),
  adjusted_wald_interval: interval(
    "Adjusted Wald interval, clipped to 0–1",
    ["agresti-coull-1998", "sauro-lewis-2005"],
    adjustedWaldInterval,
  ),
  one_sided_lower_bounds: {
    about: "One-sided lower bounds of a share; a gate reads Clopper-Pearson",
    sources: ["clopper-pearson-1934", "wilson-1927", "brown-2001"],
    run: (input) => {
      const bounds = oneSidedLowerBounds(
        input.count("successes"),
        input.count("n"),
        input.probability("conf_one_sided"),
      );
      return { wilson: bounds.wilson, clopper_pearson: bounds.clopperPearson, jeffreys: bounds.jeffreys };
    },
  },
  clustered_share_bound: {
    about: "Share of events that come in clusters, with exact bounds on the effective sample",
    sources: ["korn-graubard-1998", "cochran-1977", "clopper-pearson-1934"],
    run: (input) => {
      const clusters = input.tuples("clusters", 2).map(([trials = 0, events = 0]) => [trials, events] as const);
      if (clusters.some(([trials, events]) => !(trials >= 0 && events >= 0 && events <= trials)))
        throw new MethodInputError("clusters: each row is trials and events, events between 0 and trials");
      const [confidence, least] = [input.probability("conf_one_sided"), input.count("least_clusters")];
      const sums = clusterSums(clusters);
      const { share, n, events } = effectiveSample(sums);
      const enough = sums.clusters >= least && n > 0;
      return {
        share,
        clusters: sums.clusters,
        n_effective: n,
        lower: enough ? clopperPearsonLower(events, n, confidence) : 0,
        upper: enough ? clopperPearsonUpper(events, n, confidence) : 1,
        ...(enough ? {} : { decision: "not_enough_evidence" }),
      };
    },
  },
  min_n_all_success: {
    about: "Trials without a failure that show a share of at least p0",
    sources: ["clopper-pearson-1934", "hanley-1983"],
    run: (input) => ({ n: input.numbers("p0").map((p0) => minimumAllSuccess(p0, input.probability("alpha"))) }),
  },
  one_sided_gate_e_value: {
    about: "Anytime evidence that a share is at least p0; 20 passes",
    sources: ["ville-1939", "robbins-1970", "ramdas-2023"],
    run: (input) => {
      const values = input.tuples("s_f_p0", 3).map(([s = 0, f = 0, p0 = 0]) => gateEValue(s, f, p0));
      return { E: values.map((e) => shownEValue(e, 20)), pass_at_20: values.map((e) => e >= 20) };
    },
  },
  one_sided_gate_min_n_all_success: {
    about: "Successes in a row that pass the anytime rule, and the fixed sample",
    sources: ["ville-1939", "robbins-1970", "ramdas-2023"],
    run: (input) => {
      const alpha = input.probability("alpha");
      const p0s = input
        .numbers("p0")
        .map((p0) => ({ fixed: minimumAllSuccess(p0, alpha), ...minimumAllSuccessAnytime(p0, alpha) }));
      return {
        anytime: p0s.map((x) => x.anytime),
        two_sided_beta11: p0s.map((x) => x.twoSidedBeta11),
        fixed_n: p0s.map((x) => x.fixed),
      };
    },
  },
};

function interval(
  about: string,
  sources: Method["sources"],
  of: (s: number, n: number, confidence: number) => Interval,
): Method {
  const run = (input: MethodInput) => {
    const n = input.count("n");
    const { lower, upper } =
      n === 0 ? { lower: 0, upper: 1 } : of(input.count("successes"), n, input.probability("conf"));
    return n === 0 ? { lower, upper, decision: "not_enough_evidence" } : { lower, upper };
  };
  return { about, sources, run };
}
