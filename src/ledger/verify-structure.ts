import type { Database } from "better-sqlite3";

/** What SQLite finds wrong with the file: indexes serve reads that no leaf check sees, so it compares each with its table. */
export const structureOf = (db: Database): readonly string[] =>
  db
    .prepare<[], string>("PRAGMA integrity_check(20)")
    .pluck()
    .all()
    .filter((answer) => answer !== "ok");
