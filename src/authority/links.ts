import type { Database } from "better-sqlite3";
import { drawToken, hashOf } from "./tokens.ts";

export type LinkPurpose = "set-up" | "invitation" | "reset";
export interface OneTimeLink {
  readonly purpose: LinkPurpose;
  readonly person: string | null;
  readonly expiresAt: number;
}

/** How long a link may wait, ms: a first start, a new colleague, a forgotten password. */
export const linkLife: Readonly<Record<LinkPurpose, number>> = {
  "set-up": 24 * 3_600_000,
  invitation: 72 * 3_600_000,
  reset: 3_600_000,
};

export interface Links {
  /** A new token; older links of the same person and purpose stop working. Shown once, stored as a hash. */
  create(purpose: LinkPurpose, person: string | null): Promise<string>;
  find(token: string): Promise<OneTimeLink | null>;
  /** True for the one who used it first. */
  use(token: string): Promise<boolean>;
  /** Every link to this person stops working: a password was set, or the person disabled. */
  revoke(person: string): Promise<void>;
}

interface Row {
  readonly purpose: LinkPurpose;
  readonly person: string | null;
  readonly expires_at: number;
}

export function openLinks(db: Database, now: () => number): Links {
  const drop = db.prepare("DELETE FROM one_time_link WHERE (person IS ? AND purpose = ?) OR expires_at < ?");
  const add = db.prepare("INSERT INTO one_time_link VALUES (?, ?, ?, ?)");
  const find = db.prepare<[string, number], Row>(
    "SELECT purpose, person, expires_at FROM one_time_link WHERE token = ? AND expires_at > ?",
  );
  const use = db.prepare("DELETE FROM one_time_link WHERE token = ? AND expires_at > ?");
  const revoke = db.prepare("DELETE FROM one_time_link WHERE person = ?");
  const create = db.transaction((token: string, purpose: LinkPurpose, person: string | null) => {
    drop.run(person, purpose, now());
    add.run(hashOf(token), purpose, person, now() + linkLife[purpose]);
  });
  return {
    create: async (purpose, person) => {
      const token = drawToken();
      create.immediate(token, purpose, person);
      return token;
    },
    find: async (token) => {
      const row = find.get(hashOf(token), now());
      return row === undefined ? null : { purpose: row.purpose, person: row.person, expiresAt: row.expires_at };
    },
    use: async (token) => use.run(hashOf(token), now()).changes === 1,
    revoke: async (person) => void revoke.run(person),
  };
}
