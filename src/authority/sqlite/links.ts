import { and, eq, gt, isNull, lt, or } from "../../../db/drizzle.ts";
import type { BetterSQLite3Database } from "drizzle-orm/better-sqlite3";
import { oneTimeLink } from "../../../db/authority/sqlite/schema.ts";
import { linkLife } from "../links.ts";
import type { Links } from "../links.ts";
import { drawToken, hashOf } from "../tokens.ts";

/** @param now ms since 1970. */
export function openLinks(db: BetterSQLite3Database, now: () => number): Links {
  const live = (token: string) => and(eq(oneTimeLink.token, hashOf(token)), gt(oneTimeLink.expiresAt, now()));
  return {
    create: async (purpose, person) => {
      const token = drawToken();
      const theirs = person === null ? isNull(oneTimeLink.person) : eq(oneTimeLink.person, person);
      db.transaction(
        (tx) => {
          const older = and(theirs, eq(oneTimeLink.purpose, purpose));
          tx.delete(oneTimeLink)
            .where(or(older, lt(oneTimeLink.expiresAt, now())))
            .run();
          tx.insert(oneTimeLink)
            .values({ token: hashOf(token), purpose, person, expiresAt: now() + linkLife[purpose] })
            .run();
        },
        { behavior: "immediate" },
      );
      return token;
    },
    find: async (token) => {
      const { purpose, person, expiresAt } = oneTimeLink;
      return db.select({ purpose, person, expiresAt }).from(oneTimeLink).where(live(token)).get() ?? null;
    },
    use: async (token) => db.delete(oneTimeLink).where(live(token)).run().changes === 1,
    revoke: async (person) => void db.delete(oneTimeLink).where(eq(oneTimeLink.person, person)).run(),
  };
}
