import type { Database } from "better-sqlite3";
import type { Scope } from "../../domain/technology/may-read.ts";
import { searchQuery } from "../portfolio/search-words.ts";
import type { ReadModel } from "../read-model.ts";
import { readable } from "./readers.ts";
import { searchedIndex, searchedTable } from "./table.ts";
import type { SearchedRow } from "./table.ts";
import type { SearchHit, SearchedQueries } from "./types.ts";
import { searchedWriter } from "./writer.ts";

/** More than this is not counted: nobody reads the figure. */
export const mostSearchedCounted = 1000;

/** Things of all technologies by their words: each chapter says which of its own are found. */
export const searched: ReadModel<SearchedQueries> = {
  tables: [searchedTable],
  sql: searchedIndex,
  writesBy: ["searched_technology"],
  writer: searchedWriter,
  queries,
};

type Listed = Pick<SearchedRow, "position" | "kind" | "item" | "digest" | "name"> & {
  readonly slug: string;
  readonly technologyName: string;
  readonly department: string;
};

function queries(db: Database): SearchedQueries {
  // Ordered by the index itself, which stops at a full page; only what is shown is joined.
  const matches = db
    .prepare<[string, number, number], number>(
      "SELECT rowid FROM searchedWords WHERE searchedWords MATCH ? AND rowid < ? ORDER BY rowid DESC LIMIT ?",
    )
    .pluck();
  const counted = db
    .prepare<[string, number], number>(
      "SELECT count(*) FROM (SELECT 1 FROM searchedWords WHERE searchedWords MATCH ? LIMIT ?)",
    )
    .pluck();
  const listed = db.prepare<[string], Listed>(
    `SELECT s.position, s.kind, s.item, s.digest, s.name, t.slug, t.name AS technologyName, t.department
     FROM searched AS s JOIN technologies AS t ON t.id = s.technology
     WHERE s.position IN (SELECT value FROM json_each(?)) ORDER BY s.position DESC`,
  );
  return {
    page: ({ typed, kind, scope, after, limit }) => {
      const query = queryOf(typed, kind, scope);
      if (query === null) return { things: [], next: null };
      const positions = matches.all(query, after ?? Number.MAX_SAFE_INTEGER, limit + 1);
      const onPage = positions.slice(0, limit);
      return {
        things: listed.all(JSON.stringify(onPage)).map(thingOf),
        next: positions.length > limit ? (onPage.at(-1) ?? null) : null,
      };
    },
    count: (typed, kind, scope) => {
      const query = queryOf(typed, kind, scope);
      return query === null ? 0 : (counted.get(query, mostSearchedCounted + 1) ?? 0);
    },
  };
}

/** Signs alone are no words, and who reads nothing finds nothing: null. */
function queryOf(typed: string, kind: string, scope: Scope): string | null {
  const [words, readers] = [searchQuery(typed), readable(scope)];
  if (words === null || readers === null) return null;
  return [`{words} : (${words})`, `kind : "${kind}"`, ...(readers === "" ? [] : [readers])].join(" AND ");
}

const thingOf = ({ slug, technologyName, department, digest, name, ...row }: Listed): SearchHit => ({
  ...row,
  technology: { slug, name: technologyName, department },
  words: digest === "" ? { name } : { digest },
});
