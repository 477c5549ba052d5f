import type { Database, Statement } from "better-sqlite3";

/**
 * A query that drizzle wrote, run by SQLite alone: at a third of the cost, for what every request asks. A row has the
 * names that the query gives its columns, and their values as the file has them.
 */
export const straight = <Given extends unknown[], Row>(
  client: Database,
  query: { toSQL(): { readonly sql: string } },
): Statement<Given, Row> => client.prepare<Given, Row>(query.toSQL().sql);
