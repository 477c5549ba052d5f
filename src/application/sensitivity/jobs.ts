import type { Policy } from "../../domain/policy/policy.ts";
import type { ScoringContext } from "../../domain/scoring/context.ts";
import type { PlannedLooks } from "../../domain/statistics/looks.ts";
import type { Without } from "../../domain/scoring/sensitivity-evidence.ts";
import type { Sensitivity } from "../../domain/scoring/sensitivity.ts";
import type { IndicatorResult, Verdict } from "../../domain/scoring/verdict-types.ts";
import type { OtherWeights } from "../../domain/scoring/weight-space.ts";
import type { WeighedColumn, WeighedRow } from "../../domain/scoring/weight-table.ts";

/** What the thread for sensitivities can be asked, and what each is answered with. */
export interface Jobs {
  readonly sensitivity: {
    readonly kind: "sensitivity";
    readonly indicators: readonly IndicatorResult[];
    readonly policy: Pick<Policy, "criteria" | "passMark">;
    readonly look: PlannedLooks;
  };
  readonly without: { readonly kind: "without"; readonly context: ScoringContext };
  readonly verdict: { readonly kind: "verdict"; readonly context: ScoringContext };
  readonly weights: {
    readonly kind: "weights";
    readonly columns: readonly WeighedColumn[];
    readonly rows: readonly WeighedRow[];
    readonly passMark: number;
  };
}

export interface Answers {
  readonly sensitivity: Sensitivity;
  readonly without: { readonly whole: Verdict; readonly without: readonly Without[] };
  readonly verdict: Verdict;
  readonly weights: readonly OtherWeights[];
}

export interface Asked {
  readonly id: number;
  readonly job: Jobs[keyof Jobs];
}

export type Reply =
  { readonly id: number; readonly answer: Answers[keyof Jobs] } | { readonly id: number; readonly error: unknown };
