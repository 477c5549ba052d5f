import { and, eq, gt, lt } from "../../../db/drizzle.ts";
import type { BetterSQLite3Database } from "drizzle-orm/better-sqlite3";
import { knownDevice } from "../../../db/authority/sqlite/schema.ts";
import type { Devices } from "../devices.ts";
import { drawToken, hashOf } from "../tokens.ts";

const halfAYear = 180 * 24 * 3_600_000;

/** @param now ms since 1970. */
export function openDevices(db: BetterSQLite3Database, now: () => number): Devices {
  return {
    remember: async (person) => {
      const token = drawToken();
      db.delete(knownDevice)
        .where(lt(knownDevice.usedAt, now() - halfAYear))
        .run();
      db.insert(knownDevice)
        .values({ token: hashOf(token), person, usedAt: now() })
        .run();
      return token;
    },
    knows: async (token, person) => {
      const { token: hash, person: owner, usedAt } = knownDevice;
      const own = and(eq(hash, hashOf(token)), eq(owner, person), gt(usedAt, now() - halfAYear));
      // Asked first: who guesses with cookies of their own making takes no write lock here.
      if (db.select({ owner }).from(knownDevice).where(own).get() === undefined) return false;
      return db.update(knownDevice).set({ usedAt: now() }).where(own).run().changes === 1;
    },
    forgetAll: async (person) => void db.delete(knownDevice).where(eq(knownDevice.person, person)).run(),
  };
}
