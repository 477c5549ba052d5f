import { and, desc, eq, gt, lt, notInArray } from "../../../db/drizzle.ts";
import type { BetterSQLite3Database } from "drizzle-orm/better-sqlite3";
import { keptForm } from "../../../db/authority/sqlite/schema.ts";
import type { KeptForms } from "../kept-forms.ts";
import { drawToken, hashOf } from "../tokens.ts";

const aDay = 24 * 3_600_000;
const mostPerPerson = 10;

/** @param now ms since 1970. */
export function openKeptForms(db: BetterSQLite3Database, now: () => number): KeptForms {
  const { token: hash, person: owner, expiresAt, path, body } = keptForm;
  const newestOf = (person: string) =>
    db.select({ hash }).from(keptForm).where(eq(owner, person)).orderBy(desc(expiresAt)).limit(mostPerPerson);
  return {
    keep: async (person, form) => {
      const token = drawToken();
      db.transaction(
        () => {
          db.delete(keptForm).where(lt(expiresAt, now())).run();
          db.insert(keptForm)
            .values({
              token: hashOf(token),
              person,
              path: form.path,
              body: JSON.stringify(form.body),
              expiresAt: now() + aDay,
            })
            .run();
          db.delete(keptForm)
            .where(and(eq(owner, person), notInArray(hash, newestOf(person))))
            .run();
        },
        { behavior: "immediate" },
      );
      return token;
    },
    find: async (token, person) => {
      const own = and(eq(hash, hashOf(token)), eq(owner, person), gt(expiresAt, now()));
      const row = db.select({ path, body }).from(keptForm).where(own).get();
      return row === undefined ? null : { path: row.path, body: JSON.parse(row.body) as unknown };
    },
  };
}
