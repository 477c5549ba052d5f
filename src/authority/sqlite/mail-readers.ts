import { asc, eq, isNotNull, sql } from "../../../db/drizzle.ts";
import type { BetterSQLite3Database } from "drizzle-orm/better-sqlite3";
import { mailReader } from "../../../db/authority/sqlite/schema.ts";
import { usualPreferences, weekdays } from "../../domain/mails/preferences.ts";
import type { MailPreferences } from "../../domain/mails/preferences.ts";
import { keyOf } from "../identities.ts";
import type { MailReader, MailReaders } from "../mail-readers.ts";
import { hashOf } from "../tokens.ts";

type Row = typeof mailReader.$inferSelect;

/** @param now ms since 1970. */
export function openMailReaders(db: BetterSQLite3Database, now: () => number): MailReaders {
  const rowOf = (person: string): Row | undefined =>
    db.select().from(mailReader).where(eq(mailReader.person, person)).get();

  /** Over what is on record, or beside what is usual. */
  function put(person: string, change: Partial<Row>): void {
    const values = { person, ...columnsOf(usualPreferences), ...change };
    db.insert(mailReader).values(values).onConflictDoUpdate({ target: mailReader.person, set: change }).run();
  }

  return {
    of: async (person) => readerOf(rowOf(person)),
    all: async () =>
      new Map(
        db
          .select()
          .from(mailReader)
          .all()
          .map((row) => [row.person, readerOf(row)]),
      ),
    save: async (person, preferences) => put(person, columnsOf(preferences)),
    noteLooked: async (looked) =>
      void db
        .insert(mailReader)
        .values(looked.map(({ person, day }) => ({ person, ...columnsOfUsual, looked: day })))
        .onConflictDoUpdate({ target: mailReader.person, set: { looked: sql`excluded.looked` } })
        .run(),
    refuse: async (person, email, refusedCode) =>
      put(person, { refusedAt: now(), refusedHash: hashOfAddress(email), refusedCode }),
    refusalOf: async (person, email) => {
      const row = rowOf(person);
      return row?.refusedHash === hashOfAddress(email) ? readerOf(row).refused : null;
    },
    confirm: async (person) => put(person, { refusedAt: null, refusedHash: null, refusedCode: null }),
    refused: async () =>
      db
        .select({ person: mailReader.person })
        .from(mailReader)
        .where(isNotNull(mailReader.refusedAt))
        .orderBy(asc(mailReader.person))
        .all()
        .map(({ person }) => person),
    remove: async (person) => void db.delete(mailReader).where(eq(mailReader.person, person)).run(),
  };
}

/** Of whoever said nothing. */
export const columnsOfUsual = columnsOf(usualPreferences);

/** The address itself stands in one place only, where it is erased. */
const hashOfAddress = (email: string): string => hashOf(keyOf(email));

function columnsOf({ days, ...preferences }: MailPreferences) {
  return { ...preferences, days: days.join("") };
}

function readerOf(row: Row | undefined): MailReader {
  if (row === undefined) return { preferences: usualPreferences, looked: null, refused: null };
  const { digest, hour, urgent, locale, timeZone, looked, refusedAt, refusedCode } = row;
  const days = weekdays.filter((day) => row.days.includes(day));
  return {
    preferences: { digest, hour, days, urgent, locale, timeZone },
    looked,
    refused: refusedAt === null ? null : { at: refusedAt, code: refusedCode ?? 0 },
  };
}
