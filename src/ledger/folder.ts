import { existsSync, readdirSync, statSync } from "node:fs";
import type { Stats } from "node:fs";
import { join } from "node:path";
import { LedgerError, codeOf } from "./errors.ts";

export const ledgerName = "ledger.sqlite";

/** Things of a house that may stand in its folder without a ledger; uploads may, where only the ledger is opened. */
type Allowed = "vault" | null;

/**
 * A folder in which a ledger may be opened or begun: it holds one, or nothing of a house at all. A used folder whose
 * ledger is missing or empty is refused, for a new one begun in it would hide that everything is gone. Only names and
 * sizes are looked at: to open and close the file would drop the locks that SQLite holds on it in this process.
 *
 * @returns false where there is no ledger yet.
 * @throws {LedgerError} "format" with what is there and what to do.
 */
export function checkFolder(dataDir: string, allowed: Allowed = null): boolean {
  const file = join(dataDir, ledgerName);
  const status = statOf(file);
  if (status?.isFile() === true && status.size > 0) return true;
  if (status?.isFile() === false) throw new LedgerError("format", `${file} is not a file.`);
  if (statOf(dataDir)?.isDirectory() === false) throw new LedgerError("format", `${dataDir} is not a folder.`);
  const traces = tracesIn(dataDir, allowed);
  if (status === null && traces.length === 0) return false;
  throw new LedgerError("format", refusal(dataDir, status === null ? "is missing" : "is empty (0 bytes)", traces));
}

/** The same refusal for a database that is there and holds no ledger. The log beside it may be this process's own. */
export function refuseUnbegun(dataDir: string): void {
  const traces = tracesIn(dataDir, "vault").filter((trace) => trace !== writeAheadLog);
  if (traces.length > 0) throw new LedgerError("format", refusal(dataDir, "holds no ledger", traces));
}

function refusal(dataDir: string, state: string, traces: readonly string[]): string {
  const beside = traces.length === 0 ? "" : ` Beside it stand ${traces.join(", ")}: this folder was used before.`;
  return (
    `ledger.sqlite ${state} in ${dataDir}.${beside} Nothing was begun anew and nothing was changed. Put a backup in ` +
    `place with: touchstone restore DIR. Or, if a new ledger is meant, give an empty folder in TOUCHSTONE_DATA.`
  );
}

const writeAheadLog = "a write-ahead log (ledger.sqlite-wal)";

/** What a house leaves in its folder beside the ledger, in words. */
function tracesIn(dataDir: string, allowed: Allowed): string[] {
  const names = existsSync(dataDir) ? readdirSync(dataDir) : [];
  const has = (name: string): boolean => (statOf(join(dataDir, name))?.size ?? 0) > 0;
  const files = allowed === "vault" ? 0 : vaultFiles(join(dataDir, "vault"));
  const replaced = names.filter((name) => name.startsWith("replaced-"));
  return [
    ...(has("checkpoints.log") ? ["signed checkpoints (checkpoints.log)"] : []),
    ...(has("keys/ledger.key") ? ["a signing key (keys/ledger.key)"] : []),
    ...(has("ledger.sqlite-wal") ? [writeAheadLog] : []),
    ...(has("views.sqlite") ? ["read models (views.sqlite)"] : []),
    ...(files > 0 ? [`${files} ${files === 1 ? "file" : "files"} in the vault`] : []),
    ...(replaced.length > 0 ? [`ledgers set aside (${replaced.join(", ")})`] : []),
  ];
}

function vaultFiles(root: string): number {
  if (statOf(root)?.isDirectory() !== true) return 0;
  const folders = readdirSync(root).filter((name) => /^[0-9a-f]{2}$/.test(name));
  return folders.reduce((sum, folder) => sum + readdirSync(join(root, folder)).length, 0);
}

/** Null where there is nothing. @throws where it cannot be looked at. */
function statOf(path: string): Stats | null {
  try {
    return statSync(path);
  } catch (error) {
    if (["ENOENT", "ENOTDIR"].includes(codeOf(error))) return null;
    throw error;
  }
}
