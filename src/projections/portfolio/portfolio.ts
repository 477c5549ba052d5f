import type { Database } from "better-sqlite3";
import type { Day } from "../../domain/words/text.ts";
import { pipelineReader } from "./pipeline.ts";
import type { Asked, ReadModel } from "../read-model.ts";
import { cursorOf } from "./cursor.ts";
import { filterOf } from "./filter.ts";
import { answersPer } from "../answers-per-state.ts";
import { mostCounted, pageReader, sortColumns } from "./page-reader.ts";
import type { Matches } from "./page-reader.ts";
import type { Pipeline, PortfolioPage, PortfolioQuery, PortfolioRow } from "./types.ts";
import { fromStored } from "./row.ts";
import { counters, searchIndex, technologies } from "./table.ts";
import type { StoredRow } from "./table.ts";
import { portfolioWriter } from "./writer.ts";
import { searchQuery } from "./search-words.ts";
import { needsReader } from "./search-needs.ts";
import { similarReader } from "./similar.ts";
import type { Similar, SimilarQuery } from "./similar.ts";

export interface Portfolio {
  page(query: PortfolioQuery): PortfolioPage;
  pipeline(): Pipeline;
  /** The latest first. */
  late(limit: number): readonly PortfolioRow[];
  /** Ids of technologies on which time may have something to say today. */
  dueToday(): readonly string[];
  bySlug(slug: string): PortfolioRow | null;
  byId(id: string): PortfolioRow | null;
  /** Technologies whose name, summary or need (where it may be read) shares words, best first. */
  similar(query: SimilarQuery, limit: number): readonly Similar[];
}

export const portfolio: ReadModel<Portfolio> = {
  tables: [technologies, counters],
  sql: searchIndex,
  writer: portfolioWriter,
  queries: portfolioQueries,
};

function portfolioQueries(db: Database, { today, state }: Asked): Portfolio {
  const reader = pageReader(db);
  const remembered = answersPer(state);
  const pipeline = pipelineReader(db);
  const similar = similarReader(db, today);
  const bySlug = db.prepare<[string], StoredRow>("SELECT * FROM technologies WHERE slug = ?");
  const byId = db.prepare<[string], StoredRow>("SELECT * FROM technologies WHERE id = ?");
  const late = db.prepare<[Day, number], StoredRow>(
    "SELECT * FROM technologies WHERE dateSort < ? ORDER BY dateSort, key LIMIT ?",
  );
  const due = db.prepare<[Day], string>("SELECT id FROM technologies WHERE recheckOn <= ?").pluck();
  const matching = needsReader(db);
  const shown = (row: StoredRow | undefined) => (row === undefined ? null : fromStored(row, today()));

  function matchesOf({ search, needs = "none" }: PortfolioQuery): Matches {
    if (search === undefined || search.trim() === "") return null;
    const query = searchQuery(search);
    return query === null
      ? new Set()
      : remembered(`search ${JSON.stringify([query, needs])}`, () => matching(query, needs));
  }

  return {
    page: (query) => {
      const filter = filterOf(query, today());
      const matches = matchesOf(query);
      const limit = limitOf(query);
      const name = `count ${JSON.stringify([filter, matches === null ? null : [query.search, query.needs]])}`;
      const count = remembered(name, () => reader.count(filter, matches));
      return toPage(query, reader.rows(query, filter, matches, limit + 1), limit, today(), count);
    },
    pipeline: () => remembered("pipeline", () => pipeline(today())),
    late: (limit) => late.all(today(), limit).map((row) => fromStored(row, today())),
    dueToday: () => due.all(today()),
    bySlug: (slug) => shown(bySlug.get(slug)),
    byId: (id) => shown(byId.get(id)),
    similar: (query, limit) => remembered(`similar ${JSON.stringify([query, limit])}`, () => similar(query, limit)),
  };
}

/** One row more than asked for tells whether there is a next page. */
function toPage(query: PortfolioQuery, fetched: StoredRow[], limit: number, today: Day, count: number): PortfolioPage {
  const more = fetched.length > limit;
  const backwards = query.before !== undefined;
  const rows = more ? fetched.slice(0, -1) : fetched;
  if (backwards) rows.reverse();
  const cursor = (row: StoredRow | undefined): string | null =>
    row === undefined ? null : cursorOf([row[sortColumns[query.sort]], row.key]);
  return {
    rows: rows.map((row) => fromStored(row, today)),
    count: Math.min(count, mostCounted),
    more: count > mostCounted,
    next: backwards || more ? cursor(rows.at(-1)) : null,
    previous: (backwards && more) || query.after !== undefined ? cursor(rows[0]) : null,
  };
}

const limitOf = ({ limit }: PortfolioQuery): number => Math.min(Math.max(Math.trunc(limit), 1), 200);
