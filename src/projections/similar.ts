import type { Database } from "better-sqlite3";
import type { Day } from "../domain/technology/text.ts";
import type { PortfolioRow } from "./portfolio-types.ts";
import { fromStored } from "./row.ts";
import type { StoredRow } from "./row.ts";
import { anyOf, keyWords } from "./search.ts";

export interface SimilarQuery {
  readonly name: string;
  readonly need: string;
  /** The technology itself, while it is being revised. */
  readonly except?: string;
}

export interface Similar {
  readonly technology: PortfolioRow;
  /** Words both have. */
  readonly shared: readonly string[];
}

/** How many words a technology must share to be shown beside a new one. */
const leastShared = 2;
const mostWords = 24;
/** A word that stands in more technologies than this tells none of them from the others. */
const common = 500;

export function similarReader(db: Database, today: () => Day): (query: SimilarQuery, limit: number) => Similar[] {
  const holders = db
    .prepare<[string, number], number>("SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH ? LIMIT ?)")
    .pluck();
  // A name says more than a need: its column weighs three times as much.
  const find = db.prepare<[string, number], StoredRow & { words: string }>(
    `SELECT t.*, found.words FROM (
       SELECT rowid, name || ' ' || need AS words, bm25(search, 3.0, 1.0, 0.0) AS score
       FROM search WHERE search MATCH ? ORDER BY score LIMIT ?
     ) AS found CROSS JOIN technologies AS t ON t.key = found.rowid ORDER BY found.score`,
  );
  const inNameOrNeed = (words: readonly string[]): string => `{name need} : (${anyOf(words) ?? ""})`;
  const tells = (word: string): boolean => (holders.get(inNameOrNeed([word]), common + 1) ?? 0) <= common;

  return ({ name, need, except }, limit) => {
    const words = [...new Set([...keyWords(name, mostWords), ...keyWords(need, mostWords)])].slice(0, mostWords);
    const telling = words.filter(tells);
    if (telling.length === 0) return [];
    const least = Math.min(leastShared, words.length);
    return find
      .all(inNameOrNeed(telling), limit * 4)
      .filter(({ id }) => id !== except)
      .map(({ words: theirs, ...row }) => ({
        technology: fromStored(row, today()),
        shared: sharedWords(words, theirs),
      }))
      .filter(({ shared }) => shared.length >= least)
      .slice(0, limit);
  };
}

function sharedWords(words: readonly string[], theirs: string): string[] {
  const text = theirs.normalize("NFKC").toLowerCase();
  return words.filter((word) => text.includes(word));
}
