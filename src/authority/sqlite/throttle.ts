import { desc, eq, lt, lte, sql } from "../../../db/drizzle.ts";
import type { BetterSQLite3Database } from "drizzle-orm/better-sqlite3";
import { signInFailure } from "../../../db/authority/sqlite/schema.ts";
import {
  clearedBySuccess,
  countedOn,
  countersOf,
  forgetAfter,
  mostCounters,
  secondsToWait,
} from "../throttle-rules.ts";
import type { Count } from "../throttle-rules.ts";
import type { Attempt, Throttle } from "../throttle.ts";

/**
 * @param secret keys the stored counters.
 * @param now ms since 1970.
 * @param most counters kept.
 */
export function openThrottle(
  db: BetterSQLite3Database,
  secret: string,
  now: () => number,
  most = mostCounters,
): Throttle {
  const { key: keyColumn, failures, lastAt, blockedUntil } = signInFailure;
  const countOf = (key: string): Count | null =>
    db.select({ failures, lastAt, blockedUntil }).from(signInFailure).where(eq(keyColumn, key)).get() ?? null;
  const waitOf = (attempt: Attempt): number =>
    secondsToWait(
      countersOf(attempt, secret).map(({ key }) => countOf(key)),
      now(),
    );

  function count(attempt: Attempt): void {
    forgetQuiet();
    for (const { kind, key } of countersOf(attempt, secret)) {
      const counted = countedOn(countOf(key), kind, now());
      db.insert(signInFailure)
        .values({ key, ...counted })
        .onConflictDoUpdate({ target: keyColumn, set: counted })
        .run();
    }
  }

  function forgetQuiet(): void {
    db.delete(signInFailure)
      .where(lt(lastAt, now() - forgetAfter))
      .run();
    const last = db.select({ lastAt }).from(signInFailure).orderBy(desc(lastAt)).limit(1).offset(most);
    db.delete(signInFailure)
      .where(lte(lastAt, sql`(${last})`))
      .run();
  }

  return {
    begin: async (attempt) => {
      // Whoever has to wait is told without the database's write lock.
      const seconds = waitOf(attempt);
      if (seconds > 0) return seconds;
      return db.transaction(
        () => {
          const wait = waitOf(attempt);
          if (wait === 0) count(attempt);
          return wait;
        },
        { behavior: "immediate" },
      );
    },
    succeeded: async (attempt) => {
      db.transaction(
        () => {
          for (const { kind, key } of countersOf(attempt, secret)) {
            const counter = eq(keyColumn, key);
            if (clearedBySuccess(kind)) db.delete(signInFailure).where(counter).run();
            else
              db.update(signInFailure)
                .set({ failures: sql`${failures} - 1`, blockedUntil: now() })
                .where(counter)
                .run();
          }
        },
        { behavior: "immediate" },
      );
    },
  };
}
