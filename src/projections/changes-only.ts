import type { Database, Statement } from "better-sqlite3";
import { getTableConfig } from "./drizzle.ts";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import { putInto } from "./read-model.ts";

/** Sets of columns that change together are few; past this many a row is written whole. */
const MOST = 200;

/**
 * Writes a row over what stands of it. SQLite writes every index anew whose column is named, changed or not: where a
 * table has a score of them, an entry that moves a date would write each.
 *
 * @returns a function of the row as it stands, undefined where there is none, and the row as it is to be.
 */
export function changesOnly<Row extends object>(
  db: Database,
  table: SQLiteTable,
): (before: Row | undefined, after: Row) => void {
  const { name, columns } = getTableConfig(table);
  const keys = columns.filter(({ primary }) => primary).map((column) => column.name as keyof Row & string);
  const names = columns.filter(({ primary }) => !primary).map((column) => column.name as keyof Row & string);
  const put = db.prepare<Row>(putInto(table));
  const byKeys = keys.map((key) => `${key} = @${key}`).join(" AND ");
  const updates = new Map<string, Statement<Row>>();

  function updateOf(changed: readonly string[]): Statement<Row> {
    const assigned = changed.map((column) => `${column} = @${column}`).join(", ");
    const known = updates.get(assigned);
    if (known !== undefined || updates.size >= MOST) return known ?? put;
    const update = db.prepare<Row>(`UPDATE ${name} SET ${assigned} WHERE ${byKeys}`);
    updates.set(assigned, update);
    return update;
  }

  return (before, after) => {
    if (before === undefined) return void put.run(after);
    const changed = names.filter((column) => before[column] !== after[column]);
    if (changed.length > 0) updateOf(changed).run(after);
  };
}
