import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeDemonstration } from "./large/demonstration.ts";
import { bringUpToDate, large, makeFolder, small } from "./large/folder.ts";

/** Where a run of the bench keeps its data: made once, when the first bench asks for them. */
export interface Folders {
  /** A thousand technologies and the people of the demonstration. */
  readonly small: () => Promise<string>;
  /** A hundred thousand technologies and five thousand people. */
  readonly large: () => Promise<string>;
  /** A place of its own, gone when the run ends. */
  readonly scratch: (name: string) => string;
  /** A folder that may be written to, gone when the run ends. */
  readonly copy: (folder: string, name: string) => string;
  readonly remove: () => void;
}

/** @param kept where prepared data are found again at the next run; absent: they go when the run ends. */
export function openFolders(kept?: string): Folders {
  const scratch = mkdtempSync(join(tmpdir(), "touchstone-bench-"));
  const home = kept ?? join(scratch, "prepared");
  const making = new Map<string, Promise<string>>();
  const made = (name: string, make: (folder: string) => Promise<void>): Promise<string> => {
    const promise = making.get(name) ?? whole(join(home, name), make);
    making.set(name, promise);
    return promise;
  };
  const demonstration = (): Promise<string> => made("demonstration", makeDemonstration);
  const sized = async (name: string, size: typeof large): Promise<string> =>
    made(name, async (folder) => makeFolder(await demonstration(), folder, size));
  return {
    small: () => sized("small", small),
    large: () => sized("large", large),
    scratch: (name) => {
      const folder = mkdtempSync(join(scratch, `${name}-`));
      return folder;
    },
    copy: (folder, name) => {
      const copy = join(mkdtempSync(join(scratch, `${name}-`)), "data");
      cpSync(folder, copy, { recursive: true });
      return copy;
    },
    remove: () => rmSync(scratch, { recursive: true, force: true }),
  };
}

/** A folder whose making was interrupted is made again; one of before is brought to what is written today. */
async function whole(folder: string, make: (folder: string) => Promise<void>): Promise<string> {
  if (existsSync(folder)) {
    await bringUpToDate(folder);
    return folder;
  }
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  await make(unfinished);
  renameSync(unfinished, folder);
  return folder;
}
