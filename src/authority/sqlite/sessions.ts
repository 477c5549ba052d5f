import type { Database } from "better-sqlite3";
import { and, desc, eq, gt, isNull, lt, ne, sql } from "../../../db/drizzle.ts";
import type { BetterSQLite3Database } from "drizzle-orm/better-sqlite3";
import { session } from "../../../db/authority/sqlite/schema.ts";
import { sessionKey, touchEvery } from "../sessions.ts";
import type { SessionLimits, Sessions } from "../sessions.ts";
import { straight } from "./straight.ts";
import { unwaited } from "./unwaited.ts";

const aWeek = 7 * 24 * 3_600_000;

/** By the names that its row is read by. */
const columns = {
  person: session.person,
  data: session.data,
  createdAt: sql<number>`${session.createdAt}`.as("createdAt"),
  seenAt: sql<number>`${session.seenAt}`.as("seenAt"),
  endedAt: sql<number | null>`${session.endedAt}`.as("endedAt"),
};

type StoredSession = Pick<typeof session.$inferSelect, keyof typeof columns>;

/** @param now ms since 1970. */
export function openSessions(
  db: BetterSQLite3Database,
  client: Database,
  limits: SessionLimits,
  now: () => number,
): Sessions {
  // Every request reads one.
  const read = straight<[string], StoredSession>(
    client,
    db
      .select(columns)
      .from(session)
      .where(eq(session.id, sql.placeholder("id"))),
  );
  const rowOf = (id: string) => read.get(sessionKey(id));
  const end = (which: ReturnType<typeof and>): void =>
    void db
      .update(session)
      .set({ endedAt: now() })
      .where(and(which, isNull(session.endedAt)))
      .run();
  return {
    read: async (id) => {
      const row = rowOf(id);
      if (row === undefined || row.endedAt !== null) return null;
      if (now() - row.seenAt >= limits.idle || now() - row.createdAt >= limits.absolute) return null;
      return { person: row.person, data: row.data, seen: row.seenAt };
    },
    save: async (id, { person, data, device }) => {
      const seenAt = now();
      unwaited(client, () => {
        db.delete(session)
          .where(lt(session.seenAt, seenAt - aWeek))
          .run();
        db.insert(session)
          .values({ id: sessionKey(id), person, data, device, createdAt: seenAt, seenAt })
          .onConflictDoUpdate({ target: session.id, set: { person, data, seenAt } })
          .run();
      });
    },
    touch: async (id) => {
      const before = now() - touchEvery;
      // Asked first: an update takes the database's write lock even where it changes nothing.
      if ((rowOf(id)?.seenAt ?? now()) >= before) return;
      unwaited(client, () => {
        db.update(session)
          .set({ seenAt: now() })
          .where(and(eq(session.id, sessionKey(id)), isNull(session.endedAt), lt(session.seenAt, before)))
          .run();
      });
    },
    end: async (id) => end(eq(session.id, sessionKey(id))),
    owner: async (id) => rowOf(id)?.person ?? null,
    open: async (person) =>
      db
        .select({ key: session.id, device: session.device, since: session.createdAt, seen: session.seenAt })
        .from(session)
        .where(
          and(
            eq(session.person, person),
            isNull(session.endedAt),
            gt(session.seenAt, now() - limits.idle),
            gt(session.createdAt, now() - limits.absolute),
          ),
        )
        .orderBy(desc(session.seenAt))
        .all(),
    endOne: async (person, key) => end(and(eq(session.id, key), eq(session.person, person))),
    endAll: async (person, exceptId) => {
      const others = exceptId === undefined ? undefined : ne(session.id, sessionKey(exceptId));
      end(and(eq(session.person, person), others));
    },
  };
}
