import { rates } from "../evidence/rates.ts";
import type { SusStatistics, TasksStatistics, VolumeStatistics } from "../evidence/statistics.ts";
import type { RubricItem } from "../measures/rubric-score.ts";
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

/** One piece of attempts for each site. */
export function generateTasks(truth: Truth, nuisance: Nuisance, samples: Samples, random: Random): TasksStatistics[] {
  const { intraclass, siteSpread } = nuisance;
  return split(samples.participants, samples.sites).map((n) => {
    const { taskSuccess: p } = truth;
    const site =
      samples.sites > 1 ? siteSpread * Math.sqrt(p * (1 - p) * Math.max(intraclass, 0.05)) * random.normal() : 0;
    const share = Math.min(0.999, Math.max(0.001, p + site));
    return tasksOf(n, samples.attemptsEach, () => ownShare(share, intraclass, random), random);
  });
}

/** A person's own share is beta-distributed, so that the attempts of one are as alike as asked. */
export function ownShare(mean: number, intraclass: number, random: Random): number {
  if (intraclass === 0 || mean <= 0 || mean >= 1) return mean;
  const weight = 1 / intraclass - 1;
  return random.beta(mean * weight, (1 - mean) * weight);
}

/** People with so many attempts each, each person's share of successes drawn anew. */
export function tasksOf(people: number, attempts: number, share: () => number, random: Random): TasksStatistics {
  const succeeded = clusterSums(
    Array.from({ length: people }, () => [attempts, random.binomial(attempts, share())] as const),
  );
  return {
    kind: "tasks",
    rows: succeeded.trials,
    rejected: 0,
    participants: people,
    attempts: succeeded.trials,
    successes: succeeded.events,
    succeeded,
    alreadyCounted: 0,
    groups: [],
  };
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
