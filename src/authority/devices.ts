import type { Database } from "better-sqlite3";
import { drawToken, hashOf } from "./tokens.ts";

/** Browsers on which somebody signed in before; they are not held up by strangers who guess at the account. */
export interface Devices {
  /** The token to put into a cookie of its own. */
  remember(person: string): Promise<string>;
  knows(token: string, person: string): Promise<boolean>;
  /** After a reset: whoever knew the old password may have left a cookie. */
  forgetAll(person: string): Promise<void>;
}

const halfAYear = 180 * 24 * 3_600_000;

export function openDevices(db: Database, now: () => number): Devices {
  const add = db.prepare("INSERT INTO known_device VALUES (?, ?, ?)");
  const find = db.prepare("SELECT 1 FROM known_device WHERE token = ? AND person = ? AND used_at > ?");
  const used = db.prepare("UPDATE known_device SET used_at = ? WHERE token = ?");
  const purge = db.prepare("DELETE FROM known_device WHERE used_at < ?");
  const forget = db.prepare("DELETE FROM known_device WHERE person = ?");
  return {
    remember: async (person) => {
      const token = drawToken();
      purge.run(now() - halfAYear);
      add.run(hashOf(token), person, now());
      return token;
    },
    knows: async (token, person) => {
      const known = find.get(hashOf(token), person, now() - halfAYear) !== undefined;
      if (known) used.run(now(), hashOf(token));
      return known;
    },
    forgetAll: async (person) => void forget.run(person),
  };
}
