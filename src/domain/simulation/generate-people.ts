import { rates } from "../evidence/rates.ts";
import type { SusStatistics, TasksStatistics, VolumeStatistics } from "../evidence/statistics.ts";
import type { RubricItem } from "../scoring/found.ts";
import { clusterSums } from "../statistics/clustered.ts";
import { summarise } from "../statistics/means.ts";
import type { Nuisance, Samples, Truth } from "./pilot.ts";
import type { Random } from "./random.ts";

const UNHAPPY = { mean: 20, spread: 8 };

/** One piece of answers for each site. */
export function generateSus(truth: Truth, nuisance: Nuisance, samples: Samples, random: Random): SusStatistics[] {
  const { unhappy, susSpread, siteSpread } = nuisance;
  const content = (truth.sus - unhappy * UNHAPPY.mean) / (1 - unhappy);
  return split(samples.respondents, samples.sites).map((n) => {
    const site = samples.sites > 1 ? siteSpread * susSpread * random.normal() : 0;
    const answers = Array.from({ length: n }, () =>
      random.uniform() < unhappy
        ? onScale(UNHAPPY.mean + UNHAPPY.spread * random.normal())
        : onScale(content + site + susSpread * random.normal()),
    );
    return { kind: "sus", rows: n, rejected: 0, ...summarise(answers), dropped: 0, alreadyCounted: 0, groups: [] };
  });
}

/** SUS comes in steps of 2.5. */
const onScale = (x: number): number => Math.min(100, Math.max(0, Math.round(x / 2.5) * 2.5));

/** One piece of attempts for each site. People's own shares are beta-distributed with the intraclass correlation asked. */
export function generateTasks(truth: Truth, nuisance: Nuisance, samples: Samples, random: Random): TasksStatistics[] {
  const { intraclass, siteSpread } = nuisance;
  const weight = intraclass > 0 ? 1 / intraclass - 1 : Infinity;
  return split(samples.participants, samples.sites).map((n) => {
    const { taskSuccess: p } = truth;
    const site =
      samples.sites > 1 ? siteSpread * Math.sqrt(p * (1 - p) * Math.max(intraclass, 0.05)) * random.normal() : 0;
    const share = Math.min(0.999, Math.max(0.001, p + site));
    const people = Array.from({ length: n }, () => {
      const own = weight === Infinity ? share : random.beta(share * weight, (1 - share) * weight);
      return [samples.attemptsEach, random.binomial(samples.attemptsEach, own)] as const;
    });
    const succeeded = clusterSums(people);
    return {
      kind: "tasks",
      rows: succeeded.trials,
      rejected: 0,
      participants: n,
      attempts: succeeded.trials,
      successes: succeeded.events,
      succeeded,
      alreadyCounted: 0,
      groups: [],
    };
  });
}

export function generateVolume(
  truth: Truth,
  nuisance: Nuisance,
  samples: Samples,
  recordsPerHour: number,
  random: Random,
): VolumeStatistics {
  const perSecond = Array.from(
    { length: samples.volumeRuns },
    () => (recordsPerHour / 3600) * truth.volume * Math.max(0.01, 1 + nuisance.volumeSpread * random.normal()),
  );
  return {
    kind: "volume",
    rows: samples.volumeRuns,
    rejected: 0,
    runs: samples.volumeRuns,
    records: rates(perSecond),
    bytes: rates(perSecond.map((x) => x * 100)),
    failed: clusterSums(perSecond.map(() => [1000, 0])),
  };
}

export function generateScores(
  items: readonly string[],
  truth: Truth,
  nuisance: Nuisance,
  samples: Samples,
  random: Random,
): RubricItem[] {
  return items.map((item) => ({
    item,
    scores: Array.from({ length: samples.evaluators }, (_, i) => ({
      evaluator: `evaluator-${i}`,
      score: Math.min(5, Math.max(1, Math.round(truth.rubric + nuisance.raterSpread * random.normal()))),
    })),
  }));
}

/** n over sites as evenly as it goes; never an empty site. */
function split(n: number, sites: number): number[] {
  const count = Math.max(1, Math.min(sites, n));
  return Array.from({ length: count }, (_, i) => Math.floor(n / count) + (i < n % count ? 1 : 0));
}
