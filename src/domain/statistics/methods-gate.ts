import { blockSeconds } from "../evidence/statistics.ts";
import { clusterSums, effectiveAttempts, effectiveRun, runOf } from "./clustered.ts";
import type { EffectiveSample } from "./clustered.ts";
import { summarise, tMargin, withOneMore } from "./means.ts";
import { MethodInputError } from "./method-input.ts";
import type { MethodInput } from "./method-input.ts";
import type { Methods } from "./method.ts";
import { clopperPearsonLower, clopperPearsonUpper } from "./proportions.ts";

/** The bounds that a gate reads of requests, of attempts and of answers. */
export const gateMethods: Methods = {
  load_run_share_bound: {
    about: "Share of a load run's requests, with exact bounds on the sample that stalls leave",
    sources: ["vats-flegal-2022", "cochran-1977", "clopper-pearson-1934", "house-stalls"],
    run: (input) => {
      const confidence = input.probability("conf_one_sided");
      return bounded(effectiveRun(runOf(pairsOf(input, "slices"), blockSeconds), confidence), confidence);
    },
  },
  attempts_share_bound: {
    about: "Share of people's attempts, with exact bounds on the effective sample of Korn and Graubard",
    sources: ["korn-graubard-1998", "cochran-1977", "clopper-pearson-1934"],
    run: (input) => {
      const confidence = input.probability("conf_one_sided");
      return bounded(effectiveAttempts(clusterSums(pairsOf(input, "people")), confidence), confidence);
    },
  },
  bounded_mean_bound: {
    about: "Mean on a scale with ends: the lower bound after one more answer at its lowest end",
    sources: ["student-1908", "house-one-more"],
    run: (input) => {
      const scores = input.numbers("scores");
      const [lowest, highest] = [input.number("lowest"), input.number("highest")];
      if (!(lowest < highest)) throw new MethodInputError("highest: lies above lowest");
      if (scores.some((x) => x < lowest || x > highest)) throw new MethodInputError("scores: each lies on the scale");
      const confidence = input.probability("conf_one_sided");
      const summary = summarise(scores);
      if (summary.sd === undefined) throw new RangeError("A bound needs at least two scores");
      const cautious = withOneMore(summary, lowest);
      return {
        mean: summary.mean,
        sd: summary.sd,
        lower: Math.max(lowest, cautious.mean - tMargin(cautious, confidence)),
        upper: Math.min(highest, summary.mean + tMargin(summary, confidence)),
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
