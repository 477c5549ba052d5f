import type { PersonId } from "../../words/text.ts";

/** Who was once an author or sponsor stays one: stepping down must not make a judge of them. */
export const withAuthors = (authors: readonly PersonId[], ...more: readonly PersonId[]): readonly PersonId[] => [
  ...new Set([...authors, ...more]),
];
