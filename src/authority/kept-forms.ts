import type { Database } from "better-sqlite3";
import { drawToken, hashOf } from "./tokens.ts";

/** What somebody typed when their session had ended: kept for them alone until they have signed in again. */
export interface KeptForm {
  readonly path: string;
  readonly body: unknown;
}

export interface KeptForms {
  keep(person: string, form: KeptForm): Promise<string>;
  /** Only for the person who typed it. */
  find(token: string, person: string): Promise<KeptForm | null>;
}

const aDay = 24 * 3_600_000;
const mostPerPerson = 10;

export function openKeptForms(db: Database, now: () => number): KeptForms {
  const purge = db.prepare("DELETE FROM kept_form WHERE expires_at < ?");
  const trim = db.prepare(
    `DELETE FROM kept_form WHERE person = ? AND token NOT IN
       (SELECT token FROM kept_form WHERE person = ? ORDER BY expires_at DESC LIMIT ${mostPerPerson})`,
  );
  const add = db.prepare("INSERT INTO kept_form VALUES (?, ?, ?, ?, ?)");
  const find = db.prepare<[string, string, number], { readonly path: string; readonly body: string }>(
    "SELECT path, body FROM kept_form WHERE token = ? AND person = ? AND expires_at > ?",
  );
  const keep = db.transaction((token: string, person: string, { path, body }: KeptForm) => {
    purge.run(now());
    add.run(hashOf(token), person, path, JSON.stringify(body), now() + aDay);
    trim.run(person, person);
  });
  return {
    keep: async (person, form) => {
      const token = drawToken();
      keep.immediate(token, person, form);
      return token;
    },
    find: async (token, person) => {
      const row = find.get(hashOf(token), person, now());
      return row === undefined ? null : { path: row.path, body: JSON.parse(row.body) as unknown };
    },
  };
}
