import { randomUUID } from "node:crypto";
import type { Database } from "better-sqlite3";
import { and, asc, count, eq, sql } from "../../../db/drizzle.ts";
import type { BetterSQLite3Database } from "drizzle-orm/better-sqlite3";
import { savedFilter } from "../../../db/authority/sqlite/schema.ts";
import { mostSavedFilters } from "../saved-filters.ts";
import type { SavedFilter, SavedFilters } from "../saved-filters.ts";
import { straight } from "./straight.ts";

/** @param now ms since 1970. */
export function openSavedFilters(db: BetterSQLite3Database, client: Database, now: () => number): SavedFilters {
  const { id, person, name, address } = savedFilter;
  // Every look at the portfolio asks.
  const listed = straight<[string], SavedFilter>(
    client,
    db
      .select({ id, name, address })
      .from(savedFilter)
      .where(eq(person, sql.placeholder("person")))
      .orderBy(asc(name), asc(id)),
  );
  const own = (owner: string, filter: string) => and(eq(person, owner), eq(id, filter));
  return {
    of: async (owner) => listed.all(owner),
    save: async (owner, filter) =>
      db.transaction(
        (tx) => {
          const [held] = tx.select({ amount: count() }).from(savedFilter).where(eq(person, owner)).all();
          if ((held?.amount ?? 0) >= mostSavedFilters) return "full";
          tx.insert(savedFilter)
            .values({ id: randomUUID(), person: owner, ...filter, savedAt: now() })
            .run();
          return "saved";
        },
        { behavior: "immediate" },
      ),
    rename: async (owner, filter, called) =>
      db.update(savedFilter).set({ name: called }).where(own(owner, filter)).run().changes > 0,
    remove: async (owner, filter) => db.delete(savedFilter).where(own(owner, filter)).run().changes > 0,
  };
}
