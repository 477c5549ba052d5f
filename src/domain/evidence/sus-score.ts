export interface SusAnswers {
  /** Ten answers in the order of the items, 1 to 5, null where not answered. */
  readonly answers: readonly (number | null)[];
}

export type SusScore =
  /** 0 to 100. `straight`: the same answer on all ten items, which contradicts itself. */
  | { readonly kind: "scored"; readonly score: number; readonly straight: boolean }
  | { readonly kind: "dropped"; readonly missing: number };

/**
 * System Usability Scale of one respondent (Brooke 1996): odd items count answer − 1, even ones 5 − answer, the sum
 * times 2.5. A missing item counts 3, more than two missing drop the respondent (methods.md, "Usability").
 *
 * @throws RangeError unless there are ten answers
 */
export function susScore({ answers }: SusAnswers): SusScore {
  if (answers.length !== 10) throw new RangeError(`The scale has ten items, not ${answers.length}`);
  const missing = answers.filter((answer) => answer === null).length;
  if (missing > 2) return { kind: "dropped", missing };
  const points = answers.reduce<number>((sum, given, i) => {
    const answer = given ?? 3;
    return sum + (i % 2 === 0 ? answer - 1 : 5 - answer);
  }, 0);
  return { kind: "scored", score: points * 2.5, straight: missing === 0 && new Set(answers).size === 1 };
}
