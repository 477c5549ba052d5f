import { setImmediate } from "node:timers/promises";
import type { Database } from "better-sqlite3";
import { laterIndices } from "./schema.ts";

/** Indices that a file filled from nothing does without until it is full: sorting once costs a third of placing each row. */
export interface LaterIndices {
  drop(): void;
  /** Dropped and not made yet; after a crash by another process. */
  missing(): boolean;
  make(): Promise<void>;
}

export function indicesMadeLater(db: Database): LaterIndices {
  const standing = db.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'index'").pluck();
  const absent = () => {
    const names = new Set(standing.all());
    return laterIndices.filter(({ name }) => !names.has(name));
  };
  let complete = absent().length === 0;
  return {
    drop: () => {
      complete = false;
      db.pragma("wal_autocheckpoint = 8000");
      db.transaction(() => {
        for (const { name } of laterIndices) db.exec(`DROP INDEX IF EXISTS ${name}`);
      }).immediate();
    },
    missing: () => !complete,
    make: async () => {
      for (const { sql } of absent()) {
        // Another process may be making them too.
        db.exec(sql.replace(" INDEX ", " INDEX IF NOT EXISTS "));
        await setImmediate();
      }
      complete = true;
      db.pragma("wal_autocheckpoint = 1000");
    },
  };
}
