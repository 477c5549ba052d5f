import Sqlite from "better-sqlite3";
import { expect, test } from "vitest";
import { index, integer, sqliteTable, text } from "../../src/projections/drizzle.ts";
import { changesOnly } from "../../src/projections/changes-only.ts";

const things = sqliteTable(
  "things",
  { key: integer("key").primaryKey(), name: text("name").notNull(), due: text("due") },
  (table) => [index("things_name").on(table.name)],
);

test("of a row that stands only the columns that changed are written, so that the indices of others are left alone", () => {
  const statements: string[] = [];
  const db = new Sqlite(":memory:", { verbose: (sql) => statements.push(String(sql)) });
  db.exec("CREATE TABLE things (key INTEGER PRIMARY KEY, name TEXT NOT NULL, due TEXT)");
  const put = changesOnly(db, things);
  const first = { key: 1, name: "meter", due: null as string | null };
  const second = { ...first, due: "2027-03-11" };
  statements.splice(0);
  put(undefined, first);
  put(first, second);
  put(second, second);
  put(second, first);
  expect(statements.slice(1)).toEqual([
    "UPDATE things SET due = '2027-03-11' WHERE key = 1.0",
    "UPDATE things SET due = NULL WHERE key = 1.0",
  ]);
  expect(db.prepare("SELECT * FROM things").all()).toEqual([first]);
  db.close();
});
