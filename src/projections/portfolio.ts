import type { Database, Statement } from "better-sqlite3";
import type { Day } from "../domain/technology/text.ts";
import { pipelineReader } from "./counters.ts";
import { cursorOf, readCursor } from "./cursor.ts";
import type { Cursor } from "./cursor.ts";
import { filterOf } from "./filter.ts";
import type { Filter } from "./filter.ts";
import { mostCounted } from "./portfolio-limits.ts";
import type { Pipeline, PortfolioPage, PortfolioQuery, PortfolioRow, PortfolioSort } from "./portfolio-types.ts";
import { fromStored } from "./row.ts";
import type { StoredRow } from "./row.ts";
import { similarReader } from "./similar.ts";
import type { Similar, SimilarQuery } from "./similar.ts";

export interface Portfolio {
  page(query: PortfolioQuery): PortfolioPage;
  pipeline(): Pipeline;
  /** The latest first. */
  late(limit: number): readonly PortfolioRow[];
  bySlug(slug: string): PortfolioRow | null;
  byId(id: string): PortfolioRow | null;
  /** Technologies whose name or need shares words, best first. */
  similar(query: SimilarQuery, limit: number): readonly Similar[];
}

const sortColumns: { readonly [S in PortfolioSort]: "nameSort" | "stageRank" | "dateSort" | "updatedAt" } = {
  name: "nameSort",
  stage: "stageRank",
  date: "dateSort",
  updated: "updatedAt",
};

/** @param position of the ledger that the rows stand at: answers that are kept are kept for one position. */
export function portfolioReader(db: Database, today: () => Day, position: () => number): Portfolio {
  const prepared = statementCache(db);
  const kept = answersPer(() => `${position()} ${today()}`);
  const pipeline = pipelineReader(db);
  const similar = similarReader(db, today);
  const bySlug = db.prepare<[string], StoredRow>("SELECT * FROM technologies WHERE slug = ?");
  const byId = db.prepare<[string], StoredRow>("SELECT * FROM technologies WHERE id = ?");
  const late = db.prepare<[Day, number], StoredRow>(
    "SELECT * FROM technologies WHERE dateSort < ? ORDER BY dateSort, key LIMIT ?",
  );
  const shown = (row: StoredRow | undefined) => (row === undefined ? null : fromStored(row, today()));

  const count = (filter: Filter): number =>
    kept(`count ${filter.key}`, () => Number(prepared(filter.countSql).pluck().get(...filter.countValues)));

  return {
    page: (query) => {
      const filter = filterOf(query, today(), (sql, ...values) => prepared(sql).pluck().all(...values) as number[]);
      const matches = filter === null ? 0 : count(filter);
      const rows = filter === null ? [] : readRows(prepared, query, filter);
      return toPage(query, rows, today(), matches);
    },
    pipeline: () => kept("pipeline", () => pipeline(today())),
    late: (limit) => late.all(today(), limit).map((row) => fromStored(row, today())),
    bySlug: (slug) => shown(bySlug.get(slug)),
    byId: (id) => shown(byId.get(id)),
    similar,
  };
}

type Prepared = (sql: string) => Statement;

/** One row more than asked for tells whether there is a next page. */
function readRows(prepared: Prepared, query: PortfolioQuery, filter: Filter): StoredRow[] {
  const column = sortColumns[query.sort];
  const cursor = readCursor(query.after ?? query.before);
  const up = (query.descending === true) === (query.before !== undefined);
  const order = up ? "ASC" : "DESC";
  const conditions = [...filter.conditions, ...(cursor === null ? [] : [`(t.${column}, t.key) ${up ? ">" : "<"} (?, ?)`])];
  const where = conditions.length === 0 ? "" : `WHERE ${conditions.join(" AND ")}`;
  const sql = `SELECT t.* FROM ${filter.from} ${where} ORDER BY t.${column} ${order}, t.key ${order} LIMIT ?`;
  const values = [...filter.values, ...(cursor ?? []), limitOf(query) + 1];
  return prepared(sql).all(...values) as StoredRow[];
}

function toPage(query: PortfolioQuery, found: StoredRow[], today: Day, matches: number): PortfolioPage {
  const more = found.length > limitOf(query);
  const rows = more ? found.slice(0, -1) : found;
  if (query.before !== undefined) rows.reverse();
  const at = (row: StoredRow | undefined): string | null =>
    row === undefined ? null : cursorOf(cursorValues(row, query.sort));
  const backwards = query.before !== undefined;
  return {
    rows: rows.map((row) => fromStored(row, today)),
    count: Math.min(matches, mostCounted),
    more: matches > mostCounted,
    next: backwards || more ? at(rows.at(-1)) : null,
    previous: (backwards && more) || query.after !== undefined ? at(rows[0]) : null,
  };
}

const cursorValues = (row: StoredRow, sort: PortfolioSort): Cursor => [row[sortColumns[sort]], row.key];

const limitOf = ({ limit }: PortfolioQuery): number => Math.min(Math.max(Math.trunc(limit), 1), 200);

function statementCache(db: Database): Prepared {
  const statements = new Map<string, Statement>();
  return (sql) => {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    const made = db.prepare(sql);
    statements.set(sql, made);
    return made;
  };
}

/** Remembers answers until the rows (or the day) change. */
function answersPer(state: () => string): <T>(name: string, compute: () => T) => T {
  const answers = new Map<string, unknown>();
  let of = "";
  return <T>(name: string, compute: () => T): T => {
    if (of !== state() || answers.size > 500) {
      answers.clear();
      of = state();
    }
    if (!answers.has(name)) answers.set(name, compute());
    return answers.get(name) as T;
  };
}
