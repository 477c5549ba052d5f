import type { PersonId } from "../domain/words/text.ts";

/** A selection of the portfolio that somebody gave a name. */
export interface SavedFilter {
  readonly id: string;
  readonly name: string;
  /** Path and query: whoever has it sees the same selection, with or without the name. */
  readonly address: string;
}

/** Each person's own: nobody else sees, renames or removes them. */
export interface SavedFilters {
  /** By name. */
  of(person: PersonId): Promise<readonly SavedFilter[]>;
  /** "full" where the person has as many as one may. */
  save(person: PersonId, filter: Omit<SavedFilter, "id">): Promise<"saved" | "full">;
  /** False where the person has no such filter. */
  rename(person: PersonId, id: string, name: string): Promise<boolean>;
  remove(person: PersonId, id: string): Promise<boolean>;
}

/** Of one person: more would be a list to search. */
export const mostSavedFilters = 30;
