import type { Database } from "better-sqlite3";

const changes = new WeakMap<Database, number>();

/** Told by whoever writes words into the search index. */
export const wordsChanged = (db: Database): void => void changes.set(db, (changes.get(db) ?? 0) + 1);

/** As long as it stays the same, so do the words that are searched: most of what happens to technologies changes none. */
export function wordsVersion(db: Database): () => string {
  // What other processes write is seen by SQLite alone, which does not say what it was.
  const foreign = db.prepare<[], number>("PRAGMA data_version").pluck();
  return () => `${changes.get(db) ?? 0}.${foreign.get() ?? 0}`;
}
