import { randomUUID } from "node:crypto";
import { and, asc, count, desc, eq, getTableColumns, isNull } from "../../../db/drizzle.ts";
import type { BetterSQLite3Database } from "drizzle-orm/better-sqlite3";
import { feedToken } from "../../../db/authority/sqlite/schema.ts";
import { mostFeeds } from "../feed-tokens.ts";
import type { FeedTokens } from "../feed-tokens.ts";
import { drawToken, hashOf } from "../tokens.ts";

const anHour = 3_600_000;
const { hash: hashColumn, ...columns } = getTableColumns(feedToken);

/** @param now ms since 1970. */
export function openFeedTokens(db: BetterSQLite3Database, now: () => number): FeedTokens {
  const live = isNull(columns.revokedAt);

  function add(hash: string, person: string, department: string | null): boolean {
    const own = and(eq(columns.person, person), live);
    const held = db.select({ feeds: count() }).from(feedToken).where(own).get();
    if ((held?.feeds ?? 0) >= mostFeeds) return false;
    db.insert(feedToken).values({ hash, id: randomUUID(), person, department, createdAt: now() }).run();
    return true;
  }

  return {
    create: async (person, department) => {
      const token = drawToken();
      return db.transaction(() => add(hashOf(token), person, department), { behavior: "immediate" }) ? token : null;
    },
    use: async (token) => {
      const row = db
        .select(columns)
        .from(feedToken)
        .where(and(eq(hashColumn, hashOf(token)), live))
        .get();
      if (row === undefined) return null;
      // Calendars ask again and again: one write an hour says enough.
      if ((row.usedAt ?? 0) < now() - anHour)
        db.update(feedToken).set({ usedAt: now() }).where(eq(columns.id, row.id)).run();
      return row;
    },
    of: async (person) =>
      db
        .select(columns)
        .from(feedToken)
        .where(and(eq(columns.person, person), live))
        .orderBy(desc(columns.createdAt), asc(columns.id))
        .all(),
    revoke: async (person, id) => {
      const own = and(eq(columns.person, person), eq(columns.id, id), live);
      return db.update(feedToken).set({ revokedAt: now() }).where(own).run().changes === 1;
    },
    removeAll: async (person) => void db.delete(feedToken).where(eq(columns.person, person)).run(),
  };
}
