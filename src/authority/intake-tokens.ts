import { randomUUID } from "node:crypto";
import type { Database } from "better-sqlite3";
import { drawToken, hashOf } from "./tokens.ts";

/** A pipeline's way in: it may attach evidence to one technology, as the person who made it. */
export interface IntakeToken {
  readonly id: string;
  readonly person: string;
  /** Technology id. */
  readonly technology: string;
  /** What sends with it, in its owner's words. */
  readonly name: string;
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly usedAt: number | null;
  readonly revokedAt: number | null;
}

export interface IntakeTokens {
  /** The token itself, shown once and stored as a hash only. Null where the person has too many for this technology. */
  create(token: Pick<IntakeToken, "person" | "technology" | "name"> & { readonly days: number }): string | null;
  /** Neither expired nor revoked; whether its person may still use it, the caller asks. Notes that it was used. */
  use(token: string): IntakeToken | null;
  /** Newest first, ended ones too. */
  ofTechnology(technology: string): readonly IntakeToken[];
  ofPerson(person: string): readonly IntakeToken[];
  find(id: string): IntakeToken | null;
  /** False where there is none or it was revoked before. */
  revoke(id: string): boolean;
  revokeAll(person: string): void;
}

/** Days a token may live, and lives where nothing else is said. */
export const tokenDays = { least: 1, usual: 90, most: 365 } as const;
/** Live ones of one person for one technology; who needs more does not clear up. */
const mostLive = 20;
const aDay = 24 * 3_600_000;
const aMinute = 60_000;
const prefix = "ts_";

interface Row extends Pick<IntakeToken, "id" | "person" | "technology" | "name"> {
  readonly created_at: number;
  readonly expires_at: number;
  readonly used_at: number | null;
  readonly revoked_at: number | null;
}

const columns = "id, person, technology, name, created_at, expires_at, used_at, revoked_at";

export function openIntakeTokens(db: Database, now: () => number): IntakeTokens {
  const add = db.prepare("INSERT INTO intake_token VALUES (?, ?, ?, ?, ?, ?, ?, NULL, NULL)");
  const live = db
    .prepare<[string, string, number], number>(
      `SELECT count(*) FROM intake_token
         WHERE person = ? AND technology = ? AND revoked_at IS NULL AND expires_at > ?`,
    )
    .pluck();
  const byHash = db.prepare<[string, number], Row>(
    `SELECT ${columns} FROM intake_token WHERE hash = ? AND revoked_at IS NULL AND expires_at > ?`,
  );
  const byId = db.prepare<[string], Row>(`SELECT ${columns} FROM intake_token WHERE id = ?`);
  const list = (column: "technology" | "person") =>
    db.prepare<[string], Row>(`SELECT ${columns} FROM intake_token WHERE ${column} = ? ORDER BY created_at DESC, id`);
  const [byTechnology, byPerson] = [list("technology"), list("person")];
  const used = db.prepare("UPDATE intake_token SET used_at = ? WHERE id = ?");
  const revoke = db.prepare("UPDATE intake_token SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL");
  const revokeAll = db.prepare("UPDATE intake_token SET revoked_at = ? WHERE person = ? AND revoked_at IS NULL");
  const create = db.transaction((hash: string, person: string, technology: string, name: string, days: number) => {
    if ((live.get(person, technology, now()) ?? 0) >= mostLive) return false;
    add.run(hash, randomUUID(), person, technology, name, now(), now() + days * aDay);
    return true;
  });
  return {
    create: ({ person, technology, name, days }) => {
      const token = prefix + drawToken();
      return create.immediate(hashOf(token), person, technology, name, days) ? token : null;
    },
    use: (token) => {
      const row = token.startsWith(prefix) ? byHash.get(hashOf(token), now()) : undefined;
      if (row === undefined) return null;
      // Not more than one write a minute, so that a pipeline's requests do not wait for the disk.
      if ((row.used_at ?? 0) < now() - aMinute) used.run(now(), row.id);
      return toToken(row);
    },
    ofTechnology: (technology) => byTechnology.all(technology).map(toToken),
    ofPerson: (person) => byPerson.all(person).map(toToken),
    find: (id) => {
      const row = byId.get(id);
      return row === undefined ? null : toToken(row);
    },
    revoke: (id) => revoke.run(now(), id).changes === 1,
    revokeAll: (person) => void revokeAll.run(now(), person),
  };
}

const toToken = ({ id, person, technology, name, created_at, expires_at, used_at, revoked_at }: Row): IntakeToken => ({
  id,
  person,
  technology,
  name,
  createdAt: created_at,
  expiresAt: expires_at,
  usedAt: used_at,
  revokedAt: revoked_at,
});
