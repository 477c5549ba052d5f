import type { TextRef } from "../words/text.ts";

export interface PlannedIndicator {
  readonly applicable: boolean;
  /** Required where not applicable, unless the indicator is optional. */
  readonly reason: TextRef | null;
  /** Stricter than the policy's floor only. */
  readonly floor: number | null;
  /** Larger than the policy's minimum only. */
  readonly minimumSample: number | null;
  /** Compared with a baseline: by how much the pilot may be worse, in the indicator's unit, above 0. Null: not compared. */
  readonly margin: number | null;
  /** Task success only: the floor may be cleared at any look by its e-value. */
  readonly anytime: boolean;
}
