import type { Database } from "better-sqlite3";
import { sqliteTable, text } from "./drizzle.ts";

/** What the file says of itself: whose it is, by which definition, and where it stands. */
export const checkpoint = sqliteTable("checkpoint", {
  name: text("name").primaryKey(),
  value: text("value").notNull(),
});

/** Where the read models stand: everything up to `position` is in them. */
export interface Mark {
  readonly position: number;
  readonly leafHash: string;
  /** Time of the event there; null while nothing was applied. */
  readonly time: string | null;
}

const start: Mark = { position: 0, leafHash: "", time: null };

export function readMark(db: Database): Mark {
  const value = readCheckpoint(db, "mark");
  return value === undefined ? start : (JSON.parse(value) as Mark);
}

export function writeMark(db: Database, mark: Mark): void {
  writeCheckpoint(db, "mark", JSON.stringify(mark));
}

type Name = "mark" | "fingerprint" | "log" | "swept" | "ground";

export const readCheckpoint = (db: Database, name: Name): string | undefined =>
  db.prepare<[string], string>("SELECT value FROM checkpoint WHERE name = ?").pluck().get(name);

export const writeCheckpoint = (db: Database, name: Name, value: string): unknown =>
  db.prepare("INSERT INTO checkpoint VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value").run(name, value);
