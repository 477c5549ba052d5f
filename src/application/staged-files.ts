import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { rename, rm, utimes } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Database } from "better-sqlite3";
import type { PersonId } from "../domain/words/text.ts";

/** A received file: where it lies, and what its person called it, for messages only. */
interface StagedFile {
  readonly path: string;
  readonly name: string;
  readonly bytes: number;
}

/** A table whose headings no reader knew: what the form that asks about it shows. */
export interface TableSeen {
  readonly headings: readonly string[];
  readonly sample: readonly (readonly string[])[];
}

/** The files of one form, kept while it is refused, so that nobody has to choose and send them again. */
export interface Staged {
  readonly id: string;
  readonly files: readonly StagedFile[];
  readonly table: TableSeen | null;
}

type Owner = { readonly person: PersonId; readonly technology: string };

export interface StagedFiles {
  /** Moves received files to where they outlive their request. */
  stage(owner: Owner, files: readonly StagedFile[]): Promise<Staged>;
  /** Its owner's only; null where it is somebody else's, a day old, or its files are gone. */
  find(owner: Owner, id: string): Staged | null;
  sawTable(id: string, table: TableSeen): void;
  drop(staged: Staged): Promise<void>;
  /** Those a day old, whoever they belong to. */
  sweep(): Promise<void>;
}

const aDay = 24 * 3_600_000;
/** Forms a person has under way at a time; the oldest makes room. */
const mostKept = 5;

interface Row {
  readonly id: string;
  readonly files: string;
  readonly table_seen: string | null;
}

/** @param folder the vault's incoming one: what is left there for a day is swept. */
export function openStagedFiles(db: Database, folder: string, now: () => number = Date.now): StagedFiles {
  const add = db.prepare("INSERT INTO staged_files VALUES (?, ?, ?, ?, NULL, ?)");
  const find = db.prepare<[string, string, string, number], Row>(
    "SELECT id, files, table_seen FROM staged_files WHERE id = ? AND person = ? AND technology = ? AND staged_at > ?",
  );
  const see = db.prepare("UPDATE staged_files SET table_seen = ? WHERE id = ?");
  const remove = db.prepare("DELETE FROM staged_files WHERE id = ?");
  const surplus = db.prepare<[number, string, number], Row>(
    `SELECT id, files, table_seen FROM staged_files WHERE staged_at <= ? OR id IN
       (SELECT id FROM staged_files WHERE person = ? ORDER BY staged_at DESC, id LIMIT -1 OFFSET ?)`,
  );
  const old = db.prepare<[number], Row>("SELECT id, files, table_seen FROM staged_files WHERE staged_at <= ?");
  const drop = async ({ id, files }: Pick<Staged, "id" | "files">): Promise<void> => {
    remove.run(id);
    await Promise.all(files.map(({ path }) => rm(path, { force: true })));
  };
  const toStaged = ({ id, files, table_seen }: Row): Staged => ({
    id,
    files: (JSON.parse(files) as StagedFile[]).map((file) => ({ ...file, path: join(folder, file.path) })),
    table: table_seen === null ? null : (JSON.parse(table_seen) as TableSeen),
  });
  return {
    stage: async ({ person, technology }, received) => {
      const id = randomUUID();
      const files = await Promise.all(received.map((file) => moved(file, folder, now())));
      // Names alone: the folder may stand elsewhere after a restart.
      const kept = files.map((file) => ({ ...file, path: basename(file.path) }));
      add.run(id, person, technology, JSON.stringify(kept), now());
      for (const row of surplus.all(now() - aDay, person, mostKept)) await drop(toStaged(row));
      return { id, files, table: null };
    },
    find: ({ person, technology }, id) => {
      const row = find.get(id, person, technology, now() - aDay);
      const staged = row === undefined ? null : toStaged(row);
      return staged?.files.every(({ path }) => existsSync(path)) === true ? staged : null;
    },
    sawTable: (id, table) => void see.run(JSON.stringify(table), id),
    drop,
    sweep: async () => {
      for (const row of old.all(now() - aDay)) await drop(toStaged(row));
    },
  };
}

/** A name of its own, and the hour from which the sweep counts. */
async function moved({ path, name, bytes }: StagedFile, folder: string, now: number): Promise<StagedFile> {
  const kept = join(folder, `staged-${randomUUID()}`);
  await rename(path, kept);
  await utimes(kept, now / 1000, now / 1000);
  return { path: kept, name, bytes };
}
