import { accessSync, constants, mkdirSync, statSync } from "node:fs";
import { enableCompileCache } from "node:module";
import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";

/**
 * Lets Node keep what it compiled, in a folder of the account that runs this, so that a second start takes half the time.
 * What is kept there is run as code: a folder that others may write is left alone, and so is one that cannot be written.
 * Neither is said, for nothing but speed depends on it. Threads and child processes find the folder by the variable.
 */
export function keepCompiledCode(env: NodeJS.ProcessEnv = process.env): void {
  if (env["NODE_COMPILE_CACHE"] !== undefined || env["NODE_DISABLE_COMPILE_CACHE"] !== undefined) return;
  const folder = ownFolder(join(cachesOf(env), "touchstone"));
  if (folder === null) return;
  enableCompileCache(folder);
  env["NODE_COMPILE_CACHE"] = folder;
}

function cachesOf({ XDG_CACHE_HOME: given = "" }: NodeJS.ProcessEnv): string {
  return isAbsolute(given) ? given : join(homedir(), ".cache");
}

function ownFolder(folder: string): string | null {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK);
    const { uid, mode } = statSync(folder);
    return uid === process.getuid?.() && (mode & 0o022) === 0 ? folder : null;
  } catch {
    return null;
  }
}
