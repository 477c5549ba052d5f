import { measureOf } from "../measures/measures.ts";
import type { Policy } from "../policy/policy.ts";
import type { EvidenceKind } from "../evidence/kinds.ts";
import type { Measure } from "../measures/measures.ts";
import type { ScoringPiece } from "../measures/context.ts";
import type { ScoringContext } from "../scoring/context.ts";
import { measureIndicators } from "../scoring/measure-indicators.ts";
import type { IndicatorResult, Outcome, Verdict } from "../scoring/verdict-types.ts";
import { verdict } from "../scoring/verdict.ts";
import { rubricItems } from "../measures/rubric-items.ts";
import { floorOf } from "../measures/yardstick.ts";
import type { Statistics } from "../evidence/statistics.ts";
import { generateAvailability, generateDrills } from "./generate-availability.ts";
import { generateLoad, simulatedDemand } from "./generate-load.ts";
import { generateScores, generateSus, generateTasks, generateVolume } from "./generate-people.ts";
import type { Nuisance, Samples, Truth } from "./pilot.ts";
import { randomOf } from "./random.ts";
import type { Random } from "./random.ts";

const SERVICE = "service";
const LATENCY_MS = 800;
const RECORDS_PER_HOUR = 10_000;
const TODAY = "2026-12-01";

/** Everything one simulated pilot is made from. `policy` is that of the tier (forTier). */
export interface PilotDesign {
  readonly policy: Policy;
  readonly truth: Truth;
  readonly nuisance: Nuisance;
  readonly samples: Samples;
  /** Looks planned, from 1 on; at the k-th of L a k/L of everything is there, rubrics at the last. */
  readonly looks: number;
}

export interface SimulatedPilot {
  readonly outcome: Outcome;
  readonly verdict: Verdict;
}

/** A whole pilot through the product's own measures and verdict: its first look that decides, else its last. */
export function simulatePilot(design: PilotDesign, seed: number, number: number): SimulatedPilot {
  const { policy, looks } = design;
  const look = { confidence: policy.confidence, looks };
  for (let k = 1; ; k++) {
    const pilotVerdict = verdict(measureIndicators(contextOf(design, k, randomOf(seed, number * 8 + k))), policy, look);
    if (pilotVerdict.outcome !== "not-enough-evidence" || k >= looks)
      return { outcome: pilotVerdict.outcome, verdict: pilotVerdict };
  }
}

/**
 * The indicators alone, without the score: for what an indicator's own floor does. One look.
 *
 * @param only of this measure, so that nothing else is generated; the others are then unknown
 */
export function simulateIndicators(
  design: PilotDesign,
  seed: number,
  number: number,
  only?: Measure,
): readonly IndicatorResult[] {
  return measureIndicators(contextOf(design, design.looks, randomOf(seed, number * 8 + design.looks), only));
}

/** @param k of the looks: what is there by then is drawn anew with k/L of the samples, so that looks are not nested */
function contextOf(
  { policy, truth, nuisance, samples, looks }: PilotDesign,
  k: number,
  random: Random,
  only?: Measure,
): ScoringContext {
  const plan = {
    services: [SERVICE],
    latencyMs: LATENCY_MS,
    restoreSeconds: nuisance.promisedHours * 3600,
    indicators: {},
    fairness: null,
    looks: Array.from({ length: looks }, (_, i) => `2026-11-${String(i + 1).padStart(2, "0")}`),
  };
  const rules = { policy, plan };
  const own = part(samples, k / looks);
  const limits = {
    failed: floorOf("failed-share", rules) ?? 1,
    within: floorOf("within-share", rules) ?? 0,
  };
  const wanted = only === undefined ? null : measureOf(only).kind;
  const of = (kind: EvidenceKind, generate: () => readonly Statistics[]): readonly Statistics[] =>
    wanted === null || wanted === kind ? generate() : [];
  const statistics = [
    ...of("load", () =>
      Array.from({ length: own.loadRuns }, () => generateLoad(truth, nuisance, own, limits, LATENCY_MS, random)),
    ),
    ...of("availability", () => [generateAvailability(SERVICE, truth, nuisance, own, random)]),
    ...of("volume", () => [generateVolume(truth, nuisance, own, RECORDS_PER_HOUR, random)]),
    ...of("sus", () => generateSus(truth, nuisance, own, random)),
    ...of("tasks", () => generateTasks(truth, nuisance, own, random)),
  ];
  const drills = generateDrills(nuisance, own, random);
  return {
    policy,
    plan,
    demand: { users: 1000, requestsPerSecond: simulatedDemand, recordsPerHour: RECORDS_PER_HOUR },
    pieces: statistics.map(asPiece),
    baseline: [],
    rubricScores:
      k < looks
        ? []
        : generateScores(
            rubricItems(plan, policy).map(({ key }) => key),
            truth,
            nuisance,
            own,
            random,
          ),
    drills,
    today: TODAY,
  };
}

function part(samples: Samples, share: number): Samples {
  const some = (n: number): number => Math.max(1, Math.round(n * share));
  return {
    ...samples,
    days: some(samples.days),
    loadHours: samples.loadHours * share,
    volumeRuns: some(samples.volumeRuns),
    respondents: some(samples.respondents),
    participants: some(samples.participants),
  };
}

function asPiece(statistics: Statistics, at: number): ScoringPiece {
  return {
    digest: `${statistics.kind}-${at}`,
    kind: statistics.kind as ScoringPiece["kind"],
    from: "2026-01-01T00:00:00.000Z",
    to: "2026-11-30T00:00:00.000Z",
    expiresOn: "2027-12-01",
    statistics,
    rows: 1000,
    rejectedRows: 0,
  };
}
