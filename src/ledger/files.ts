import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** A rename is durable only once its folder is synced (POSIX). */
export const syncFolder = (folder: string): void => sync(folder);

/** What was written to a file before is on disk afterwards. */
export const syncFile = (file: string): void => sync(file);

function sync(path: string): void {
  const handle = openSync(path, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Replaces a file whole: readers and a crash see the old content or the new one, never a part. */
export function replaceFile(file: string, content: string): void {
  const temporary = `${file}.new`;
  writeDurably(temporary, content, "w");
  renameSync(temporary, file);
  syncFolder(dirname(file));
}

/** Writes or appends and returns once it is on disk. */
export function writeDurably(file: string, content: string, flag: "w" | "wx" | "a", mode = 0o644): void {
  const handle = openSync(file, flag, mode);
  try {
    writeFileSync(handle, content);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
