import { MARK_SLACK, simulationDistance } from "./chance.ts";
import { scoringVersion } from "./method-version.ts";
import { streamOf } from "./seed.ts";
import type { Drawn } from "./sensitivity-draws.ts";
import { orderedWeights, uniformWeights } from "./weight-samples.ts";

export const WEIGHT_SAMPLES = 10_000;

/** Of all ways to weigh the criteria, the share 0–1 in which the score clears the pass mark as the verdict's rule asks. */
export interface WeightSpace {
  readonly samples: number;
  readonly any: number;
  /** Among the ways that keep the policy's order of importance. */
  readonly ordered: number;
}

/**
 * The weights are drawn, 10,000 times and uniform on the simplex, from a stream seeded by the evidence; the scores are the
 * verdict's own draws. Floors are none of this: they bar a pass whatever the weights. Source: Lahdelma, Hokkanen &
 * Salminen 1998 (SMAA), Eur J Oper Res 106:137.
 */
export function weightSpace(
  criteria: readonly Drawn[],
  evidence: readonly string[],
  rule: { readonly passMark: number; readonly confidence: number },
): WeightSpace {
  const random = streamOf(evidence, scoringVersion, "criterion-weights");
  const clears = clearing(criteria, rule);
  const importance = criteria.map(({ weight }) => weight);
  const weights = new Float64Array(criteria.length);
  let [any, ordered] = [0, 0];
  for (let i = 0; i < WEIGHT_SAMPLES; i++) {
    uniformWeights(random, criteria.length, weights);
    if (clears(weights)) any++;
    orderedWeights(weights, importance);
    if (clears(weights)) ordered++;
  }
  return { samples: WEIGHT_SAMPLES, any: any / WEIGHT_SAMPLES, ordered: ordered / WEIGHT_SAMPLES };
}

/** Does the score clear the mark with these weights? By the correlated score first, which is one sum; then by the draws. */
function clearing(
  criteria: readonly Drawn[],
  { passMark, confidence }: { readonly passMark: number; readonly confidence: number },
): (weights: Float64Array) => boolean {
  const aim = passMark - MARK_SLACK;
  const size = criteria[0]?.draws.length ?? 0;
  const share = confidence + simulationDistance(confidence, size);
  const u = share > 1 ? 0 : 1 - confidence;
  const straight = Float64Array.from(criteria, ({ correlated }) => correlated(u));
  const { open, certain } = openDraws(criteria, aim);
  const least = needed(Math.min(1, share), size);
  return (weights) => {
    if (dot(straight, 0, weights) < aim) return false;
    let missable = certain + open.length / weights.length - least;
    for (let at = 0; at < open.length && missable >= 0; at += weights.length) {
      if (dot(open, at, weights) < aim) missable--;
    }
    return missable >= 0;
  };
}

/** The draws that may lie on either side, a row each, the lowest first; and how many reach the mark with any weights. */
function openDraws(criteria: readonly Drawn[], aim: number): { open: Float64Array; certain: number } {
  const size = criteria[0]?.draws.length ?? 0;
  const rows: { readonly scores: number[]; readonly mean: number }[] = [];
  let certain = 0;
  for (let i = 0; i < size; i++) {
    const scores = criteria.map(({ draws }) => draws[i] ?? 0);
    if (scores.every((score) => score >= aim)) certain++;
    else if (scores.some((score) => score >= aim))
      rows.push({ scores, mean: scores.reduce((sum, score, k) => sum + score * (criteria[k]?.weight ?? 0), 0) });
  }
  rows.sort((a, b) => a.mean - b.mean);
  return { open: Float64Array.from(rows.flatMap(({ scores }) => scores)), certain };
}

function needed(share: number, size: number): number {
  let least = Math.max(0, Math.floor(share * size) - 1);
  while (least / size < share) least++;
  return least;
}

function dot(values: Float64Array, from: number, weights: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < weights.length; k++) sum += (weights[k] ?? 0) * (values[from + k] ?? 0);
  return sum;
}
