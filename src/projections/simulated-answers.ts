import { sqliteTable, text } from "./drizzle.ts";
import type { ReadModel } from "./read-model.ts";

/** What took minutes of simulation and follows from a policy alone: no event writes it, and it goes with the file. */
const table = sqliteTable("simulated", {
  /** A digest of everything it follows from. */
  key: text("key").primaryKey(),
  /** JSON */
  answer: text("answer").notNull(),
});

export interface SimulatedAnswers {
  find(key: string): string | null;
  keep(key: string, answer: string): void;
}

/** Policies and their tiers are few; what more there is was of older methods. */
const mostKept = 2000;

export const simulated: ReadModel<SimulatedAnswers> = {
  tables: [table],
  queries: (db) => {
    const find = db.prepare<[string], string>("SELECT answer FROM simulated WHERE key = ?").pluck();
    const keep = db.prepare<[string, string]>("INSERT OR REPLACE INTO simulated VALUES (?, ?)");
    const trim = db.prepare<[number]>(
      "DELETE FROM simulated WHERE rowid NOT IN (SELECT rowid FROM simulated ORDER BY rowid DESC LIMIT ?)",
    );
    return {
      find: (key) => find.get(key) ?? null,
      keep: (key, answer) => {
        keep.run(key, answer);
        trim.run(mostKept);
      },
    };
  },
};
