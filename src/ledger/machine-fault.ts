import { LedgerError, codeOf } from "./errors.ts";

/** What keeps the machine from writing, as people can be told it: they did nothing wrong, and nothing is lost. */
export type MachineFault = "disk-full" | "io" | "unwritable" | "busy" | "gone" | "corrupt";

const ofSystem: Readonly<Record<string, MachineFault>> = {
  ENOSPC: "disk-full",
  EDQUOT: "disk-full",
  EIO: "io",
  EROFS: "unwritable",
  EACCES: "unwritable",
  EPERM: "unwritable",
  EMFILE: "busy",
  ENFILE: "busy",
};

const ofSqlite: readonly (readonly [string, MachineFault])[] = [
  ["SQLITE_FULL", "disk-full"],
  ["SQLITE_IOERR", "io"],
  ["SQLITE_READONLY", "unwritable"],
  ["SQLITE_CANTOPEN", "unwritable"],
  ["SQLITE_PERM", "unwritable"],
  ["SQLITE_BUSY", "busy"],
  ["SQLITE_LOCKED", "busy"],
  ["SQLITE_CORRUPT", "corrupt"],
  ["SQLITE_NOTADB", "corrupt"],
];

const own: ReadonlySet<string> = new Set<MachineFault>(["disk-full", "io", "unwritable", "busy", "gone", "corrupt"]);

/** Null for anything that is no fault of the machine: a bug, or a refusal of a rule. */
export function machineFaultOf(error: unknown): MachineFault | null {
  if (error instanceof LedgerError) return own.has(error.fault) ? (error.fault as MachineFault) : null;
  const code = codeOf(error);
  return ofSystem[code] ?? ofSqlite.find(([name]) => code.startsWith(name))?.[1] ?? null;
}
