import type { Tier } from "../../domain/words/tier.ts";
import type { Bilingual } from "../cast.ts";

/** How far a generated technology has come, and how its evidence turns out. */
export interface Scene {
  readonly name: Bilingual;
  readonly summary: Bilingual;
  readonly need: Bilingual;
  readonly department: string;
  readonly tier: Tier | null;
  readonly users: number;
  /** Requests a second the full rollout must carry. */
  readonly demand: number;
  readonly recordsPerHour: number;
  readonly annualCost: number;
  readonly ending: Ending;
  readonly outcome: Outcome;
  /** What else happens on the way. */
  readonly twists?: readonly Twist[];
  /** Days since the last deed, where the ending's usual number will not do. */
  readonly ago?: number;
}

export type Ending =
  | "draft-like"
  | "proposed"
  | "admission-voting"
  | "withdrawn"
  | "rejected"
  | "plan-locked"
  | "pilot-young"
  | "pilot-late-evidence"
  | "pilot-barred"
  | "pilot-complete"
  | "stopped"
  | "scoring"
  | "moderating"
  | "rollout-gate"
  | "rollout-voting"
  | "wave-one"
  | "wave-two"
  | "held"
  | "returned"
  | "rolled-back"
  | "adopted"
  | "retired";

/**
 * amended: the plan is changed after data were seen. dissent: an evaluator's, on record. waiver: what bars the
 * rollout is waived by two approvers. waiver-asked: still pending. conditions: approved with a dated condition. deputy: one vote
 * is cast for an absent approver. withdrawn: a file that the decision rested on is withdrawn later. served: the plan also chooses
 * satisfaction and accessibility. fair: it names groups and a binding measure. compared: task success may not be worse
 * than before the pilot. two-looks: the plan also looks when the pilot ends, before anybody has scored.
 */
export type Twist =
  | "amended"
  | "dissent"
  | "waiver"
  | "waiver-asked"
  | "conditions"
  | "deputy"
  | "withdrawn"
  | "served"
  | "fair"
  | "compared"
  | "two-looks";

/** strong: passes; thin: answers too close to the floor for their number; weak: fails a floor. */
export type Outcome = "strong" | "thin" | "weak";

export const scene = (
  en: string,
  zh: string,
  summary: readonly [string, string],
  need: readonly [string, string],
  rest: Omit<Scene, "name" | "summary" | "need">,
): Scene => ({
  name: { en, zh },
  summary: { en: summary[0], zh: summary[1] },
  need: { en: need[0], zh: need[1] },
  ...rest,
});
