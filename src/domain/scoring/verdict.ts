import type { Policy } from "../policy/policy.ts";
import { chancesOfReaching } from "./chance.ts";
import { criterionResults } from "./criterion-results.ts";
import { failRisk, lookConfidence } from "../statistics/looks.ts";
import type { PlannedLooks } from "../statistics/looks.ts";
import { scoringVersion } from "./method-version.ts";
import { rounded } from "../words/rounded.ts";
import { scoreDistribution, scoreNeeded } from "./score-distribution.ts";
import { DRAWS, simulate } from "./simulation.ts";
import { failReasons, openReasons } from "./verdict-reasons.ts";
import type { VerdictParts } from "./verdict-reasons.ts";
import type { IndicatorResult, Outcome, Verdict, VerdictReason } from "./verdict-types.ts";
import { isWhole } from "./is-whole.ts";

/**
 * The verdict of the evidence, design §3, from measured indicators (measureIndicators) under the pinned policy. Fail is
 * looked at first, then pass; anything else is not enough evidence, with every reason. The same input gives the same
 * verdict, bit for bit, anywhere: random streams come from the evidence's digests. Plain JSON, for the ledger.
 */
export function verdict(
  indicators: readonly IndicatorResult[],
  policy: Pick<Policy, "criteria" | "passMark">,
  look: PlannedLooks,
): Verdict {
  const { criteria, passMark } = policy;
  const floors = floorCount(indicators, policy);
  const limits = { confidence: lookConfidence(look), failRisk: failRisk(look, floors) };
  const simulation = simulate(indicators, criteria);
  const { lower } = simulation.total;
  const findings = {
    indicators,
    criteria: criterionResults(criteria, indicators, simulation, limits),
    reachesPassMark: chancesOfReaching(passMark, simulation.total),
  };
  const { outcome, reasons } = decide(findings, limits);
  const scoreIsOpen = reasons.some(({ code }) => code === "score-uncertain" || code === "score-near-limit");
  const complete = !indicators.some(({ state }) => state === "unknown");
  return rounded({
    outcome,
    reasons,
    methodVersion: scoringVersion,
    confidence: look.confidence,
    looks: look.looks,
    lookConfidence: limits.confidence,
    floors,
    passMark,
    draws: DRAWS,
    reachesPassMark: findings.reachesPassMark,
    score: scoreDistribution(lower),
    criteria: findings.criteria,
    indicators,
    ...(scoreIsOpen && complete ? { needed: scoreNeeded(lower, passMark, limits.confidence) } : {}),
    coverage: coverage(indicators),
    freshness: freshness(indicators),
  });
}

function decide(
  findings: VerdictParts,
  limits: Parameters<typeof failReasons>[1],
): { outcome: Outcome; reasons: VerdictReason[] } {
  const failing = failReasons(findings, limits);
  if (failing.length > 0) return { outcome: "fail", reasons: failing };
  const open = openReasons(findings, limits);
  return { outcome: open.length === 0 ? "pass" : "not-enough-evidence", reasons: open };
}

/** m: the floors of applicable indicators, groups and comparisons, and of the criteria. */
function floorCount(indicators: readonly IndicatorResult[], { criteria }: Pick<Policy, "criteria">): number {
  const ofIndicators = indicators.filter(({ state, floor }) => state !== "not-applicable" && floor !== undefined);
  return ofIndicators.length + criteria.length;
}

/** Measured of applicable; groups and comparisons are part of their indicator. */
function coverage(indicators: readonly IndicatorResult[]): Verdict["coverage"] {
  const applicable = indicators.filter((indicator) => indicator.state !== "not-applicable" && isWhole(indicator));
  return { measured: applicable.filter(({ state }) => state !== "unknown").length, applicable: applicable.length };
}

/** The oldest evidence the verdict rests on, and the first day any of it lapses. */
function freshness(indicators: readonly IndicatorResult[]): Verdict["freshness"] {
  const first = (texts: readonly (string | undefined)[]): string | undefined =>
    texts.filter((text) => text !== undefined).sort()[0];
  const oldest = first(indicators.map((indicator) => indicator.oldest));
  const expires = first(indicators.map((indicator) => indicator.expires));
  return { ...(oldest === undefined ? {} : { oldest }), ...(expires === undefined ? {} : { expires }) };
}
