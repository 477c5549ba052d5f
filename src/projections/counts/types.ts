import type { CountableKind } from "../../domain/technology/manifest/countable.ts";
import type { JsonObject } from "../../domain/words/json.ts";
import type { Day } from "../../domain/words/text.ts";

/** Days from the first to the last, both of them in it. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}

/** What is counted: things of a kind in some of their standings, of a department or of all, by their days. */
export interface CountQuery extends Period {
  /** Null: of all. */
  readonly department: string | null;
  readonly kind: CountableKind;
  readonly standings: readonly string[];
}

/** One of those that were counted. */
export interface CountedThing {
  readonly technology: string;
  readonly slug: string;
  readonly name: string;
  readonly department: string;
  readonly subject: string;
  readonly standing: string;
  readonly day: Day;
  readonly detail: JsonObject;
  readonly position: number | null;
}

interface CountedPage {
  /** The latest day first. */
  readonly rows: readonly CountedThing[];
  /** Where the next page begins; null at the end. */
  readonly next: string | null;
}

export interface CountQueries {
  count(query: CountQuery): number;
  /** @param place.after the `next` of the page before */
  page(query: CountQuery, place: { readonly after?: string | undefined; readonly limit: number }): CountedPage;
}
