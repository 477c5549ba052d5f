import type { Database } from "better-sqlite3";
import { answersPer } from "../answers-per-state.ts";
import { joined, matchesOf } from "./matches.ts";
import type { Matches } from "./matches.ts";
import { wordsVersion } from "./search-version.ts";
import { searchQuery } from "./search-words.ts";
import type { Needs } from "./types.ts";

type Own = Exclude<Needs, string>;

/** A hundred thousand technologies matched take a few dozen kilobytes. */
const mostKept = 50;

/**
 * What somebody's search matches: in names, summaries and departments everywhere, in needs as far as they may be
 * searched. What a query finds is kept until words change, whose technologies are whose until anything does.
 *
 * @param state as long as it stays the same, so do all rows
 */
export function searchIn(db: Database, state: () => string): (typed: string, needs: Needs) => Matches {
  const find = db.prepare<[string], number>("SELECT rowid FROM search WHERE search MATCH ?").pluck();
  // Three seeks: an OR over them would walk everything.
  const own = db
    .prepare<Own, number>(
      `SELECT key FROM technologies WHERE department = @department UNION
       SELECT key FROM technologies WHERE proposer = @person UNION
       SELECT key FROM technologies WHERE sponsor = @person`,
    )
    .pluck();
  const [byWords, byRows] = [answersPer(wordsVersion(db), mostKept), answersPer(state, mostKept)];
  const matching = (query: string): Matches => byWords(query, () => matchesOf(find.all(query)));

  function withOwn(query: string, open: Matches, needs: Own): Matches {
    const whole = matching(query);
    const theirs = byRows(`of ${JSON.stringify(needs)}`, () => own.all(needs));
    return joined(
      open,
      theirs.filter((key) => whole.has(key) && !open.has(key)),
    );
  }

  return (typed, needs) => {
    const query = searchQuery(typed);
    if (query === null) return matchesOf([]);
    if (needs === "all") return matching(query);
    const open = matching(`{name summary department} : (${query})`);
    if (needs === "none") return open;
    return byRows(JSON.stringify([query, needs]), () => withOwn(query, open, needs));
  };
}
