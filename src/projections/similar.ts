import type { Database } from "better-sqlite3";
import type { Day } from "../domain/technology/text.ts";
import type { Needs, PortfolioRow } from "./portfolio-types.ts";
import { fromStored } from "./row.ts";
import type { StoredRow } from "./row.ts";
import { anyOf, keyWords } from "./search.ts";
import { isOwn } from "./search-needs.ts";

export interface SimilarQuery {
  readonly name: string;
  /** Words of summary and need, as far as whoever asks may read them. */
  readonly need: string;
  /** Whose needs are compared. */
  readonly needs: Needs;
  /** The technology itself, while it is being revised. */
  readonly except?: string;
}

export interface Similar {
  readonly technology: PortfolioRow;
  /** Words both have. */
  readonly shared: readonly string[];
}

type Found = StoredRow & { readonly open: string; readonly needWords: string; readonly score: number };

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
  const matching = `SELECT rowid, name || ' ' || summary AS open, need AS needWords,
       bm25(search, 3.0, 1.0, 1.0, 0.0) AS score FROM search WHERE search MATCH ?`;
  const joined = "CROSS JOIN technologies AS t ON t.key = found.rowid";
  const columns = "t.*, found.open, found.needWords, found.score";
  const find = db.prepare<[string, number], Found>(
    `SELECT ${columns} FROM (${matching} ORDER BY score LIMIT ?) AS found ${joined} ORDER BY found.score`,
  );
  const ofTheirs = db.prepare<Exclude<Needs, string> & { readonly query: string; readonly most: number }, Found>(
    `SELECT ${columns} FROM (${matching.replace("?", "@query")}) AS found ${joined} WHERE ${isOwn} ORDER BY found.score LIMIT @most`,
  );
  const within = (columns: string, words: readonly string[]): string => `{${columns}} : (${anyOf(words) ?? ""})`;
  const tells = (word: string): boolean =>
    (holders.get(within("name summary need", [word]), common + 1) ?? 0) <= common;
  /** With needs that may not be compared, those whose open words match are looked for by themselves, so that none of the others crowds them out. */
  const candidates = (words: readonly string[], needs: Needs, most: number): Found[] => {
    if (needs === "all") return find.all(within("name summary need", words), most);
    const open = find.all(within("name summary", words), most);
    if (needs === "none") return open;
    const known = new Set(open.map(({ id }) => id));
    const own = ofTheirs.all({ ...needs, query: within("name summary need", words), most });
    return [...open, ...own.filter(({ id }) => !known.has(id))].sort((a, b) => a.score - b.score);
  };
  const compared = ({ department, proposer, sponsor }: StoredRow, needs: Needs): boolean =>
    needs === "all" ||
    (needs !== "none" && (needs.department === department || [proposer, sponsor].includes(needs.person)));

  return ({ name, need, needs, except }, limit) => {
    const words = [...new Set([...keyWords(name, mostWords), ...keyWords(need, mostWords)])].slice(0, mostWords);
    const telling = words.filter(tells);
    if (telling.length === 0) return [];
    const least = Math.min(leastShared, words.length);
    return candidates(telling, needs, limit * 4)
      .filter(({ id }) => id !== except)
      .map(({ open, needWords, score: _score, ...row }) => ({
        technology: fromStored(row, today()),
        shared: sharedWords(words, compared(row, needs) ? `${open} ${needWords}` : open),
      }))
      .filter(({ shared }) => shared.length >= least)
      .slice(0, limit);
  };
}

function sharedWords(words: readonly string[], theirs: string): string[] {
  const text = theirs.normalize("NFKC").toLowerCase();
  return words.filter((word) => text.includes(word));
}
