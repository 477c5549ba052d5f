import type { Database } from "better-sqlite3";
import type { Ground } from "../read-model.ts";
import type { Needs, PortfolioRow } from "./types.ts";
import { fromStored } from "./row.ts";
import type { StoredRow } from "./table.ts";
import { anyOf, keyWords, wordsOf } from "./search-words.ts";

export interface SimilarQuery {
  readonly name: string;
  /** Words of summary and need, as far as whoever asks may read them. */
  readonly need: string;
  /** Whose needs may be told from: every need is compared, so that nothing is built twice, but its words are named to its readers only. */
  readonly needs: Needs;
  /** The technology itself, while it is being revised. */
  readonly except?: string;
  /** Only among those that ended or were taken back, so that none of them is crowded out by what is under way. */
  readonly ended?: boolean;
}

export interface Similar {
  readonly technology: PortfolioRow;
  /** Words both have, without those of a need that whoever asks may not read. */
  readonly shared: readonly string[];
}

type SimilarRow = StoredRow & { readonly open: string; readonly needWords: string; readonly score: number };

/** How many words a technology must share to be shown beside a new one. */
const leastShared = 2;
const mostWords = 24;
/**
 * A word that stands in more technologies than this tells none of them from the others: one in ten, of a small
 * portfolio a few, and a large one is not counted through.
 */
const commonIn = (technologies: number): number => Math.min(500, Math.max(20, Math.floor(technologies / 10)));

export function similarReader(
  db: Database,
  { today, now }: Pick<Ground, "today" | "now">,
): (query: SimilarQuery, limit: number) => Similar[] {
  const holders = db
    .prepare<[string, number], number>("SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH ? LIMIT ?)")
    .pluck();
  // A name says more than a need: its column weighs three times as much.
  const matching = `SELECT rowid, name || ' ' || summary AS open, need AS needWords,
       bm25(search, 3.0, 1.0, 1.0, 0.0) AS score FROM search WHERE search MATCH ?`;
  const joined = "CROSS JOIN technologies AS t ON t.key = matched.rowid";
  const columns = "t.*, matched.open, matched.needWords, matched.score";
  const findIn = (among: string) =>
    db.prepare<[string, number], SimilarRow>(
      `SELECT ${columns} FROM (${matching} ${among} ORDER BY score LIMIT ?) AS matched ${joined} ORDER BY matched.score`,
    );
  const [find, findEnded] = [findIn(""), findIn("AND rowid IN (SELECT key FROM lessons)")];
  const within = (columns: string, words: readonly string[]): string => `{${columns}} : (${anyOf(words) ?? ""})`;
  const total = db.prepare<[], number>("SELECT max(key) FROM technologies").pluck();
  const tells = (word: string, common: number): boolean =>
    (holders.get(within("name summary need", [word]), common + 1) ?? 0) <= common;
  const readable = ({ department, proposer, sponsor }: StoredRow, needs: Needs): boolean =>
    needs === "all" ||
    (needs !== "none" && (needs.department === department || [proposer, sponsor].includes(needs.person)));

  return ({ name, need, needs, except, ended }, limit) => {
    const words = [...new Set([...keyWords(name, mostWords), ...keyWords(need, mostWords)])].slice(0, mostWords);
    const common = commonIn(total.get() ?? 0);
    const telling = words.filter((word) => tells(word, common));
    if (telling.length === 0) return [];
    const least = Math.min(leastShared, telling.length);
    const typed = wordsOf(`${name} ${need}`);
    const asTyped = (stem: string): string =>
      typed.find((word) => /^[a-z]/.test(stem) && word.startsWith(stem)) ?? stem;
    return (ended === true ? findEnded : find)
      .all(within("name summary need", telling), limit * 4)
      .filter(({ id }) => id !== except)
      .filter(({ open, needWords }) => sharedWords(telling, `${open} ${needWords}`).length >= least)
      .map(({ open, needWords, score: _score, ...row }) => ({
        technology: fromStored(row, { today: today(), now: now() }),
        shared: sharedWords(telling, readable(row, needs) ? `${open} ${needWords}` : open).map(asTyped),
      }))
      .slice(0, limit);
  };
}

function sharedWords(words: readonly string[], theirs: string): string[] {
  const text = theirs.normalize("NFKC").toLowerCase();
  return words.filter((word) => text.includes(word));
}
