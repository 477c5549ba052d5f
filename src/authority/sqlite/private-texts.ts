import type { Database } from "better-sqlite3";
import { sql } from "../../../db/drizzle.ts";
import type { BetterSQLite3Database } from "drizzle-orm/better-sqlite3";
import { privateText } from "../../../db/authority/sqlite/schema.ts";
import type { PrivateText } from "../../ledger/port.ts";
import type { PrivateTexts } from "../private-texts.ts";
import { straight } from "./straight.ts";

type StoredText = typeof privateText.$inferSelect;

export function openPrivateTexts(db: BetterSQLite3Database, client: Database): PrivateTexts {
  // Every page with words on it asks, for as many as it shows.
  const find = straight<[string], StoredText>(
    client,
    db
      .select()
      .from(privateText)
      .where(sql`${privateText.digest} IN (SELECT value FROM json_each(${sql.placeholder("digests")}))`),
  );
  return {
    find: async (digests) => {
      const asked = JSON.stringify([...new Set(digests)]);
      return new Map(
        find
          .all(asked)
          .map(({ digest, salt, text }): [string, PrivateText | "erased"] => [
            digest,
            salt === null || text === null ? "erased" : { digest, salt, text },
          ]),
      );
    },
  };
}
