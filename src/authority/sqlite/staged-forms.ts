import { randomUUID } from "node:crypto";
import { and, desc, eq, gt, lte, sql } from "../../../db/drizzle.ts";
import type { BetterSQLite3Database } from "drizzle-orm/better-sqlite3";
import { stagedFiles } from "../../../db/authority/sqlite/schema.ts";
import { mostStaged } from "../staged-forms.ts";
import type { StagedForm, StagedForms, StagedName, TableSeen } from "../staged-forms.ts";

const aDay = 24 * 3_600_000;

/** @param now ms since 1970. */
export function openStagedForms(db: BetterSQLite3Database, now: () => number): StagedForms {
  const { id: idColumn, person: owner, technology: concerned, stagedAt } = stagedFiles;
  const columns = { id: idColumn, files: stagedFiles.files, tableSeen: stagedFiles.tableSeen };
  return {
    add: async ({ person, technology }, names) => {
      const id = randomUUID();
      const files = JSON.stringify(names.map(asStored));
      db.insert(stagedFiles).values({ id, person, technology, files, stagedAt: now() }).run();
      return id;
    },
    find: async ({ person, technology }, id) => {
      const theirs = and(eq(idColumn, id), eq(owner, person), eq(concerned, technology), gt(stagedAt, now() - aDay));
      const row = db.select(columns).from(stagedFiles).where(theirs).get();
      return row === undefined ? null : toForm(row);
    },
    sawTable: async (id, table) => {
      db.update(stagedFiles)
        .set({ tableSeen: JSON.stringify(table) })
        .where(eq(idColumn, id))
        .run();
    },
    drop: async (id) => void db.delete(stagedFiles).where(eq(idColumn, id)).run(),
    old: async () =>
      db
        .select(columns)
        .from(stagedFiles)
        .where(lte(stagedAt, now() - aDay))
        .all()
        .map(toForm),
    surplus: async (person) =>
      db
        .select(columns)
        .from(stagedFiles)
        .where(eq(owner, person))
        .orderBy(desc(stagedAt), sql`rowid DESC`)
        .limit(Number.MAX_SAFE_INTEGER)
        .offset(mostStaged)
        .all()
        .map(toForm),
  };
}

/** As it stands in rows since the first version: the name in the folder is called a path. */
interface Stored {
  readonly path: string;
  readonly name: string;
  readonly bytes: number;
}

const asStored = ({ stored, name, bytes }: StagedName): Stored => ({ path: stored, name, bytes });

interface Row {
  readonly id: string;
  readonly files: string;
  readonly tableSeen: string | null;
}

const toForm = ({ id, files, tableSeen }: Row): StagedForm => ({
  id,
  files: (JSON.parse(files) as Stored[]).map(({ path, name, bytes }) => ({ stored: path, name, bytes })),
  table: tableSeen === null ? null : (JSON.parse(tableSeen) as TableSeen),
});
