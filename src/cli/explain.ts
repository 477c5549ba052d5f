import { ConfigError } from "../config.ts";
import { explainSqlite } from "../ledger/errors.ts";

/** Errors that carry their sentence already; by name, so that a command that never loads the ledger need not. */
const selfExplained: ReadonlySet<string> = new Set([
  "LedgerError",
  "UnknownEvent",
  "DemoFolderError",
  "DemoUsage",
  "Usage",
]);

/** Wrong use that no parser sees: the sentence to print before the usage. */
export class Usage extends Error {
  override readonly name = "Usage";
}

/** Expected trouble is said in its sentence; a bug keeps its stack. */
export function explain(error: unknown, usage: string): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof Usage) return `${error.message}\nusage: touchstone ${usage}`;
  if (error instanceof ConfigError || selfExplained.has(error.name)) return error.message;
  const code = "code" in error ? String(error.code) : "";
  if (code.startsWith("ERR_PARSE_ARGS")) return `${error.message}\nusage: touchstone ${usage}`;
  if (code.startsWith("SQLITE_")) return explainSqlite(error, "working on the data folder").message;
  return ofListening(error, code) ?? ofFile(error, code) ?? error.stack ?? error.message;
}

function ofListening(error: Error, code: string): string | null {
  if (code === "EADDRINUSE")
    return "Something else listens on this HOST and PORT: stop it, or set PORT to another number.";
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND" || code === "EAI_AGAIN")
    return "HOST is no address of this machine: set it to one that is, such as 127.0.0.1 or 0.0.0.0.";
  const listens = "syscall" in error && error.syscall === "listen";
  return code === "EACCES" && listens
    ? "This PORT is kept for the system: set PORT to 1024 or more, or let a proxy listen there."
    : null;
}

const ofFiles: Readonly<Record<string, (path: string) => string>> = {
  ENOENT: (path) => `There is no ${path}.`,
  ENOTDIR: (path) => `${path} is not a folder, or a part of it is a file.`,
  EISDIR: (path) => `${path} is a folder, not a file.`,
  EEXIST: (path) => `${path} exists already.`,
  EACCES: (path) => `Not allowed to read or write ${path}: look at its owner and permissions.`,
  EPERM: (path) => `The system does not allow this with ${path}.`,
  EROFS: (path) => `${path} is on a disk that cannot be written.`,
  ENOSPC: (path) => `The disk of ${path} is full.`,
  EDQUOT: (path) => `The disk of ${path} is full: the quota is used up.`,
  EIO: (path) => `The disk failed at ${path}.`,
  ENAMETOOLONG: (path) => `The name ${path.slice(0, 40)}… is too long.`,
  ELOOP: (path) => `${path} is a link that leads nowhere.`,
  EMFILE: () => "Too many files are open on this machine.",
  ENFILE: () => "Too many files are open on this machine.",
};

function ofFile(error: Error, code: string): string | null {
  const path = "path" in error && typeof error.path === "string" ? error.path : "What was named";
  return ofFiles[code]?.(path) ?? null;
}
