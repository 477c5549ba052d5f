import type { Database } from "better-sqlite3";
import type { ExchangePlace, InterfaceQueries, TechnologyExchange } from "./types.ts";

/** Ends as technologies; the same declared by both is one. What follows says which rows `i` are meant. */
export const exchangesAmong = `SELECT CASE i.direction WHEN 'offers' THEN t.slug ELSE o.slug END AS provider,
    CASE i.direction WHEN 'offers' THEN o.slug ELSE t.slug END AS consumer,
    i.standard AS standard, max(i.accepted) AS accepted, count(*) AS interfaces
  FROM interfaces AS i JOIN technologies AS t ON t.id = i.technology JOIN technologies AS o ON o.id = i.other`;

interface End {
  readonly technology: string;
  readonly slug: string;
}

/** Two technologies that exchange something; the first is the department's. */
interface Pair extends End {
  readonly other: string;
}

/**
 * Who exchanges what with the technologies of a department, these by their slugs and of each the others by their ids: what a
 * page costs rests on its length, however many exchanges there are. Two of the department stand where the first of them does.
 */
export function departmentExchanges(db: Database): InterfaceQueries["ofDepartment"] {
  // Not connected: nobody exchanges anything with it. A shared standard alone connects as well.
  const ends = db.prepare<[string, string, number], End>(
    `SELECT s.technology, s.slug FROM interfaceStandings AS s WHERE s.department = ? AND s.connected = 1 AND s.slug >= ?
       AND (EXISTS (SELECT 1 FROM interfaces AS i WHERE i.technology = s.technology AND i.other IS NOT NULL)
         OR EXISTS (SELECT 1 FROM interfaces AS i WHERE i.counterpart = s.slug AND i.other = s.technology))
     ORDER BY s.slug LIMIT ?`,
  );
  const toldBefore = "(o.department = @department AND o.slug < @slug)";
  const others = db
    .prepare<[End & { readonly department: string; readonly after: string; readonly limit: number }], string>(
      `SELECT other FROM (SELECT DISTINCT i.other FROM interfaces AS i CROSS JOIN technologies AS o
           WHERE i.technology = @technology AND i.other > @after AND o.id = i.other AND NOT ${toldBefore})
       UNION SELECT other FROM (SELECT DISTINCT i.technology AS other FROM interfaces AS i CROSS JOIN technologies AS o
           WHERE i.counterpart = @slug AND i.other = @technology AND i.technology > @after
             AND o.id = i.technology AND NOT ${toldBefore} ORDER BY i.technology LIMIT @limit)
       ORDER BY other LIMIT @limit`,
    )
    .pluck();
  const between = db.prepare<[{ readonly pairs: string }], TechnologyExchange>(
    `WITH pair AS (SELECT value ->> 'technology' AS technology, value ->> 'slug' AS slug, value ->> 'other' AS other FROM json_each(@pairs))
     ${exchangesAmong} WHERE i.rowid IN (
       SELECT i.rowid FROM pair CROSS JOIN interfaces AS i WHERE i.technology = pair.technology AND i.other = pair.other
       UNION SELECT i.rowid FROM pair CROSS JOIN interfaces AS i WHERE i.counterpart = pair.slug AND i.technology = pair.other
     ) GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
  );

  function pairsBehind(department: string, after: ExchangePlace, most: number): readonly Pair[] {
    const pairs: Pair[] = [];
    for (const end of ends.all(department, after.slug, most + 1)) {
      const from = end.slug === after.slug ? after.other : "";
      const linked = others.all({ ...end, department, after: from, limit: most - pairs.length });
      pairs.push(...linked.map((other) => ({ ...end, other })));
      if (pairs.length >= most) break;
    }
    return pairs;
  }

  return (department, after, limit) => {
    const pairs = pairsBehind(department, after, limit + 1);
    const listed = pairs.slice(0, limit);
    const last = listed.at(-1);
    return {
      exchanges: between.all({ pairs: JSON.stringify(listed) }),
      next: pairs.length > limit && last !== undefined ? { slug: last.slug, other: last.other } : null,
    };
  };
}
