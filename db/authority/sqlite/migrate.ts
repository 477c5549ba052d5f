import type { Database } from "better-sqlite3";
import { migrations } from "./migrations.ts";
import type { Migration } from "./migrations.ts";

/** The file is of a later version of the application than this one. */
export class NewerDatabase extends Error {}

/**
 * Runs what a database has not run yet, each migration in its own transaction together with its number
 * (`user_version`), so that a crash leaves it before or after, never between.
 *
 * @throws {NewerDatabase} where the database comes from a newer version of the application.
 */
export function migrate(db: Database, list: readonly Migration[] = migrations): void {
  const newest = list.at(-1)?.number ?? 0;
  if (version(db) > newest) {
    throw new NewerDatabase(
      `ledger.sqlite is at migration ${version(db)}, this version of Touchstone knows ${newest}: start the newer version.`,
    );
  }
  for (const migration of list) run(db, migration);
}

/** The lock comes before the look: two processes that start at once must not both run it. */
function run(db: Database, migration: Migration): void {
  if (version(db) >= migration.number) return;
  db.transaction(() => {
    if (version(db) >= migration.number) return;
    db.exec(migration.sql);
    db.pragma(`user_version = ${migration.number}`);
  }).immediate();
}

const version = (db: Database): number => Number(db.pragma("user_version", { simple: true }));
