import {
  boundsShape,
  distributionShape,
  evidenceUnitShape,
  fairnessFindingShape,
  markShape,
  unitShape,
  unknownReasonShape,
} from "../measures/finding-shapes.ts";
import { breakpoints, measureShape } from "../measures/indicator-shape.ts";
import { digest, integer, list, number, object, oneOf, optional, text, union } from "../words/shape.ts";
import type { Shape } from "../words/shape.ts";
import type {
  CriterionResult,
  IndicatorResult,
  IndicatorState,
  Needed,
  Probabilities,
  ScoreNeeded,
  Verdict,
  VerdictReason,
} from "./verdict-types.ts";

const state: Shape<IndicatorState> = oneOf("cleared", "straddles", "beyond", "measured", "unknown", "not-applicable");

const needed: Shape<Needed> = union("kind", {
  more: object({
    kind: oneOf("more"),
    unit: evidenceUnitShape,
    amount: number,
    atEstimate: optional(number),
    chance: optional(number),
  }),
  better: object({ kind: oneOf("better"), atEstimate: number, floor: number, chance: optional(number) }),
  "higher-load": object({ kind: oneOf("higher-load"), tested: number, floor: number }),
  moderation: object({ kind: oneOf("moderation") }),
  "other-evidence": object({ kind: oneOf("other-evidence") }),
});

const indicator: Shape<IndicatorResult> = object({
  id: text,
  indicator: text,
  criterion: text,
  measure: measureShape,
  unit: unitShape,
  better: oneOf("higher", "lower"),
  group: optional(text),
  weight: number,
  value: breakpoints,
  state,
  floor: optional(number),
  unknown: optional(unknownReasonShape),
  measured: optional(boundsShape),
  failBound: optional(number),
  scored: optional(boundsShape),
  distribution: optional(distributionShape),
  n: optional(number),
  nUnit: optional(evidenceUnitShape),
  minimum: optional(number),
  marks: list(markShape),
  needed: optional(needed),
  evidence: list(digest),
  oldest: optional(text),
  expires: optional(text),
  decidedBy: optional(text),
  beyondLevels: optional(object({ judgedTo: number, tested: number })),
  restore: optional(object({ seconds: number, by: text })),
  service: optional(text),
  throughput: optional(boundsShape),
  eValue: optional(object({ value: number, needed: number })),
  fairness: optional(fairnessFindingShape),
  comparison: optional(
    object({
      margin: number,
      pilot: optional(number),
      baseline: optional(number),
      baselineN: optional(number),
    }),
  ),
});

const probabilities: Shape<Probabilities> = object({ independent: number, correlated: number });
const reaches = object<Verdict["reachesPassMark"]>({ lower: probabilities, upper: probabilities });

const criterion: Shape<CriterionResult> = object({
  id: text,
  weight: number,
  floor: optional(number),
  state,
  score: object({ mean: number, lower: number, upper: number }),
  reachesFloor: optional(reaches),
  measuredIndicators: integer,
  applicableIndicators: integer,
});

const chance = { probability: number, limit: number } as const;

const reason: Shape<VerdictReason> = union("code", {
  "score-too-low": object({ code: oneOf("score-too-low"), ...chance }),
  "indicator-beyond-floor": object({
    code: oneOf("indicator-beyond-floor"),
    indicator: text,
    bound: number,
    floor: number,
  }),
  "criterion-beyond-floor": object({ code: oneOf("criterion-beyond-floor"), criterion: text, ...chance }),
  "indicator-unknown": object({ code: oneOf("indicator-unknown"), indicator: text }),
  "criterion-unknown": object({ code: oneOf("criterion-unknown"), criterion: text }),
  "indicator-straddles": object({
    code: oneOf("indicator-straddles"),
    indicator: text,
    bound: optional(number),
    floor: number,
  }),
  "criterion-straddles": object({ code: oneOf("criterion-straddles"), criterion: text, ...chance }),
  "score-uncertain": object({ code: oneOf("score-uncertain"), ...chance }),
  "score-near-limit": object({ code: oneOf("score-near-limit"), ...chance, distance: number }),
  "before-first-look": object({ code: oneOf("before-first-look") }),
});

const scoreNeeded: Shape<ScoreNeeded> = union("kind", {
  "times-evidence": object({ kind: oneOf("times-evidence"), factor: number, atScore: number }),
  "better-score": object({ kind: oneOf("better-score"), atScore: number, passMark: number }),
});

export const verdictShape: Shape<Verdict> = object({
  outcome: oneOf("pass", "fail", "not-enough-evidence"),
  reasons: list(reason),
  methodVersion: text,
  confidence: number,
  looks: integer,
  lookConfidence: number,
  floors: integer,
  passMark: number,
  draws: integer,
  reachesPassMark: reaches,
  score: object({
    mean: number,
    p05: number,
    p50: number,
    p95: number,
    histogram: object({ from: number, to: number, shares: list(number) }),
  }),
  criteria: list(criterion),
  indicators: list(indicator),
  needed: optional(scoreNeeded),
  coverage: object({ measured: integer, applicable: integer }),
  freshness: object({ oldest: optional(text), expires: optional(text) }),
});
