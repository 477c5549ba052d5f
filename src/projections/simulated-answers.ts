import type { Database } from "better-sqlite3";

/** JSON by the digest of what it follows from. */
export interface SimulatedAnswers {
  find(key: string): string | null;
  keep(key: string, answer: string): void;
}

/** Policies and their tiers are few; what more there is was of older methods. */
const mostKept = 2000;

export function simulatedAnswers(db: Database): SimulatedAnswers {
  const find = db.prepare<[string], string>("SELECT answer FROM simulated WHERE key = ?").pluck();
  const keep = db.prepare("INSERT OR REPLACE INTO simulated VALUES (?, ?)");
  const trim = db.prepare(
    "DELETE FROM simulated WHERE rowid NOT IN (SELECT rowid FROM simulated ORDER BY rowid DESC LIMIT ?)",
  );
  return {
    find: (key) => find.get(key) ?? null,
    keep: (key, answer) => {
      keep.run(key, answer);
      trim.run(mostKept);
    },
  };
}
