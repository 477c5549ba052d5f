import type { SummaryPlan } from "./summary-plan.ts";

/** The people who count in a piece: who is identified and was counted in an earlier one does not. */
export const countedOnce = <T extends { readonly id: string; readonly identified: boolean }>(
  people: readonly T[],
  { excluded }: SummaryPlan,
): readonly T[] => people.filter((person) => !(person.identified && excluded?.has(person.id)));
