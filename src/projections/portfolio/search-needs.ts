import type { Database } from "better-sqlite3";
import type { Needs } from "./types.ts";

type Own = Exclude<Needs, string>;

/** A technology whose need somebody may search who may not search all of them. */
const isOwn = "(t.department = @department OR t.proposer = @person OR t.sponsor = @person)";

/** Keys of what a query matches: in names, summaries and departments everywhere, in needs as far as they may be searched. */
export function needsReader(db: Database): (query: string, needs: Needs) => Set<number> {
  const matching = db.prepare<[string], number>("SELECT rowid FROM search WHERE search MATCH ?").pluck();
  const own = db
    .prepare<Own & { readonly query: string }, number>(
      `SELECT matched.rowid FROM (SELECT rowid FROM search WHERE search MATCH @query) AS matched
         CROSS JOIN technologies AS t ON t.key = matched.rowid WHERE ${isOwn}`,
    )
    .pluck();
  return (query, needs) => {
    if (needs === "all") return new Set(matching.all(query));
    const open = matching.all(`{name summary department} : (${query})`);
    return new Set(needs === "none" ? open : [...open, ...own.all({ ...needs, query })]);
  };
}
