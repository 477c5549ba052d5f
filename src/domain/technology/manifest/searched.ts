import type { Technology } from "../state/technology.ts";

/** Things of a chapter that a search over all technologies finds by their words. */
export interface Searched {
  /** "evidence", "risk" …: letters alone. */
  readonly kind: string;
  readonly items: (t: Technology) => readonly SearchedThing[];
}

export interface SearchedThing {
  /** Its id within the technology. */
  readonly item: string;
  /** Ledger position of its first entry, which no other thing has. */
  readonly position: number;
  /** A private text by its digest, for whoever may read it; or a name that everybody with a role reads. */
  readonly words: { readonly digest: string } | { readonly name: string };
}
