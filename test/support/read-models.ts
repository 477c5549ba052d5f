import { join } from "node:path";
import Sqlite from "better-sqlite3";

const tables = [
  "technologies",
  "timeline",
  "work",
  "decisions",
  "counters",
  "search",
  "technologiesToWrite",
  "erasures",
];

/** Every row of the read models in a data folder but the keys that only number them. */
export function readModels(dataDir: string): Record<string, unknown[]> {
  const db = new Sqlite(join(dataDir, "views.sqlite"), { readonly: true });
  const rows = (table: string) =>
    (db.prepare(`SELECT * FROM ${table}`).all() as Record<string, unknown>[])
      .map(({ key, ...row }) => (table === "work" ? row : { key, ...row }))
      .filter((row) => table !== "counters" || row["amount"] !== 0)
      .map((row) => JSON.stringify(row))
      .toSorted();
  const all = Object.fromEntries(tables.map((table) => [table, rows(table)]));
  db.close();
  return all;
}
