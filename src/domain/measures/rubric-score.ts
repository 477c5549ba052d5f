import type { PersonId } from "../words/text.ts";

export interface ItemScore {
  readonly evaluator: PersonId;
  readonly score: number | null;
}

/** The scores that stand for one rubric item: as revealed, or as moderated where they were. */
export interface RubricItem {
  readonly item: string;
  readonly scores: readonly ItemScore[];
}
