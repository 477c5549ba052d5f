import type { Day } from "../domain/technology/text.ts";
import { mostCounted } from "./portfolio-limits.ts";
import type { PortfolioQuery } from "./portfolio-types.ts";
import { searchQuery } from "./search.ts";

export interface Filter {
  /** Tells filters apart. */
  readonly key: string;
  readonly from: string;
  readonly conditions: readonly string[];
  readonly values: readonly unknown[];
  readonly countSql: string;
  readonly countValues: readonly unknown[];
}

type FindKeys = (sql: string, ...values: unknown[]) => readonly number[];

/**
 * A query's filter as SQL; null where nothing can match. A search with few matches begins at the matches and sorts
 * them; one with many walks the sorted rows and asks the index for each, which soon fills a page.
 */
export function filterOf(query: PortfolioQuery, today: Day, findKeys: FindKeys): Filter | null {
  const plain = plainFilter(query, today);
  const search = query.search === undefined || query.search.trim() === "" ? undefined : searchQuery(query.search);
  if (search === null) return null;
  if (search === undefined) return counted(plain, "technologies AS t", plain.conditions, plain.values);
  const keys = findKeys("SELECT rowid FROM search WHERE search MATCH ? LIMIT ?", search, mostCounted + 1);
  if (keys.length <= mostCounted) return counted(plain, fromKeys, plain.conditions, [JSON.stringify(keys), ...plain.values]);
  return {
    ...counted(plain, fromSearch, ["search MATCH ?", ...plain.conditions], [search, ...plain.values]),
    from: "technologies AS t",
    conditions: ["EXISTS (SELECT 1 FROM search WHERE search MATCH ? AND rowid = t.key)", ...plain.conditions],
  };
}

const fromKeys = "json_each(?) AS found CROSS JOIN technologies AS t ON t.key = found.value";
const fromSearch = "search CROSS JOIN technologies AS t ON t.key = search.rowid";

interface Plain {
  readonly conditions: readonly string[];
  readonly values: readonly unknown[];
}

function plainFilter({ stage, department, late, held }: PortfolioQuery, today: Day): Plain {
  const parts: [string, unknown][] = [];
  if (stage !== undefined) parts.push(["t.stage = ?", stage]);
  // Only a rollout can be held: its stage is indexed, the flag is not.
  else if (held === true) parts.push(["t.stage = ?", "rolling-out"]);
  if (held === true) parts.push(["t.held = ?", 1]);
  if (department !== undefined) parts.push(["t.department = ?", department]);
  if (late === true) parts.push(["t.dateSort < ?", today]);
  return { conditions: parts.map(([sql]) => sql), values: parts.map(([, value]) => value) };
}

function counted(plain: Plain, from: string, conditions: readonly string[], values: readonly unknown[]): Filter {
  const where = conditions.length === 0 ? "" : `WHERE ${conditions.join(" AND ")}`;
  return {
    key: JSON.stringify([from, plain.conditions, values]),
    from,
    conditions,
    values,
    countSql: `SELECT count(*) FROM (SELECT 1 FROM ${from} ${where} LIMIT ?)`,
    countValues: [...values, mostCounted + 1],
  };
}
