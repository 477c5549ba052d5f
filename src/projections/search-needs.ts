import type { Database } from "better-sqlite3";
import type { Needs } from "./portfolio-types.ts";

/** Keys of what a query matches: in names, summaries and departments everywhere, in needs as far as they may be searched. */
export function needsReader(db: Database): (query: string, needs: Needs) => Set<number> {
  const matching = db.prepare<[string], number>("SELECT rowid FROM search WHERE search MATCH ?").pluck();
  const inDepartment = db
    .prepare<[string, string], number>(
      `SELECT found.rowid FROM (SELECT rowid FROM search WHERE search MATCH ?) AS found
         CROSS JOIN technologies AS t ON t.key = found.rowid WHERE t.department = ?`,
    )
    .pluck();
  return (query, needs) => {
    if (needs === "all") return new Set(matching.all(query));
    const open = matching.all(`{name summary department} : (${query})`);
    return new Set(needs === "none" ? open : [...open, ...inDepartment.all(query, needs.department)]);
  };
}
