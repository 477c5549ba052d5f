import type { Database } from "better-sqlite3";
import type { EntryQuery } from "./port.ts";

type Range = { readonly from: number; readonly before: number; readonly limit: number };

/**
 * Positions of the entries a query picks, newest first. A stream is read from its end; everything else walks an index
 * that ends in the position, one walk a type, so that a page costs as much as it shows and not as much as there is.
 */
export function entryFinder(db: Database): (query: EntryQuery) => readonly number[] {
  const walk = <V>(condition: string, order = "position") =>
    db
      .prepare<[Range & V], number>(
        `SELECT position FROM leaf WHERE ${condition} AND position >= @from AND position < @before
         ORDER BY ${order} DESC LIMIT @limit`,
      )
      .pluck();
  const anything = walk<object>("1");
  const ofType = walk<{ type: string }>("type = @type");
  const ofActor = walk<{ actor: string; type: string }>("actor = @actor AND type = @type");
  const ofStream = walk<{ stream: string; actor: string | null; types: string | null }>(
    `stream = @stream AND (@actor IS NULL OR actor = @actor)
     AND (@types IS NULL OR type IN (SELECT value FROM json_each(@types)))`,
    "version",
  );
  const typesOf = db.prepare<[{ actor: string }], string>(actorsTypes).pluck();
  return ({ stream, actor, types, from = 1, before = Number.MAX_SAFE_INTEGER, limit }) => {
    const range = { from, before, limit };
    if (stream !== undefined) {
      const listed = types === undefined ? null : JSON.stringify(types);
      return ofStream.all({ ...range, stream, actor: actor ?? null, types: listed });
    }
    if (actor !== undefined) {
      const walked = types ?? typesOf.all({ actor });
      return newest(
        walked.flatMap((type) => ofActor.all({ ...range, actor, type })),
        limit,
      );
    }
    if (types === undefined) return anything.all(range);
    return newest(
      types.flatMap((type) => ofType.all({ ...range, type })),
      limit,
    );
  };
}

/** Hops from one type to the next in the index instead of reading all of the actor's entries. */
const actorsTypes = `
  WITH RECURSIVE one (type) AS (
    SELECT min(type) FROM leaf WHERE actor = @actor
    UNION ALL
    SELECT (SELECT min(type) FROM leaf WHERE actor = @actor AND type > one.type) FROM one WHERE one.type IS NOT NULL
  )
  SELECT type FROM one WHERE type IS NOT NULL`;

const newest = (positions: readonly number[], limit: number): readonly number[] =>
  positions.toSorted((a, b) => b - a).slice(0, limit);

/** The first position whose entry is of this time or later, by halving: times never decrease. */
export function firstAt(time: string, size: number, timeOf: (position: number) => string | undefined): number {
  let [low, high] = [1, size + 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((timeOf(middle) ?? "") < time) low = middle + 1;
    else high = middle;
  }
  return low;
}
