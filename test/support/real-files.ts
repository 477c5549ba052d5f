import { appendFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inject } from "vitest";

const data = fileURLToPath(new URL("../../../shared/data/", import.meta.url));

/** Where one of the real files stands: beside the repository, never in it. */
export const realPath = (path: string): string => join(data, path);

let said = false;

/**
 * Whether all of these are there; a suite skips what rests on them where they are not, and says so once. How many were
 * read and skipped in the whole run is said at its end (real-files-counted.ts).
 *
 * @param paths of files or folders under ../shared/data.
 */
export function realFiles(...paths: readonly string[]): boolean {
  const missing = paths.filter((path) => !existsSync(realPath(path)));
  const counts = inject("realFiles");
  const skipped = missing.length > 0;
  if (counts !== undefined)
    appendFileSync(counts, paths.map((path) => `${skipped ? "skipped" : "read"} ${path}\n`).join(""));
  if (skipped && !said)
    process.stdout.write(`../shared/data/${missing[0] ?? ""} is not here: what rests on it is skipped\n`);
  said ||= skipped;
  return !skipped;
}
