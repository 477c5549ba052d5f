/** What several chapters give, each in its place. */
export const inOrder = <T extends { readonly at: number }>(parts: readonly T[]): readonly T[] =>
  parts.toSorted((a, b) => a.at - b.at);
