import type { Database } from "better-sqlite3";
import { readCursor } from "./cursor.ts";
import type { Cursor } from "./cursor.ts";
import type { Filter } from "./filter.ts";
import { matchesOf } from "./matches.ts";
import type { Matches } from "./matches.ts";
import { sortColumns } from "./sort.ts";
import { rawStatements } from "./statements.ts";
import type { PortfolioQuery, PortfolioSort } from "./types.ts";

/** A row of a page before it is read: its key, and where it stands in the order. */
export type Entry = readonly [key: number, at: string | number];

/** More than this is not counted: a hundred thousand rows would be walked for a figure nobody reads. */
export const mostCounted = 1000;

/** What a filter and a search leave, before it is sorted and cut into pages. */
export interface Selection {
  readonly filter: Filter;
  /** Null where nothing was searched for. */
  readonly matches: Matches | null;
  /** Up to one more than is counted. */
  readonly count: number;
}

export interface Entries {
  select(filter: Filter, matches: Matches | null): Selection;
  /** In the order of the page, or backwards from its end. */
  read(query: PortfolioQuery, selection: Selection, limit: number): readonly Entry[];
}

/** What is walked, and how. */
interface Way {
  readonly sort: PortfolioSort;
  readonly up: boolean;
  readonly filter: Filter;
}

const [firstSteps, mostSteps] = [200, 4000];

export function entriesIn(db: Database): Entries {
  const prepared = rawStatements(db);

  /** Two seeks, among those that stand where the cursor does and beyond: most stages, and all undated ones, are one tie. */
  function seek({ sort, up, filter }: Way, cursor: Cursor | null, limit: number): readonly Entry[] {
    const from = `technologies AS t INDEXED BY ${filter.indexFor(sort)}`;
    const run = (conditions: readonly string[], values: readonly unknown[], most: number): readonly Entry[] => {
      const sql = selecting(sort, from, [...filter.conditions, ...conditions], up);
      return prepared(sql).all(...filter.values, ...values, most) as Entry[];
    };
    if (cursor === null) return run([], [], limit);
    const [column, than] = [`t.${sortColumns[sort]}`, up ? ">" : "<"];
    const ties = run([`${column} = ?`, `t.key ${than} ?`], cursor, limit);
    if (ties.length === limit) return ties;
    return [...ties, ...run([`${column} ${than} ?`], [cursor[0]], limit - ties.length)];
  }

  /** All of them, in steps that grow: whoever looks for a few ends soon. */
  function* walk(way: Way, cursor: Cursor | null): Generator<Entry> {
    let from = cursor;
    for (let steps = firstSteps; ; steps = Math.min(steps * 4, mostSteps)) {
      const entries = seek(way, from, steps);
      yield* entries;
      const last = entries.at(-1);
      if (last === undefined || entries.length < steps) return;
      from = [last[1], last[0]];
    }
  }

  /** So few that sorting them costs less than walking to them. */
  function sorted(way: Way, from: string, first: readonly unknown[], cursor: Cursor | null, limit: number) {
    const { sort, up, filter } = way;
    const beyond = cursor === null ? [] : [`(t.${sortColumns[sort]}, t.key) ${up ? ">" : "<"} (?, ?)`];
    const sql = selecting(sort, from, [...filter.conditions, ...beyond], up);
    return prepared(sql).all(...first, ...filter.values, ...(cursor ?? []), limit) as Entry[];
  }

  /** Where a filter leaves few of many matches, these are what is sorted from then on. */
  function fewer(filter: Filter, matches: Matches): Selection {
    const left = those(matches, walk({ sort: "date", up: true, filter }, null), mostCounted + 1);
    const few = left.length > mostCounted ? matches : matchesOf(left.map(([key]) => key));
    return { filter, matches: few, count: left.length };
  }

  return {
    select: (filter, matches) => {
      if (matches !== null && filter.conditions.length === 0) return { filter, matches, count: matches.size };
      if (matches?.keys === null) return fewer(filter, matches);
      const from = matches === null ? `technologies AS t INDEXED BY ${filter.indexFor("date")}` : fetched;
      const sql = `SELECT count(*) FROM (SELECT 1 FROM ${from} ${where(filter.conditions)} LIMIT ?)`;
      const first = matches === null ? [] : [JSON.stringify(matches.keys)];
      const [count] = prepared(sql).get(...first, ...filter.values, mostCounted + 1) as [number];
      return { filter, matches, count };
    },
    read: (query, { filter, matches, count }, limit) => {
      const cursor = readCursor(query.after ?? query.before);
      const { sort } = query;
      const way = { sort, filter, up: (query.descending === true) === (query.before !== undefined) };
      if (matches?.keys === null) return those(matches, walk(way, cursor), limit);
      if (matches !== null) return sorted(way, fetched, [JSON.stringify(matches.keys)], cursor, limit);
      if (filter.late === null || sort === "date" || count > mostCounted) return seek(way, cursor, limit);
      return sorted(way, `technologies AS t INDEXED BY ${filter.indexFor("date")}`, [], cursor, limit);
    },
  };
}

function those(matches: Matches, entries: Iterable<Entry>, most: number): readonly Entry[] {
  const matching: Entry[] = [];
  for (const entry of entries) if (matches.has(entry[0]) && matching.push(entry) === most) break;
  return matching;
}

const fetched = "json_each(?) AS matched CROSS JOIN technologies AS t ON t.key = matched.value";

function selecting(sort: PortfolioSort, from: string, conditions: readonly string[], up: boolean): string {
  const [column, order] = [`t.${sortColumns[sort]}`, up ? "ASC" : "DESC"];
  return `SELECT t.key, ${column} FROM ${from} ${where(conditions)} ORDER BY ${column} ${order}, t.key ${order} LIMIT ?`;
}

const where = (conditions: readonly string[]): string =>
  conditions.length === 0 ? "" : `WHERE ${conditions.join(" AND ")}`;
