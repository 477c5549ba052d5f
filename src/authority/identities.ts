import type { Database } from "better-sqlite3";

/** Who a person id is. Erasable; never copied into an event or a read model. */
export interface Identity {
  readonly person: string;
  readonly name: string;
  readonly email: string;
  readonly locale: string | null;
  /** No password yet: invited, and the link not used. */
  readonly invited: boolean;
}

export interface Identities {
  /** Whether anybody has an identity here; false before the set-up. */
  any(): Promise<boolean>;
  find(person: string): Promise<Identity | null>;
  byEmail(email: string): Promise<Identity | null>;
  /** By name or e-mail; after the last one of the page before, in the order of names. */
  page(query: {
    readonly search: string;
    readonly after: string | null;
    readonly limit: number;
  }): Promise<readonly Identity[]>;
  /** Ids without a name (erased, or never here) are missing from the answer. */
  names(people: Iterable<string>): Promise<ReadonlyMap<string, string>>;
  /** False where the e-mail belongs to somebody already. */
  add(person: string, name: string, email: string): Promise<boolean>;
  /** False where the e-mail belongs to somebody else. */
  change(person: string, name: string, email: string): Promise<boolean>;
  /** The name goes; the id stays on the ledger. */
  remove(person: string): Promise<void>;
  setLocale(person: string, locale: string): Promise<void>;
  /** Argon2 text, or null where none was set. */
  password(person: string): Promise<string | null>;
  setPassword(person: string, hash: string): Promise<void>;
}

interface Row {
  readonly person: string;
  readonly name: string;
  readonly email: string;
  readonly locale: string | null;
  readonly invited: number;
}

const columns = "person, name, email, locale, password IS NULL AS invited";
const cursor = "(SELECT name FROM identity WHERE person = @after)";

export function openIdentities(db: Database, now: () => number): Identities {
  const any = db.prepare("SELECT 1 FROM identity LIMIT 1");
  const one = db.prepare<[string], Row>(`SELECT ${columns} FROM identity WHERE person = ?`);
  const byKey = db.prepare<[string], Row>(`SELECT ${columns} FROM identity WHERE email_key = ?`);
  const page = db.prepare<[{ like: string; after: string | null; limit: number }], Row>(
    `SELECT ${columns} FROM identity WHERE (name LIKE @like ESCAPE '\\' OR email_key LIKE @like ESCAPE '\\')
       AND (@after IS NULL OR (name, person) > (${cursor}, @after)) ORDER BY name, person LIMIT @limit`,
  );
  const name = db.prepare<[string], string>("SELECT name FROM identity WHERE person = ?").pluck();
  const add = db.prepare("INSERT INTO identity VALUES (?, ?, ?, ?, NULL, NULL, ?)");
  const change = db.prepare("UPDATE identity SET name = ?, email = ?, email_key = ? WHERE person = ?");
  const remove = db.prepare("DELETE FROM identity WHERE person = ?");
  const setLocale = db.prepare("UPDATE identity SET locale = ? WHERE person = ?");
  const password = db.prepare<[string], string | null>("SELECT password FROM identity WHERE person = ?").pluck();
  const setPassword = db.prepare("UPDATE identity SET password = ? WHERE person = ?");
  return {
    any: async () => any.get() !== undefined,
    find: async (person) => identityOf(one.get(person)),
    byEmail: async (email) => identityOf(byKey.get(keyOf(email))),
    page: async ({ search, after, limit }) =>
      page.all({ like: `%${escapeLike(keyOf(search))}%`, after, limit }).flatMap((row) => identityOf(row) ?? []),
    names: async (people) =>
      new Map(
        [...new Set(people)].flatMap((id): [string, string][] => {
          const known = name.get(id);
          return known === undefined ? [] : [[id, known]];
        }),
      ),
    add: async (person, fullName, email) => unlessTaken(() => add.run(person, fullName, email, keyOf(email), now())),
    change: async (person, fullName, email) => unlessTaken(() => change.run(fullName, email, keyOf(email), person)),
    remove: async (person) => void remove.run(person),
    setLocale: async (person, locale) => void setLocale.run(locale, person),
    password: async (person) => password.get(person) ?? null,
    setPassword: async (person, hash) => void setPassword.run(hash, person),
  };
}

/** How e-mail addresses are compared: people do not remember the capitals. */
export function keyOf(email: string): string {
  return email.trim().normalize("NFC").toLowerCase();
}

function identityOf(row: Row | undefined): Identity | null {
  return row === undefined ? null : { ...row, invited: row.invited === 1 };
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}

function unlessTaken(write: () => unknown): boolean {
  try {
    write();
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "SQLITE_CONSTRAINT_UNIQUE") return false;
    throw error;
  }
}
