import type { ItemScore } from "../../measures/rubric-score.ts";
import type { Day, Instant, PersonId, TextRef } from "../../words/text.ts";
import type { Event } from "./event.ts";

export type EvaluationEvent =
  | Event<
      "EvaluatorsAssigned",
      { readonly round: number; readonly evaluators: readonly PersonId[]; readonly dueOn: Day }
    >
  | Event<"InterestDeclared", { readonly person: PersonId; readonly conflict: boolean; readonly text: TextRef | null }>
  | Event<"PersonRecused", { readonly person: PersonId; readonly as: "evaluator" | "approver" }>
  | Event<"ScoresSubmitted", { readonly evaluator: PersonId; readonly sheet: TextRef }>
  | Event<"EvaluatorReleased", { readonly evaluator: PersonId; readonly reason: TextRef }>
  | Event<
      "ScoresRevealed",
      {
        readonly round: number;
        readonly sheets: readonly ScoreSheet[];
        readonly agreement: Agreement;
        readonly moderate: readonly string[];
      }
    >
  | Event<"ScoreModerated", { readonly item: string; readonly scores: readonly ItemScore[]; readonly text: TextRef }>
  | Event<"DissentRecorded", { readonly by: PersonId; readonly text: TextRef }>;

export type EvaluationCommand =
  | { readonly type: "AssignEvaluators"; readonly evaluators: readonly PersonId[] }
  | { readonly type: "DeclareInterest"; readonly conflict: boolean; readonly text: TextRef | null }
  /** `sheet` is the digest of the sealed sheet; `items` are checked and then left to the private text. */
  | { readonly type: "SubmitScores"; readonly sheet: TextRef; readonly items: readonly SheetItem[] }
  | { readonly type: "ReleaseEvaluator"; readonly evaluator: PersonId; readonly reason: TextRef }
  /** By the system, once all have submitted or were released; the sheets are opened from private text. */
  | { readonly type: "RevealScores"; readonly sheets: readonly ScoreSheet[] }
  | { readonly type: "ModerateScore"; readonly item: string; readonly score: number | null; readonly text: TextRef }
  | { readonly type: "RecordDissent"; readonly text: TextRef };

export interface ScoreSheet {
  readonly evaluator: PersonId;
  readonly items: readonly SheetItem[];
}

export interface SheetItem {
  readonly item: string;
  /** Anchor 1–5, or null: cannot be judged from this evidence (unknown, never 0). */
  readonly score: number | null;
  readonly evidence: readonly string[];
  readonly comment: TextRef;
}

/** Krippendorff's α (ordinal) over the items; null where there is no variation, with the raw agreement beside it. */
export interface Agreement {
  readonly alpha: number | null;
  readonly raw: number | null;
  /**
   * Gwet's AC2 over fewer than ten items: where it stands, the level is its own and no longer α's. Rounds revealed by version
   * 0.3.0 and before never have it and keep α's, as rounds of ten items and more do.
   */
  readonly ac2?: number | null;
  readonly level: "reliable" | "tentative" | "unreliable" | "undefined";
}

export interface Evaluation {
  readonly round: number;
  readonly dueOn: Day;
  readonly evaluators: readonly AssignedEvaluator[];
  readonly revealed: Revealed | null;
}

export interface AssignedEvaluator {
  readonly person: PersonId;
  /** "A", "B" … in the order of assignment: pages show the letter, never the name. */
  readonly letter: string;
  readonly interest: "undeclared" | "none" | "conflict";
  readonly state: "assigned" | "submitted" | "released" | "recused";
  readonly sheet: TextRef | null;
}

export interface Revealed {
  readonly at: Instant;
  readonly sheets: readonly ScoreSheet[];
  readonly agreement: Agreement;
  /** Items that must be moderated, and those that were, with the scores that then stand. */
  readonly moderate: readonly string[];
  readonly moderated: readonly {
    readonly item: string;
    readonly scores: readonly { readonly evaluator: PersonId; readonly score: number | null }[];
    readonly text: TextRef;
  }[];
}

export interface EvaluationSlice {
  readonly evaluation: Evaluation | null;
  readonly pastEvaluations: readonly Evaluation[];
  /** Recused as approvers. */
  readonly recused: readonly PersonId[];
  readonly dissents: readonly { readonly by: PersonId; readonly text: TextRef; readonly at: Instant }[];
}

export const noEvaluation: EvaluationSlice = { evaluation: null, pastEvaluations: [], recused: [], dissents: [] };
