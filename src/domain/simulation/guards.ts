import type { Policy } from "../policy/policy.ts";
import type { EvidenceKind } from "../evidence/kinds.ts";
import type { ScoringPiece } from "../measures/context.ts";
import type { ScoringContext } from "../scoring/context.ts";
import { guardFinding } from "../scoring/guard.ts";
import { guardConfidence } from "../statistics/looks.ts";
import type { GuardLimit } from "../scoring/guard.ts";
import { dailyDrills, dailyPieces, watchedService } from "./daily.ts";
import type { Daily, DailyShape } from "./daily.ts";
import { randomOf } from "./random.ts";
import { indicatorsOf } from "../measures/indicator.ts";

export interface GuardDesign {
  readonly policy: Policy;
  readonly daily: Daily;
  /** What the guard allows, in the indicator's unit, and the least it judges. */
  readonly limit: number;
  readonly minimumSample: number;
  /** One piece, and so one look, a day. */
  readonly days: number;
  /** Restore drills that stand behind an availability; a drill takes as long as a repair does. */
  readonly drills?: number;
  /** The confidence of a look, from 1 on; absent: as the product has it. */
  readonly confidenceAt?: (look: number) => number;
}

/** A share of the waves with its Monte Carlo error, one standard error. */
export interface Share {
  readonly share: number;
  readonly error: number;
}

export interface GuardFigures {
  /** Said at one look at least, whether or not another look said otherwise. */
  readonly everWithin: Share;
  /** Held: one breach is enough. */
  readonly everBreached: Share;
  /** Within at the last look. */
  readonly withinAtLast: Share;
  /** Days until the first "within" in half and in eight of ten of the waves; null: more than the wave has. */
  readonly daysToWithin: { readonly half: number | null; readonly eightOfTen: number | null };
}

/** A guard over a whole wave, one piece of evidence and one look a day, through the product's own measures. */
export function simulateGuard(design: GuardDesign, seed: number, replications: number): GuardFigures {
  const waves = Array.from({ length: replications }, (_, number) => simulateWave(design, seed, number));
  const share = (of: (wave: Wave) => boolean): Share => {
    const p = waves.filter(of).length / replications;
    return { share: p, error: Math.sqrt((p * (1 - p)) / replications) };
  };
  const days = waves.map(({ firstWithin }) => firstWithin ?? Infinity).sort((a, b) => a - b);
  const at = (part: number): number | null => {
    const day = days[Math.ceil(part * replications) - 1] ?? Infinity;
    return Number.isFinite(day) ? day : null;
  };
  return {
    everWithin: share(({ firstWithin }) => firstWithin !== null),
    everBreached: share(({ breached }) => breached),
    withinAtLast: share(({ withinAtLast }) => withinAtLast),
    daysToWithin: { half: at(0.5), eightOfTen: at(0.8) },
  };
}

interface Wave {
  readonly firstWithin: number | null;
  readonly breached: boolean;
  readonly withinAtLast: boolean;
}

function simulateWave(design: GuardDesign, seed: number, number: number): Wave {
  const { policy, daily, days, limit, minimumSample, confidenceAt } = design;
  const guard: GuardLimit = { indicator: indicatorFor(daily.shape, policy), limit, minimumSample };
  const random = randomOf(seed, number);
  const pieces = dailyPieces(daily, days, random).map(asPiece);
  const drills = dailyDrills(daily, design.drills ?? 0, random);
  const states = pieces.map((_, at) => {
    const look = at + 1;
    const confidence = confidenceAt?.(look) ?? guardConfidence(policy.confidence, look);
    return guardFinding(contextOf(policy, pieces.slice(0, look), drills), guard, confidence).state;
  });
  const first = states.indexOf("within");
  return {
    firstWithin: first === -1 ? null : first + 1,
    breached: states.includes("breached"),
    withinAtLast: states.at(-1) === "within",
  };
}

function indicatorFor(shape: DailyShape, { criteria }: Policy): string {
  const indicator = indicatorsOf({ criteria }).find(({ measure }) => measure === shape);
  if (indicator === undefined) throw new Error(`The policy measures no ${shape}`);
  return indicator.key;
}

function contextOf(policy: Policy, pieces: readonly ScoringPiece[], drills: readonly number[]): ScoringContext {
  return {
    policy,
    plan: {
      services: [watchedService],
      latencyMs: 800,
      restoreSeconds: 1800,
      indicators: {},
      fairness: null,
      looks: ["2026-01-31"],
    },
    demand: { users: null, requestsPerSecond: null, recordsPerHour: null },
    pieces,
    baseline: [],
    rubricScores: [],
    drills,
    today: "2026-06-01",
  };
}

function asPiece(statistics: ReturnType<typeof dailyPieces>[number], day: number): ScoringPiece {
  return {
    digest: `day-${day + 1}`,
    kind: statistics.kind as EvidenceKind,
    from: "2026-01-01T00:00:00.000Z",
    to: "2026-05-31T00:00:00.000Z",
    expiresOn: "2027-01-01",
    statistics,
    rows: 1000,
    rejectedRows: 0,
  };
}
