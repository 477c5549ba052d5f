import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { syncFolder, writeDurably } from "./files.ts";
import { isCertified, readRotation } from "./rotation.ts";
import type { Rotation } from "./rotation.ts";

/**
 * What handed a key over, a line each, beside the keys: nothing in it is secret. A copy of the ledger from before a
 * rotation knows nothing of it; by this file it can go on with the key that is there now.
 */
const rotationFile = (dataDir: string): string => join(dataDir, "keys", "rotations.log");

/** Appends one, and returns once it is on disk. */
export function fileRotation(dataDir: string, rotation: Rotation): void {
  const file = rotationFile(dataDir);
  writeDurably(file, `${JSON.stringify(rotation)}\n`, "a");
  syncFolder(dirname(file));
}

/**
 * The rotations on file that lead from one key to another, in their order; null where none do. What a crash left of a
 * line, and what not both keys signed, leads nowhere.
 */
export function rotationsBetween(dataDir: string, from: string, to: string): readonly Rotation[] | null {
  const filed = readFile(rotationFile(dataDir)).filter(isCertified);
  let paths: readonly (readonly Rotation[])[] = filed.filter((step) => step.from === from).map((step) => [step]);
  for (let length = 0; length <= filed.length && paths.length > 0; length += 1) {
    const arrived = paths.find((path) => path.at(-1)?.to === to);
    if (arrived !== undefined) return arrived;
    paths = paths.flatMap((path) =>
      filed.filter((step) => step.from === path.at(-1)?.to).map((step) => [...path, step]),
    );
  }
  return null;
}

function readFile(file: string): readonly Rotation[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, "utf8")
    .split("\n")
    .flatMap((line) => readLine(line) ?? []);
}

function readLine(line: string): Rotation | null {
  try {
    return readRotation(JSON.parse(line));
  } catch {
    return null;
  }
}
