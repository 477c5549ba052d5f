import type { Database } from "better-sqlite3";
import { hashOf } from "./tokens.ts";

export interface SessionLimits {
  /** Ms without a request, and ms since signing in, after which a session ends. */
  readonly idle: number;
  readonly absolute: number;
}

export interface SessionRow {
  readonly person: string | null;
  readonly data: string;
}

/** One of a person's own sessions, for the list on the account page. */
export interface OpenSession {
  readonly key: string;
  readonly device: string;
  readonly since: number;
  readonly seen: number;
}

export interface Sessions {
  /** null where there is none, or it has ended; ended ones stay a week, so that what was typed can be kept. */
  read(id: string): SessionRow | null;
  save(id: string, row: SessionRow & { readonly device: string }): void;
  /** Not more than one write a minute: reading pages must not wait for the disk. */
  touch(id: string): void;
  end(id: string): void;
  /** Whose session this was, also after its end. */
  owner(id: string): string | null;
  open(person: string): readonly OpenSession[];
  /** One of the person's own, by the key of the list. */
  endOne(person: string, key: string): void;
  /** All of a person's, or all but the one in use. */
  endAll(person: string, exceptId?: string): void;
  keyOf(id: string): string;
}

const aMinute = 60_000;
const aWeek = 7 * 24 * 3_600_000;

interface Stored extends SessionRow {
  readonly created_at: number;
  readonly seen_at: number;
  readonly ended_at: number | null;
}

export function openSessions(db: Database, limits: SessionLimits, now: () => number): Sessions {
  const read = db.prepare<[string], Stored>(
    "SELECT person, data, created_at, seen_at, ended_at FROM session WHERE id = ?",
  );
  const insert = db.prepare(
    `INSERT INTO session VALUES (?, ?, ?, ?, ?, ?, NULL)
       ON CONFLICT DO UPDATE SET person = excluded.person, data = excluded.data, seen_at = excluded.seen_at`,
  );
  const purge = db.prepare("DELETE FROM session WHERE seen_at < ?");
  const touch = db.prepare("UPDATE session SET seen_at = ? WHERE id = ? AND ended_at IS NULL AND seen_at < ?");
  const end = db.prepare("UPDATE session SET ended_at = ? WHERE id = ? AND ended_at IS NULL");
  const endOne = db.prepare("UPDATE session SET ended_at = ? WHERE id = ? AND person = ? AND ended_at IS NULL");
  const endAll = db.prepare("UPDATE session SET ended_at = ? WHERE person = ? AND id <> ? AND ended_at IS NULL");
  const open = db.prepare<[string, number, number], OpenSession>(
    `SELECT id AS key, device, created_at AS since, seen_at AS seen FROM session
       WHERE person = ? AND ended_at IS NULL AND seen_at > ? AND created_at > ? ORDER BY seen_at DESC`,
  );
  const alive = (row: Stored): boolean =>
    row.ended_at === null && now() - row.seen_at < limits.idle && now() - row.created_at < limits.absolute;
  return {
    read: (id) => {
      const row = read.get(hashOf(id));
      return row !== undefined && alive(row) ? { person: row.person, data: row.data } : null;
    },
    save: (id, { person, data, device }) => {
      purge.run(now() - aWeek);
      insert.run(hashOf(id), person, data, device, now(), now());
    },
    touch: (id) => {
      const key = hashOf(id);
      // Asked first: an update takes the database's write lock even where it changes nothing.
      if ((read.get(key)?.seen_at ?? now()) < now() - aMinute) touch.run(now(), key, now() - aMinute);
    },
    end: (id) => void end.run(now(), hashOf(id)),
    owner: (id) => read.get(hashOf(id))?.person ?? null,
    open: (person) => open.all(person, now() - limits.idle, now() - limits.absolute),
    endOne: (person, key) => void endOne.run(now(), key, person),
    endAll: (person, exceptId) => void endAll.run(now(), person, exceptId === undefined ? "" : hashOf(exceptId)),
    keyOf: hashOf,
  };
}
