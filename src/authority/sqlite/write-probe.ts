import { randomUUID } from "node:crypto";
import type { Database } from "better-sqlite3";
import { drizzle } from "../../../db/drizzle.ts";
import { keptForm } from "../../../db/authority/sqlite/schema.ts";
import type { WriteProbe } from "../write-probe.ts";

/** Some pages of the database. */
const body = "x".repeat(64 * 1024);

/** The transaction is begun and taken back by hand: drizzle's would commit, or throw on the way back. */
export function openWriteProbe(client: Database): WriteProbe {
  const db = drizzle(client);
  return {
    tryWriting: async () => {
      // Somebody else's transaction shows soon enough whether it can be written.
      if (client.inTransaction) return;
      client.exec("BEGIN IMMEDIATE");
      try {
        db.insert(keptForm).values({ token: randomUUID(), person: "", path: "", body, expiresAt: 0 }).run();
      } finally {
        if (client.inTransaction) client.exec("ROLLBACK");
      }
    },
  };
}
