import { randomUUID } from "node:crypto";
import { and, asc, count, desc, eq, getTableColumns, gt, isNull } from "../../../db/drizzle.ts";
import type { BetterSQLite3Database } from "drizzle-orm/better-sqlite3";
import { intakeToken } from "../../../db/authority/sqlite/schema.ts";
import { mostLiveTokens, tokenPrefix, tokenScopes } from "../intake-tokens.ts";
import type { IntakeToken, IntakeTokens, NewIntakeToken } from "../intake-tokens.ts";
import { drawToken, hashOf } from "../tokens.ts";

const aDay = 24 * 3_600_000;
const aMinute = 60_000;
const { hash: hashColumn, ...columns } = getTableColumns(intakeToken);

/** In the place of a technology: see the migration. */
const everywhere = "";

/** @param now ms since 1970. */
export function openIntakeTokens(db: BetterSQLite3Database, now: () => number): IntakeTokens {
  const live = (...which: readonly ReturnType<typeof eq>[]) =>
    and(...which, isNull(columns.revokedAt), gt(columns.expiresAt, now()));
  const listed = (which: ReturnType<typeof eq>): readonly IntakeToken[] =>
    db
      .select(columns)
      .from(intakeToken)
      .where(which)
      .orderBy(desc(columns.createdAt), asc(columns.id))
      .all()
      .map(tokenOf);

  function add(hash: string, { person, technology: reach, scopes: wanted, name, days }: NewIntakeToken): boolean {
    const technology = reach ?? everywhere;
    const scopes = tokenScopes.filter((scope) => wanted.includes(scope)).join(" ");
    const own = live(eq(columns.person, person), eq(columns.technology, technology));
    const held = db.select({ tokens: count() }).from(intakeToken).where(own).get();
    if ((held?.tokens ?? 0) >= mostLiveTokens) return false;
    const [id, createdAt, expiresAt] = [randomUUID(), now(), now() + days * aDay];
    db.insert(intakeToken).values({ hash, id, person, technology, scopes, name, createdAt, expiresAt }).run();
    return true;
  }

  return {
    create: async (asked) => {
      const token = tokenPrefix + drawToken();
      return db.transaction(() => add(hashOf(token), asked), { behavior: "immediate" }) ? token : null;
    },
    use: async (token) => {
      if (!token.startsWith(tokenPrefix)) return null;
      const row = db
        .select(columns)
        .from(intakeToken)
        .where(live(eq(hashColumn, hashOf(token))))
        .get();
      if (row === undefined) return null;
      // Not more than one write a minute, so that a pipeline's requests do not wait for the disk.
      if ((row.usedAt ?? 0) < now() - aMinute)
        db.update(intakeToken).set({ usedAt: now() }).where(eq(columns.id, row.id)).run();
      return tokenOf(row);
    },
    ofTechnology: async (technology) => listed(eq(columns.technology, technology)),
    ofPerson: async (person) => listed(eq(columns.person, person)),
    find: async (id) => {
      const row = db.select(columns).from(intakeToken).where(eq(columns.id, id)).get();
      return row === undefined ? null : tokenOf(row);
    },
    revoke: async (id) => {
      const unrevoked = and(eq(columns.id, id), isNull(columns.revokedAt));
      return db.update(intakeToken).set({ revokedAt: now() }).where(unrevoked).run().changes === 1;
    },
    revokeAll: async (person) => {
      const unrevoked = and(eq(columns.person, person), isNull(columns.revokedAt));
      db.update(intakeToken).set({ revokedAt: now() }).where(unrevoked).run();
    },
  };
}

type Row = Omit<typeof intakeToken.$inferSelect, "hash">;

const tokenOf = ({ technology, scopes, ...row }: Row): IntakeToken => ({
  ...row,
  technology: technology === everywhere ? null : technology,
  scopes: tokenScopes.filter((scope) => scopes.split(" ").includes(scope)),
});
