import type { Database } from "better-sqlite3";
import { piecesOf, slipsFrom } from "./nearness.ts";
import { anyOf } from "./search-words.ts";

export interface NearName {
  readonly slug: string;
  readonly name: string;
  readonly department: string;
}

/** Names looked at: those that share the rarest pieces first. */
const mostLookedAt = 200;

/** Technologies whose names are a few slips away from what was typed, the nearest first. Names are everybody's to read. */
export function nearIn(db: Database): (typed: string, limit: number) => readonly NearName[] {
  const candidates = db.prepare<[string, number], NearName>(
    `SELECT t.slug, t.name, t.department FROM (SELECT rowid FROM search WHERE search MATCH ? ORDER BY rank LIMIT ?) AS s
     JOIN technologies AS t ON t.key = s.rowid`,
  );
  return (typed, limit) => {
    const any = anyOf(piecesOf(typed).slice(0, 12));
    if (any === null) return [];
    const slips = slipsFrom(typed);
    return candidates
      .all(`{name} : (${any})`, mostLookedAt)
      .flatMap((name) => {
        const count = slips(name.name);
        return count === null ? [] : { name, count };
      })
      .toSorted((a, b) => a.count - b.count)
      .slice(0, limit)
      .map(({ name }) => name);
  };
}
