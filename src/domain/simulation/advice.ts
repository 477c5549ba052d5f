import type { AvailabilityStatistics, RecordedSpan, ServiceStatistics, Statistics } from "../evidence/statistics.ts";
import type { Policy } from "../policy/policy.ts";
import type { EvidenceKind } from "../evidence/kinds.ts";
import type { ScoringPiece } from "../measures/context.ts";
import type { ScoringContext } from "../scoring/context.ts";
import { measureIndicators } from "../scoring/measure-indicators.ts";
import type { IndicatorResult } from "../scoring/verdict-types.ts";
import { dailyPieces } from "./daily.ts";
import { generateAvailability } from "./generate-availability.ts";
import { generateSus } from "./generate-people.ts";
import type { Share } from "./guards.ts";
import type { Nuisance, Samples, Truth } from "./pilot.ts";
import { calm, goodTruth } from "./profiles.ts";
import { randomOf } from "./random.ts";
import type { Random } from "./random.ts";

type AdvisedMeasure = "failed-share" | "task-success" | "sus" | "availability";

export interface AdviceDesign {
  readonly policy: Policy;
  readonly measure: AdvisedMeasure;
  readonly floor: number;
  readonly truth: number;
  readonly nuisance: Nuisance;
  /** Collected before any advice: slices of 10 s, participants with five attempts each, respondents, hours. */
  readonly first: number;
}

export interface AdviceFigures {
  /** Pilots of which the product said how much more settles them, and with what chance. */
  readonly advised: number;
  /** Of these, the share in which the amount advised did. */
  readonly settled: Share;
  /** The mean of the chances that were said. */
  readonly stated: number;
}

/**
 * Whether advice holds: a pilot is measured, its truth becomes what was estimated, and as much as was advised is collected
 * beside it. Pilots that are settled already, or cannot be, are drawn and left out.
 */
export function simulateAdvice(design: AdviceDesign, seed: number, replications: number): AdviceFigures {
  const cases = Array.from({ length: replications }, (_, number) => follow(design, randomOf(seed, number))).flat();
  const share = cases.filter(({ settled }) => settled).length / cases.length;
  return {
    advised: cases.length,
    settled: { share, error: Math.sqrt((share * (1 - share)) / cases.length) },
    stated: cases.reduce((sum, { chance }) => sum + chance, 0) / cases.length,
  };
}

/** Nothing where nothing was advised with a chance; certainty, as after no failure at all, is no such case. */
function follow(design: AdviceDesign, random: Random): readonly { settled: boolean; chance: number }[] {
  const before = collect(design, design.first, random);
  const firstLook = read(design, [before]);
  const { needed, measured } = firstLook;
  if (needed?.kind !== "more" || needed.chance === undefined || needed.chance > 0.995) return [];
  const truth = measured?.estimate ?? design.truth;
  const more = collect({ ...design, truth, nuisance: asMeasured(design, before) }, needed.amount, random, design.first);
  return [{ settled: read(design, [before, more]).state === "cleared", chance: needed.chance }];
}

/** Repairs too are as long as they were. */
function asMeasured({ nuisance }: AdviceDesign, statistics: Statistics): Nuisance {
  if (statistics.kind !== "availability") return nuisance;
  const { downSeconds = 0, outages } = statistics.services[0] ?? {};
  const count = outages?.length ?? 0;
  return count === 0 ? nuisance : { ...nuisance, repairHours: downSeconds / count / 3600 };
}

const SERVICE = "service";

/** @param after hours that were watched before */
function collect({ measure, truth, nuisance }: AdviceDesign, amount: number, random: Random, after = 0): Statistics {
  switch (measure) {
    case "failed-share":
      return only(
        dailyPieces({ shape: measure, truth, slices: amount, stallSeconds: nuisance.stallSeconds }, 1, random),
      );
    case "task-success":
      return only(
        dailyPieces({ shape: measure, truth, people: amount, attempts: 5, intraclass: nuisance.intraclass }, 1, random),
      );
    case "sus":
      return only(generateSus({ ...goodTruth, sus: truth }, nuisance, samplesOf({ respondents: amount }), random));
    case "availability": {
      const as: Truth = { ...goodTruth, availability: truth };
      return later(generateAvailability(SERVICE, as, nuisance, samplesOf({ days: amount / 24 }), random), after);
    }
    default:
      return measure satisfies never;
  }
}

function only(statistics: readonly Statistics[]): Statistics {
  const [first] = statistics;
  if (first === undefined) throw new Error("Nothing was collected");
  return first;
}

const samplesOf = (some: Partial<Samples>): Samples => ({
  days: 0,
  drills: 0,
  loadHours: 0,
  loadLevel: 1,
  loadRuns: 1,
  volumeRuns: 0,
  respondents: 0,
  participants: 0,
  attemptsEach: 5,
  evaluators: 0,
  sites: 1,
  ...some,
});

/** Each second counts once, so what is watched later must lie later. */
function later(statistics: AvailabilityStatistics, hours: number): AvailabilityStatistics {
  const moved = (text: string): string => new Date(Date.parse(text) + hours * 3_600_000).toISOString();
  const span = (recorded: RecordedSpan): RecordedSpan => ({
    ...recorded,
    from: moved(recorded.from),
    to: moved(recorded.to),
  });
  const services = statistics.services.map((service): ServiceStatistics => ({
    ...service,
    from: moved(service.from),
    to: moved(service.to),
    outages: service.outages?.map(span) ?? null,
  }));
  return { ...statistics, services };
}

/** The one indicator at one look, with a quick restore shown by drills. */
function read({ policy, measure, floor }: AdviceDesign, statistics: readonly Statistics[]): IndicatorResult {
  const criteria = policy.criteria.map((criterion) => ({
    ...criterion,
    indicators: criterion.indicators
      .filter((indicator) => indicator.measure === measure)
      .map((indicator) => ({ ...indicator, floor, minimumSample: 1, byTier: {} })),
  }));
  const context: ScoringContext = {
    policy: { ...policy, criteria },
    plan: {
      services: [SERVICE],
      latencyMs: 800,
      restoreSeconds: 1800,
      indicators: {},
      fairness: null,
      looks: ["2026-12-01"],
    },
    demand: { users: null, requestsPerSecond: null, recordsPerHour: null },
    pieces: statistics.map(asPiece),
    baseline: [],
    rubricScores: [],
    drills: Array.from({ length: policy.restore.shownBy }, () => 3600 * calm.repairHours),
    today: "2026-12-01",
  };
  const [result] = measureIndicators(context);
  if (result === undefined) throw new Error(`The policy measures no ${measure}`);
  return result;
}

function asPiece(statistics: Statistics, at: number): ScoringPiece {
  return {
    digest: `piece-${at}`,
    kind: statistics.kind as EvidenceKind,
    from: "2026-01-01T00:00:00.000Z",
    to: "2026-11-30T00:00:00.000Z",
    expiresOn: "2027-12-01",
    statistics,
    rows: 1000,
    rejectedRows: 0,
  };
}
