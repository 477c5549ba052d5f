import type { Database, Statement } from "better-sqlite3";
import { readCursor } from "./cursor.ts";
import type { Filter } from "./filter.ts";
import type { PortfolioQuery, PortfolioSort } from "./types.ts";
import type { StoredRow } from "./table.ts";

/** Keys of the technologies a search matched; null where nothing was searched for. */
export type Matches = ReadonlySet<number> | null;

/** More matches than this are not counted: a hundred thousand rows would be walked for a figure nobody reads. */
export const mostCounted = 1000;

export interface PageReader {
  /** Rows of the page and one more, where there is one. */
  rows(query: PortfolioQuery, filter: Filter, matches: Matches, limit: number): StoredRow[];
  /** Up to one more than is counted. */
  count(filter: Filter, matches: Matches): number;
}

export const sortColumns: { readonly [S in PortfolioSort]: "nameSort" | "stageRank" | "dateSort" | "updatedAt" } = {
  name: "nameSort",
  stage: "stageRank",
  date: "dateSort",
  updated: "updatedAt",
};

/** Under so many matches they are fetched and sorted; above, the sorted rows are walked until a page is full. */
const fewMatches = 1000;

const json = (keys: Iterable<number>): string => JSON.stringify([...keys]);

export function pageReader(db: Database): PageReader {
  const prepared = statementCache(db);
  const walked = "technologies AS t";
  const fetched = "json_each(?) AS matched CROSS JOIN technologies AS t ON t.key = matched.value";

  function ordered(query: PortfolioQuery, { conditions, values }: Filter, from: string, first: readonly unknown[]) {
    const column = sortColumns[query.sort];
    const cursor = readCursor(query.after ?? query.before);
    const up = (query.descending === true) === (query.before !== undefined);
    const order = up ? "ASC" : "DESC";
    const all = [...conditions, ...(cursor === null ? [] : [`(t.${column}, t.key) ${up ? ">" : "<"} (?, ?)`])];
    const sql = `FROM ${from} ${where(all)} ORDER BY t.${column} ${order}, t.key ${order}`;
    return { sql, values: [...first, ...values, ...(cursor ?? [])] };
  }

  function walk(query: PortfolioQuery, filter: Filter, matches: ReadonlySet<number>, limit: number): StoredRow[] {
    const { sql, values } = ordered(query, filter, walked, []);
    const keys: number[] = [];
    for (const key of prepared(`SELECT t.key ${sql}`)
      .pluck()
      .iterate(...values)) {
      if (matches.has(key as number) && keys.push(key as number) === limit) break;
    }
    const rows = prepared(`SELECT t.* FROM ${fetched}`).all(json(keys)) as StoredRow[];
    const byKey = new Map(rows.map((row) => [row.key, row]));
    return keys.flatMap((key) => byKey.get(key) ?? []);
  }

  return {
    rows: (query, filter, matches, limit) => {
      if (matches !== null && matches.size > fewMatches) return walk(query, filter, matches, limit);
      const first = matches === null ? [] : [json(matches)];
      const { sql, values } = ordered(query, filter, matches === null ? walked : fetched, first);
      return prepared(`SELECT t.* ${sql} LIMIT ?`).all(...values, limit) as StoredRow[];
    },
    count: ({ conditions, values }, matches) => {
      if (matches !== null && conditions.length === 0) return matches.size;
      const first = matches === null ? [] : [json(matches)];
      const from = `FROM ${matches === null ? walked : fetched} ${where(conditions)}`;
      const count = prepared(`SELECT count(*) FROM (SELECT 1 ${from} LIMIT ?)`).pluck();
      return Number(count.get(...first, ...values, mostCounted + 1));
    },
  };
}

const where = (conditions: readonly string[]): string =>
  conditions.length === 0 ? "" : `WHERE ${conditions.join(" AND ")}`;

/** Statements by their text: filters and sorts combine to a few dozen. */
function statementCache(db: Database): (sql: string) => Statement {
  const statements = new Map<string, Statement>();
  return (sql) => {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    const made = db.prepare(sql);
    statements.set(sql, made);
    return made;
  };
}
