import type { Database } from "better-sqlite3";

/**
 * What lets somebody in or was only meant for an hour: it never leaves with a backup, and none of it is good any more
 * after one was put in place, however old that is.
 */
const tables = [
  "session",
  "one_time_link",
  "known_device",
  "sign_in_failure",
  "kept_form",
  "secret",
  "intake_token",
  "staged_files",
  "import_plan",
  "import_row",
  "outbox",
  "feed_token",
  "webhook",
  "webhook_delivery",
] as const;

/** Removes it from a copy of the database, of whatever version, and overwrites where it stood. */
export function voidAccess(db: Database): void {
  db.pragma("secure_delete = ON");
  const present = db.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
  db.transaction(() => {
    for (const table of tables) if (present.includes(table)) db.exec(`DELETE FROM ${table}`);
  }).immediate();
}

/** For people who read what a backup lacks. */
export const leftOut: readonly string[] = [
  "signing key",
  "secret of the sessions",
  "sessions",
  "one-time links",
  "known browsers",
  "intake tokens",
  "counters of failed sign-ins",
  "forms and files kept for a day",
  "plans of imports",
  "mails that wait",
  "addresses of calendars",
  "webhooks with their secrets",
];
