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
  /**
   * A private text by its digest, for whoever may read it; or a name that everybody with a role reads. A name with a text,
   * by its digest, is found by the words of both, by whoever may read the text, and is shown by its name.
   */
  readonly words: { readonly digest: string } | { readonly name: string; readonly text?: string };
}

/** The private text whose words it is found by; null where its name is all. */
export function textSearched({ words }: Pick<SearchedThing, "words">): string | null {
  return "digest" in words ? words.digest : (words.text ?? null);
}
