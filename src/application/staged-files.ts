import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { rename, rm, utimes } from "node:fs/promises";
import { basename, join } from "node:path";
import type { StagedForm, StagedForms, StagedOwner, TableSeen } from "../authority/staged-forms.ts";

/** A received file: where it lies, and what its person called it, for messages only. */
interface StagedFile {
  readonly path: string;
  readonly name: string;
  readonly bytes: number;
}

/** The files of one form, kept while it is refused, so that nobody has to choose and send them again. */
export interface Staged {
  readonly id: string;
  readonly files: readonly StagedFile[];
  readonly table: TableSeen | null;
}

export interface StagedFiles {
  /** Moves received files to where they outlive their request. */
  stage(owner: StagedOwner, files: readonly StagedFile[]): Promise<Staged>;
  /** Its owner's only; null where it is somebody else's, a day old, or its files are gone. */
  find(owner: StagedOwner, id: string): Promise<Staged | null>;
  sawTable(id: string, table: TableSeen): Promise<void>;
  drop(staged: Staged): Promise<void>;
  /** Those a day old, whoever they belong to. */
  sweep(): Promise<void>;
}

/** @param folder the vault's incoming one: what is left there for a day is swept. */
export function openStagedFiles(forms: StagedForms, folder: string, now: () => number = Date.now): StagedFiles {
  // Names alone are kept: the folder may stand elsewhere after a restart.
  const toStaged = ({ id, files, table }: StagedForm): Staged => ({
    id,
    files: files.map(({ stored, name, bytes }) => ({ path: join(folder, stored), name, bytes })),
    table,
  });
  const drop = async ({ id, files }: Pick<Staged, "id" | "files">): Promise<void> => {
    await forms.drop(id);
    await Promise.all(files.map(({ path }) => rm(path, { force: true })));
  };
  const sweep = async (): Promise<void> => {
    for (const form of await forms.old()) await drop(toStaged(form));
  };
  return {
    stage: async (owner, received) => {
      const files = await Promise.all(received.map((file) => moved(file, folder, now())));
      const names = files.map(({ path, name, bytes }) => ({ stored: basename(path), name, bytes }));
      const id = await forms.add(owner, names);
      await sweep();
      for (const form of await forms.surplus(owner.person)) await drop(toStaged(form));
      return { id, files, table: null };
    },
    find: async (owner, id) => {
      const form = await forms.find(owner, id);
      const staged = form === null ? null : toStaged(form);
      return staged?.files.every(({ path }) => existsSync(path)) === true ? staged : null;
    },
    sawTable: async (id, table) => forms.sawTable(id, table),
    drop,
    sweep,
  };
}

/** A name of its own, and the hour from which the sweep counts. */
async function moved({ path, name, bytes }: StagedFile, folder: string, now: number): Promise<StagedFile> {
  const place = join(folder, `staged-${randomUUID()}`);
  await rename(path, place);
  await utimes(place, now / 1000, now / 1000);
  return { path: place, name, bytes };
}
