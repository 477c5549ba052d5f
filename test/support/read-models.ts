import { join } from "node:path";
import Sqlite from "better-sqlite3";

/** What follows from the ledger alone: not where the file stands, nor what was simulated since. */
const apart = ["checkpoint", "simulated"];

/** Their keys only number them. */
const numbered = ["work", "countables", "risks", "warnings"];

/** Every row of the read models in a data folder but the keys that only number them. */
export function readModels(dataDir: string): Record<string, string[]> {
  const db = new Sqlite(join(dataDir, "views.sqlite"), { readonly: true });
  const tables = db
    .prepare<[], string>(
      `SELECT name FROM pragma_table_list
       WHERE schema = 'main' AND type IN ('table', 'virtual') AND name NOT GLOB 'sqlite_*' ORDER BY name`,
    )
    .pluck()
    .all();
  const rows = (table: string) =>
    (db.prepare(`SELECT * FROM ${table}`).all() as Record<string, unknown>[])
      .map(({ key, ...row }) => (numbered.includes(table) ? row : { key, ...row }))
      .filter((row) => table !== "counters" || row["amount"] !== 0)
      .map((row) => JSON.stringify(row))
      .toSorted();
  const all = tables.filter((table) => !apart.includes(table)).map((table) => [table, rows(table)] as const);
  db.close();
  return Object.fromEntries(all);
}
