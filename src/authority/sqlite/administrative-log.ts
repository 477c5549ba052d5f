import { and, desc, eq, gt, gte, isNull, sql } from "../../../db/drizzle.ts";
import type { BetterSQLite3Database } from "drizzle-orm/better-sqlite3";
import { administrativeLog } from "../../../db/authority/sqlite/schema.ts";
import type { Instant } from "../../domain/words/text.ts";
import type { AdministrativeLog, Logged, LoggedKind, LogQuery, NewLogged } from "../administrative-log.ts";

/** After every instant and every id. */
const never = { at: "9999", id: Number.MAX_SAFE_INTEGER };

export function openAdministrativeLog(db: BetterSQLite3Database, now: () => Instant): AdministrativeLog {
  const { id, at, actor, subject, about } = administrativeLog;
  const columns = { id, at, kind: sql<LoggedKind>`${administrativeLog.kind}`, actor, subject, about };

  const note = (entry: NewLogged): void =>
    void db
      .insert(administrativeLog)
      .values({ at: now(), ...entry })
      .run();

  function wasNoted({ kind, subject: whose }: NewLogged, since: Instant): boolean {
    const theirs = whose === null ? isNull(subject) : eq(subject, whose);
    const same = and(eq(administrativeLog.kind, kind), theirs, gt(at, since));
    return db.select({ id }).from(administrativeLog).where(same).limit(1).get() !== undefined;
  }

  /** Each walks an index that ends in time and id, so that a page costs as much as it shows. */
  function read({ before, from, kind, limit }: LogQuery, whose?: ReturnType<typeof eq>): readonly Logged[] {
    const start = before ?? never;
    return db
      .select(columns)
      .from(administrativeLog)
      .where(
        and(
          whose,
          kind === undefined ? undefined : eq(administrativeLog.kind, kind),
          sql`(${at}, ${id}) < (${start.at}, ${start.id})`,
          gte(at, from),
        ),
      )
      .orderBy(desc(at), desc(id))
      .limit(limit)
      .all();
  }

  return {
    note: async (entry) => note(entry),
    noteOnceIn: async (minutes, entry) => {
      const since = new Date(Date.parse(now()) - minutes * 60_000).toISOString();
      db.transaction(
        () => {
          if (!wasNoted(entry, since)) note(entry);
        },
        { behavior: "immediate" },
      );
    },
    page: async (query) => {
      const { person, limit } = query;
      if (person === undefined) return read(query);
      return newestOf([...read(query, eq(actor, person)), ...read(query, eq(subject, person))], limit);
    },
  };
}

/** One entry can be found twice: by whom it is and about whom. */
function newestOf(entries: readonly Logged[], limit: number): readonly Logged[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return [...byId.values()].toSorted((a, b) => (a.at === b.at ? b.id - a.id : a.at < b.at ? 1 : -1)).slice(0, limit);
}
