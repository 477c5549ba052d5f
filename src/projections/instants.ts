import type { Database } from "better-sqlite3";
import { index, integer, sqliteTable, text } from "./drizzle.ts";
import { endsOf } from "../domain/technology/dates.ts";
import type { Instant } from "../domain/words/text.ts";
import type { ReadModel, Writer } from "./read-model.ts";

/** Instants after which lists say something else by themselves, within a day: of a term in minutes, its parts and its end. */
const instantsTable = sqliteTable(
  "instants",
  {
    key: integer("key").primaryKey(),
    technology: text("technology").notNull(),
    at: text("at").notNull(),
  },
  (table) => [index("instants_technology").on(table.technology), index("instants_at").on(table.at)],
);

export interface Instants {
  /** The last of them that has passed: as long as it stays the same, the passing of time has changed no list; "": none has. */
  passed(now: Instant): string;
}

export const instants: ReadModel<Instants> = {
  tables: [instantsTable],
  writer,
  writesBy: ["instants_technology"],
  queries: (db) => ({ passed: passedIn(db) }),
};

/** The same for whoever has the file alone. */
export function passedIn(db: Database): Instants["passed"] {
  const last = db.prepare<[Instant], Instant>("SELECT at FROM instants WHERE at < ? ORDER BY at DESC LIMIT 1").pluck();
  return (now) => last.get(now) ?? "";
}

function writer(db: Database): Writer {
  const drop = db.prepare<[string]>("DELETE FROM instants WHERE technology = ?");
  const add = db.prepare<[string, Instant]>("INSERT INTO instants (technology, at) VALUES (?, ?)");
  return {
    technology: ({ id, state, policy }) => {
      drop.run(id);
      for (const at of new Set(endsOf(state, policy))) add.run(id, at);
    },
  };
}
