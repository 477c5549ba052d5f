import {
  blockSeconds,
  clusterSums,
  effectiveAttempts,
  effectiveRun,
  effectiveSample,
  runOf,
} from "../statistics/clustered.ts";
import type { EffectiveSample } from "../statistics/clustered.ts";
import { clopperPearsonLower, clopperPearsonUpper } from "../statistics/proportions.ts";
import { field, oneSidedField } from "./method-field.ts";
import type { Methods, Source } from "./method.ts";
import { MethodInputError } from "./method-input.ts";
import type { MethodInput } from "./method-input.ts";
import { clopperPearson1934 } from "./sources.ts";

const vatsFlegal2022: Source = {
  key: "vats-flegal-2022",
  reference:
    "Vats, D., Flegal, J. M. (2022). Lugsail lag windows for estimating time-average covariance matrices. Biometrika 109(3): 735–750.",
};

const cochran1977: Source = {
  key: "cochran-1977",
  reference: "Cochran, W. G. (1977). Sampling Techniques, 3rd ed. Wiley, section 2.11 (estimation of a ratio).",
};

const houseStalls: Source = {
  key: "house-stalls",
  reference:
    "A rule of this product: no two trials of a load run less than three minutes apart are taken for independent.",
};

const kornGraubard1998: Source = {
  key: "korn-graubard-1998",
  reference:
    "Korn, E. L., Graubard, B. I. (1998). Confidence intervals for proportions with small expected number of positive counts estimated from survey data. Survey Methodology 24(2): 193–201.",
};

/** Shares of requests and attempts that are not independent, as a gate reads them. */
export const clusteredShareMethods: Methods = {
  load_run_share_bound: {
    about: "Share of a load run's requests, with exact bounds on the sample that stalls leave",
    sources: [vatsFlegal2022, cochran1977, clopperPearson1934, houseStalls],
    formula:
      "V(b) = k/(k − 1) · Σ(eᵢ − p̂·tᵢ)² / (Σtᵢ)² over blocks of b seconds; Var = max(V(10), V(b), 2·V(b) − V(b/3)); n_eff = min(p̂(1 − p̂)/Var · (z/t(c; k − 1))², T/180); exact bounds on n_eff",
    fields: [
      field("slices", "table", { length: 2, atLeast: 1, least: 0, columns: [{ name: "trials" }, { name: "events" }] }),
      oneSidedField,
    ],
    example: {
      slices: Array.from({ length: 72 }, (_, i) => [100, i === 20 || i === 21 ? 100 : 0]),
      conf_one_sided: 0.95,
    },
    simulated: [
      { profile: "slow-times", falsePass: 0.0395, replications: 2000, seed: 20_261_129 },
      { profile: "stalls-120s", falsePass: 0.006, replications: 2000, seed: 20_261_129 },
    ],
    run: (input) => {
      const confidence = input.probability("conf_one_sided");
      return bounded(effectiveRun(runOf(pairsOf(input, "slices"), blockSeconds), confidence), confidence);
    },
  },
  attempts_share_bound: {
    about: "Share of people's attempts, with exact bounds on the effective sample of Korn and Graubard",
    sources: [kornGraubard1998, cochran1977, clopperPearson1934],
    formula:
      "n_eff = min(p̂(1 − p̂)/Var, n) · (t(c; n − 1)/t(c; k − 1))², without variance n/(1 + 0.3(n/k − 1)); exact bounds on n_eff",
    fields: [
      field("people", "table", { length: 2, atLeast: 1, least: 0, columns: [{ name: "trials" }, { name: "events" }] }),
      oneSidedField,
    ],
    example: {
      people: [5, 5, 5, 4, 5, 3, 5, 5, 4, 5, 5, 2].map((done) => [5, done]),
      conf_one_sided: 0.95,
    },
    simulated: [{ profile: "sites-differ", falsePass: 0.05, replications: 2000, seed: 20_261_129 }],
    run: (input) => {
      const confidence = input.probability("conf_one_sided");
      return bounded(effectiveAttempts(clusterSums(pairsOf(input, "people")), confidence), confidence);
    },
  },
  clustered_share_bound: {
    about: "Share of events that come in clusters, with exact bounds on the effective sample",
    sources: [kornGraubard1998, cochran1977, clopperPearson1934],
    formula: "Var = k/(k − 1) · Σ(eᵢ − p̂·tᵢ)² / (Σtᵢ)²; n_eff = min(p̂(1 − p̂)/Var, k); exact bounds on n_eff",
    fields: [
      field("clusters", "table", {
        length: 2,
        atLeast: 1,
        least: 0,
        columns: [{ name: "trials" }, { name: "events" }],
      }),
      oneSidedField,
      field("least_clusters", "count", { least: 0, most: 100_000 }),
    ],
    example: {
      clusters: [
        [40, 1],
        [38, 0],
        [41, 2],
        [40, 0],
        [39, 5],
        [40, 0],
        [42, 1],
        [40, 0],
      ],
      conf_one_sided: 0.95,
      least_clusters: 5,
    },
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
};

type Pair = readonly [trials: number, events: number];

function pairsOf(input: MethodInput, name: string): Pair[] {
  const pairs = input.tuples(name, 2).map(([trials = 0, events = 0]): Pair => [trials, events]);
  if (pairs.some(([trials, events]) => !(trials >= 0 && events >= 0 && events <= trials)))
    throw new MethodInputError(`${name}: each row is trials and events, events between 0 and trials`);
  return pairs;
}

function bounded({ share, n, events }: EffectiveSample, confidence: number) {
  return {
    share,
    n_effective: n,
    lower: clopperPearsonLower(events, n, confidence),
    upper: clopperPearsonUpper(events, n, confidence),
  };
}
