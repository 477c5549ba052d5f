import type { Database } from "better-sqlite3";
import { and, asc, eq, isNull, or, sql } from "../../../db/drizzle.ts";
import type { BetterSQLite3Database } from "drizzle-orm/better-sqlite3";
import { identity } from "../../../db/authority/sqlite/schema.ts";
import { isMailAddress } from "../../domain/words/mail-address.ts";
import { keyOf } from "../identities.ts";
import type { Identities, Identity, Named } from "../identities.ts";
import { escapeLike, inList, likeEscaped } from "./name-conditions.ts";
import { openNameSearch } from "./name-search.ts";
import { straight } from "./straight.ts";

const columns = {
  person: identity.person,
  name: identity.name,
  email: identity.email,
  locale: identity.locale,
  invited: sql<boolean>`${isNull(identity.password)}`.mapWith(Boolean).as("invited"),
};

type FoundIdentity = Omit<Identity, "invited"> & { readonly invited: number };

/** @param now ms since 1970. */
export function openIdentities(db: BetterSQLite3Database, client: Database, now: () => number): Identities {
  const given = sql.placeholder;
  // Every request of somebody who is signed in asks this.
  const byPerson = straight<[string], FoundIdentity>(
    client,
    db
      .select(columns)
      .from(identity)
      .where(eq(identity.person, given("person"))),
  );
  // Every page looks up the names it shows, however many they are.
  const names = straight<[string], Named>(
    client,
    db
      .select({ person: identity.person, name: identity.name })
      .from(identity)
      .where(sql`${identity.person} IN (SELECT value FROM json_each(${given("people")}))`),
  );
  const search = openNameSearch(db, client);

  function rename(write: () => unknown): boolean {
    search.forget();
    return unlessTaken(write);
  }

  return {
    any: async () => db.select({ person: identity.person }).from(identity).limit(1).get() !== undefined,
    find: async (person) => {
      const row = byPerson.get(person);
      return row === undefined ? null : { ...row, invited: row.invited === 1 };
    },
    byEmail: async (email) =>
      db
        .select(columns)
        .from(identity)
        .where(eq(identity.emailKey, keyOf(email)))
        .get() ?? null,
    page: async ({ search, among = null, after, limit }) => {
      const pattern = `%${escapeLike(keyOf(search))}%`;
      const matching =
        search === "" ? undefined : or(likeEscaped(identity.name, pattern), likeEscaped(identity.emailKey, pattern));
      return db
        .select(columns)
        .from(identity)
        .where(and(matching, inList(among), after === null ? undefined : following(after)))
        .orderBy(asc(identity.name), asc(identity.person))
        .limit(limit)
        .all();
    },
    search: async (query) => search.among(query),
    names: async (people) => {
      const asked = JSON.stringify([...new Set(people)]);
      return new Map(names.all(asked).map(({ person, name }) => [person, name]));
    },
    add: async (person, name, email) =>
      rename(() =>
        db
          .insert(identity)
          .values({ person, name, ...addressed(email), createdAt: now() })
          .run(),
      ),
    change: async (person, name, email) =>
      rename(() =>
        db
          .update(identity)
          .set({ name, ...addressed(email) })
          .where(eq(identity.person, person))
          .run(),
      ),
    remove: async (person) => void rename(() => db.delete(identity).where(eq(identity.person, person)).run()),
    setLocale: async (person, locale) =>
      void db.update(identity).set({ locale }).where(eq(identity.person, person)).run(),
    singleKeys: async (person) =>
      db.select({ on: identity.singleKeys }).from(identity).where(eq(identity.person, person)).get()?.on !== 0,
    setSingleKeys: async (person, on) =>
      void db
        .update(identity)
        .set({ singleKeys: on ? 1 : 0 })
        .where(eq(identity.person, person))
        .run(),
    password: async (person) =>
      db.select({ password: identity.password }).from(identity).where(eq(identity.person, person)).get()?.password ??
      null,
    setPassword: async (person, password) =>
      void db.update(identity).set({ password }).where(eq(identity.person, person)).run(),
  };
}

/** Forms, imports and commands have said so before; nothing gets past them to where mails are sent. */
function addressed(email: string) {
  if (!isMailAddress(email)) throw new Error("Not one mail address");
  return { email, emailKey: keyOf(email) };
}

/** Of two people of one name the id tells which comes first. Nothing follows somebody who is gone. */
const following = (person: string) =>
  sql`(${identity.name}, ${identity.person}) > ((SELECT name FROM identity WHERE person = ${person}), ${person})`;

function unlessTaken(write: () => unknown): boolean {
  try {
    write();
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "SQLITE_CONSTRAINT_UNIQUE") return false;
    throw error;
  }
}
