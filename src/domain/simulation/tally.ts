import type { Policy } from "../policy/policy.ts";
import type { Outcome, VerdictReason } from "../scoring/verdict-types.ts";
import type { Samples, Truth } from "./pilot.ts";
import { calm, rough } from "./profiles.ts";
import { simulateIndicators, simulatePilot } from "./simulate.ts";

/** Outcomes of simulated pilots, and what stood behind those that did not pass. */
export interface Tally {
  readonly pilots: number;
  readonly outcomes: { readonly [O in Outcome]: number };
  /** By indicator id, criterion key or "score": pilots left open, and failed, for that among other reasons. */
  readonly openBy: Counts;
  readonly failedBy: Counts;
}
export type Counts = { readonly [id: string]: number };

export const nothingYet: Tally = {
  pilots: 0,
  outcomes: { pass: 0, fail: 0, "not-enough-evidence": 0 },
  openBy: {},
  failedBy: {},
};

/** The two profiles on common random numbers: the n-th pilot of both draws the same. */
const profiles = { calm, rough } as const;
type ProfileName = keyof typeof profiles;
export type Tallies = { readonly [P in ProfileName]: Tally };

/** The policy is that of the tier. */
export interface Design {
  readonly policy: Policy;
  readonly samples: Samples;
  readonly truth: Truth;
  readonly looks: number;
}

/** One seed for all: two policies meet the same pilots. */
export const SEED = 20_261;

/** The n-th pilot, once calm and once rough, added to what there is. */
export function tallyPilot(tallies: Tallies, design: Design, number: number): Tallies {
  const added = (name: ProfileName): Tally => {
    const { outcome, verdict } = simulatePilot({ ...design, nuisance: profiles[name] }, SEED, number);
    return withPilot(tallies[name], outcome, verdict.reasons);
  };
  return { calm: added("calm"), rough: added("rough") };
}

function withPilot(tally: Tally, outcome: Outcome, reasons: readonly VerdictReason[]): Tally {
  const { outcomes, openBy, failedBy } = tally;
  return {
    pilots: tally.pilots + 1,
    outcomes: { ...outcomes, [outcome]: outcomes[outcome] + 1 },
    openBy: outcome === "not-enough-evidence" ? counted(openBy, reasons) : openBy,
    failedBy: outcome === "fail" ? counted(failedBy, reasons) : failedBy,
  };
}

function counted(counts: Counts, reasons: readonly VerdictReason[]): Counts {
  const ids = new Set(reasons.map(idOf));
  return { ...counts, ...Object.fromEntries([...ids].map((id) => [id, (counts[id] ?? 0) + 1])) };
}

const idOf = (reason: VerdictReason): string =>
  "indicator" in reason ? reason.indicator : "criterion" in reason ? reason.criterion : "score";

/** √(p(1−p)/n), the standard error of a simulated chance; never 0, for nothing is certain after n pilots. */
export function monteCarloError(count: number, pilots: number): number {
  if (pilots === 0) return 1;
  const share = (count + 0.5) / (pilots + 1);
  return Math.sqrt((share * (1 - share)) / pilots);
}

/** How often one indicator clears its floor, and fails it, in rough pilots of a quality. */
export interface RoughPoint {
  readonly quality: number;
  readonly pass: number;
  readonly fail: number;
}

/** @param key of the indicator @param design with the quality asked in its truth */
export function roughPoint(key: string, quality: number, design: Design, pilots: number): RoughPoint {
  let [pass, fail] = [0, 0];
  for (let number = 0; number < pilots; number += 1) {
    const indicator = simulateIndicators({ ...design, nuisance: rough }, SEED, number).find(({ id }) => id === key);
    if (indicator?.state === "cleared") pass += 1;
    if (indicator?.state === "beyond") fail += 1;
  }
  return { quality, pass: pass / pilots, fail: fail / pilots };
}
