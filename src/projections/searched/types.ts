import type { Scope } from "../../domain/technology/may-read.ts";
import type { SearchedThing } from "../../domain/technology/manifest/searched.ts";

/** Something of a technology that a search found. */
export interface SearchHit extends SearchedThing {
  readonly kind: string;
  readonly technology: { readonly slug: string; readonly name: string; readonly department: string };
}

interface SearchedQuery {
  /** Words that all occur: Latin ones as the beginning of a word, Chinese as they stand. */
  readonly typed: string;
  readonly kind: string;
  /** What whoever asks may find. */
  readonly scope: Scope;
  /** The `next` of the page before. */
  readonly after?: number | undefined;
  readonly limit: number;
}

export interface SearchedQueries {
  /** The newest first. */
  page(query: SearchedQuery): { readonly things: readonly SearchHit[]; readonly next: number | null };
  /** How many there are, counted up to one more than `mostSearchedCounted`. */
  count(typed: string, kind: string, scope: Scope): number;
}
