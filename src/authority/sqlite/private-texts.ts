import { sql } from "../../../db/drizzle.ts";
import type { BetterSQLite3Database } from "drizzle-orm/better-sqlite3";
import { privateText } from "../../../db/authority/sqlite/schema.ts";
import type { PrivateText } from "../../ledger/port.ts";
import type { PrivateTexts } from "../private-texts.ts";

export function openPrivateTexts(db: BetterSQLite3Database): PrivateTexts {
  // Every page with words on it asks, for as many as it shows.
  const find = db
    .select()
    .from(privateText)
    .where(sql`${privateText.digest} IN (SELECT value FROM json_each(${sql.placeholder("digests")}))`)
    .prepare();
  return {
    find: async (digests) => {
      const asked = JSON.stringify([...new Set(digests)]);
      return new Map(
        find
          .all({ digests: asked })
          .map(({ digest, salt, text }): [string, PrivateText | "erased"] => [
            digest,
            salt === null || text === null ? "erased" : { digest, salt, text },
          ]),
      );
    },
  };
}
