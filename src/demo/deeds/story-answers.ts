import type { Bilingual } from "../cast.ts";
import type { Words } from "../words.ts";

/** One answer of a safeguard as a story tells it. */
export type StoryAnswer =
  | string
  | number
  /** Free text. */
  | Words
  /** A label, in the demonstration's language. */
  | Bilingual
  /** So many days before the demonstration's day; negative: after it. */
  | { readonly daysAgo: number }
  /** Several of a list. */
  | { readonly ticks: readonly string[] }
  /** What was attached under this title. */
  | { readonly piece: Words }
  /** English name of a technology of the portfolio. */
  | { readonly technology: string }
  /** Login of the cast. */
  | { readonly person: string };

export interface StoryRow {
  readonly [question: string]: StoryAnswer;
}
export interface StoryAnswers {
  readonly [question: string]: StoryAnswer | readonly StoryRow[];
}
