import Sqlite from "better-sqlite3";
import { cursorOf } from "../../../src/projections/portfolio/cursor.ts";
import { sortColumns } from "../../../src/projections/portfolio/sort.ts";
import { viewsFile } from "../../../src/projections/views-file.ts";
import type { PortfolioSort } from "../../../src/projections/portfolio/types.ts";

const sorts: readonly PortfolioSort[] = ["name", "stage", "date", "updated"];

/** The first page by a sort, and one in the middle of the 99,000 that share stage, date and time. */
export interface Depths {
  readonly sort: PortfolioSort;
  readonly first: string;
  readonly deep: string;
}

export function depthsOf(folder: string): Depths[] {
  return sorts.map((sort) => ({
    sort,
    first: `/technologies?sort=${sort}`,
    deep: `/technologies?sort=${sort}&after=${middle(folder, sort)}`,
  }));
}

/** Filters, words and sorts as people combine them, each with a page further down where there is one. */
export function portfolioAddresses(folder: string): string[] {
  const filters = [
    "stage=piloting",
    "stage=evaluating",
    "department=transport",
    "department=office-7",
    "state=late",
    "state=held",
    "q=permit",
    "q=permit&stage=piloting",
    "q=%E6%B1%9F",
    "q=%E9%A2%84%E7%BA%A6",
  ];
  return [
    ...depthsOf(folder).flatMap(({ first, deep }) => [first, deep]),
    ...sorts.map((sort) => `/technologies?stage=piloting&sort=${sort}&after=${middle(folder, sort)}`),
    ...filters.map((filter) => `/technologies?${filter}`),
    ...filters.map((filter) => `/technologies?${filter}&sort=name`),
  ];
}

const ways = ["/radar", "/portfolio/pipeline", "/portfolio/heat-map", "/portfolio/timeline"];

/** The same technologies, otherwise looked at: pages of their own. */
export const otherLooks: readonly string[] = ways.flatMap((way) => [
  way,
  `${way}?department=office-7`,
  `${way}?q=permit`,
]);

function middle(folder: string, sort: PortfolioSort): string {
  const db = new Sqlite(viewsFile(folder), { readonly: true });
  const column = sortColumns[sort];
  const row = db
    .prepare<[], { readonly value: string | number; readonly key: number }>(
      `SELECT ${column} AS value, key FROM technologies ORDER BY ${column}, key LIMIT 1 OFFSET 50000`,
    )
    .get();
  db.close();
  if (row === undefined) throw new Error("There are fewer than 50,000 technologies");
  return cursorOf([row.value, row.key]);
}
