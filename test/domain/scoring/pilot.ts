import type {
  Clustered,
  RecordedSpan,
  ServiceStatistics,
  Statistics,
} from "../../../src/domain/evidence/statistics.ts";
import { rates } from "../../../src/domain/evidence/rates.ts";
import { clusterSums, poolClusters } from "../../../src/domain/statistics/clustered.ts";
import type { EvidenceKind } from "../../../src/domain/evidence/kinds.ts";
import { earlyPolicy } from "../../support/early-policy.ts";
import type { ScoringPiece } from "../../../src/domain/measures/context.ts";
import type { ScoringContext } from "../../../src/domain/scoring/context.ts";
import type { RubricItem } from "../../../src/domain/measures/rubric-score.ts";

/** Builders for evidence as the ledger carries it; each stands for a good pilot and is bent by the test. */

export function piece(statistics: Statistics, overrides: Partial<ScoringPiece> = {}): ScoringPiece {
  return {
    digest: `${statistics.kind}-1`,
    kind: statistics.kind as EvidenceKind,
    from: "2026-09-01T00:00:00.000Z",
    to: "2026-09-30T00:00:00.000Z",
    expiresOn: "2027-03-01",
    statistics,
    rows: 1000,
    rejectedRows: 0,
    ...overrides,
  };
}

/** k clusters of `trials` each; the first `eventful` of them hold `events`, the others none. */
export function clusters(k: number, trials: number, events: number, eventful = k): Clustered {
  const sums = { sumEE: eventful * events ** 2, sumET: eventful * events * trials, sumTT: k * trials ** 2 };
  return { clusters: k, trials: k * trials, events: eventful * events, ...sums };
}

/** Forty hours at a load beyond the demand, and short runs under and over it. */
export function load(overrides: Partial<Extract<Statistics, { kind: "load" }>> = {}): Statistics {
  const steps = [step(10, 200), step(20, 390, 0.99, 0, LONG), step(40, 620)];
  return {
    kind: "load",
    rows: 360_000,
    rejected: 0,
    requests: 360_000,
    failures: 0,
    durationSeconds: 10 * (LONG + 120),
    throughputPerSecond: 390,
    failed: poolClusters(steps.map(({ failed }) => failed)),
    within: { ms: 800, ...poolClusters(steps.map(({ within }) => within)) },
    steps,
    ...overrides,
  };
}

/** Slices of 10 s in forty hours. */
export const LONG = 14_400;

/** A run of one level, whose totals are all there is. */
export const flat = (failed: Clustered): Statistics => load({ steps: null, failed });

export function step(concurrency: number, rate: number, withinShare = 0.99, failedShare = 0, slices = 60) {
  const trials = rate * 10;
  return {
    concurrency,
    seconds: 10 * slices,
    requests: trials * slices,
    failures: trials * failedShare * slices,
    throughputPerSecond: rate,
    rate: rates(Array.from({ length: slices }, (_, i) => rate * (1 + (i % 2 === 0 ? 0.02 : -0.02)))),
    failed: clusters(slices, trials, trials * failedShare),
    within: { ms: 800, ...clusters(slices, trials, trials * withinShare) },
  };
}

const DAY = 86_400_000;

export function service(
  name: string,
  days: number,
  outages: readonly [startHour: number, seconds: number][],
): ServiceStatistics {
  const start = Date.parse("2026-07-01T00:00:00.000Z");
  const at = (ms: number): string => new Date(ms).toISOString();
  const spans = outages.map(([hour, seconds]): RecordedSpan => {
    const from = start + hour * 3_600_000;
    return { from: at(from), to: at(from + seconds * 1000), seconds };
  });
  return {
    service: name,
    from: at(start),
    to: at(start + days * DAY),
    observedSeconds: days * 86_400,
    downSeconds: spans.reduce((sum, { seconds }) => sum + seconds, 0),
    plannedSeconds: 0,
    unknownSeconds: 0,
    outages: spans,
    planned: [],
    unknown: [],
  };
}

export function availability(...services: ServiceStatistics[]): Statistics {
  return { kind: "availability", rows: 1, rejected: 0, services, otherServices: 0 };
}

export function sus(
  n: number,
  mean: number,
  sd: number,
  groups: Extract<Statistics, { kind: "sus" }>["groups"] = [],
): Statistics {
  return { kind: "sus", rows: n, rejected: 0, n, mean, sd, dropped: 0, alreadyCounted: 0, groups };
}

export function tasks(participants: number, successesOfFive: number): Statistics {
  const succeeded = clusters(participants, 5, successesOfFive);
  return {
    kind: "tasks",
    rows: participants,
    rejected: 0,
    participants,
    attempts: succeeded.trials,
    successes: succeeded.events,
    succeeded,
    alreadyCounted: 0,
    groups: [],
  };
}

export function volume(perHour: readonly number[], failedShare = 0): Statistics {
  return {
    kind: "volume",
    rows: perHour.length,
    rejected: 0,
    runs: perHour.length,
    records: rates(perHour.map((records) => records / 3600)),
    bytes: rates(perHour.map((records) => records / 36)),
    failed: clusterSums(perHour.map((records) => [records, records * failedShare])),
  };
}

export function scores(item: string, ...given: (number | null)[]): RubricItem {
  return { item, scores: given.map((score, i) => ({ evaluator: `evaluator-${i}`, score })) };
}

const rubricItems = ["recovery-from-failure", "data-handling", "recovery-from-error", "learning"];

/** Clears every floor and the pass mark by a distance. */
export const goodPieces = {
  load: piece(load()),
  availability: piece(
    availability(
      service("portal", 90, [
        [100, 600],
        [900, 900],
        [1500, 300],
      ]),
    ),
  ),
  sus: piece(sus(60, 82, 9)),
  tasks: piece(tasks(60, 5)),
  volume: piece(volume([15_000, 15_300, 14_800, 15_100, 15_200, 14_900])),
} as const;

export function pilot(overrides: Partial<ScoringContext> = {}): ScoringContext {
  return {
    policy: earlyPolicy,
    plan: {
      services: ["portal"],
      latencyMs: 800,
      restoreSeconds: 3600,
      indicators: {},
      fairness: null,
      looks: ["2026-10-15", "2026-11-15"],
    },
    demand: { users: 5000, requestsPerSecond: 300, recordsPerHour: 10_000 },
    pieces: Object.values(goodPieces),
    baseline: [],
    rubricScores: rubricItems.map((item) => scores(item, 4, 4, 5)),
    drills: [1200, 900, 600],
    today: "2026-11-22",
    ...overrides,
  };
}
