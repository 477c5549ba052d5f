import type { ScoringContext } from "./context.ts";
import { measureIndicators } from "./measure-indicators.ts";
import { verdict } from "./verdict.ts";
import type { Outcome, Verdict } from "./verdict-types.ts";

/** The verdict as it would have been without one thing. */
export interface Without {
  readonly kind: "piece" | "sheet";
  /** A piece's digest, or the evaluator's id. */
  readonly id: string;
  readonly outcome: Outcome;
  /** The worse of the two probabilities of reaching the pass mark, unknown indicators counted 0. */
  readonly chance: number;
  /** Something is unknown without it, so that the chance is none of the technology's. */
  readonly unknown?: true;
}

/** What the evidence at hand says, at c′ of the plan's looks. */
export function verdictOf(context: ScoringContext): Verdict {
  const { policy, plan } = context;
  const look = { confidence: policy.confidence, looks: Math.max(1, plan.looks.length) };
  return verdict(measureIndicators(context), policy, look);
}

/**
 * The verdict worked out anew without each piece of evidence, and without each evaluator's sheet, one at a time: what a
 * verdict hangs on. Fewer pieces seed other random streams, so chances may differ by the simulation's error as well. Each
 * is a simulation of its own and takes as long as a verdict.
 */
export function leaveOneOut(context: ScoringContext): readonly Without[] {
  const pieces = [...new Set(context.pieces.map(({ digest }) => digest))].sort();
  const evaluators = context.rubricScores.flatMap(({ scores }) => scores.map(({ evaluator }) => evaluator));
  return [
    ...pieces.map((id) => without("piece", id, withoutPiece(context, id))),
    ...[...new Set(evaluators)].sort().map((id) => without("sheet", id, withoutSheet(context, id))),
  ];
}

function without(kind: Without["kind"], id: string, context: ScoringContext): Without {
  const { outcome, reachesPassMark, coverage } = verdictOf(context);
  const { independent, correlated } = reachesPassMark.lower;
  const removal = { kind, id, outcome, chance: Math.min(independent, correlated) };
  return coverage.measured < coverage.applicable ? { ...removal, unknown: true } : removal;
}

const withoutPiece = (context: ScoringContext, id: string): ScoringContext => ({
  ...context,
  pieces: context.pieces.filter(({ digest }) => digest !== id),
});

const withoutSheet = (context: ScoringContext, id: string): ScoringContext => ({
  ...context,
  rubricScores: context.rubricScores.map(({ item, scores }) => ({
    item,
    scores: scores.filter(({ evaluator }) => evaluator !== id),
  })),
});
