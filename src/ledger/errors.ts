export type LedgerFault =
  | "disk-full"
  | "busy"
  | "io"
  | "unwritable"
  | "corrupt"
  | "key"
  | "format"
  | "restore"
  /** A server works on this folder. */
  | "in-use"
  /** The database was taken away or exchanged beneath a running server. */
  | "gone";

/** Broken infrastructure, said in a sentence an operator can act on. Refusals of a rule are values, not this. */
export class LedgerError extends Error {
  override readonly name = "LedgerError";
  readonly fault: LedgerFault;

  constructor(fault: LedgerFault, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.fault = fault;
  }
}

/** What SQLite or the operating system calls it; "" where an error has no code. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";

const restoring = "Put a backup in place with: touchstone restore DIR";

/** SQLite's failures as ledger errors; anything else as it came. The transaction has rolled back by then. */
export function explainSqlite(error: unknown, doing: string): Error {
  if (!(error instanceof Error)) return new Error(String(error));
  const code = codeOf(error);
  const explained = (fault: LedgerFault, message: string): LedgerError => new LedgerError(fault, message, error);
  if (code === "SQLITE_FULL") return explained("disk-full", `The disk is full: ${doing} failed, nothing was written.`);
  if (code.startsWith("SQLITE_BUSY") || code.startsWith("SQLITE_LOCKED"))
    return explained(
      "busy",
      `Another process is writing to the ledger: ${doing} gave up waiting, nothing was written.`,
    );
  if (code.startsWith("SQLITE_IOERR")) return explained("io", `The disk failed (${code}) while ${doing}.`);
  if (code.startsWith("SQLITE_READONLY") || code.startsWith("SQLITE_CANTOPEN") || code === "SQLITE_PERM")
    return explained(
      "unwritable",
      `A file cannot be opened or written (${code}) while ${doing}: look at the owner and the permissions of the data ` +
        `folder and its files, and whether its disk can be written.`,
    );
  if (code === "SQLITE_NOTADB")
    return explained("corrupt", `ledger.sqlite is damaged: it is no longer a database (${doing}). ${restoring}`);
  if (code.startsWith("SQLITE_CORRUPT"))
    return explained(
      "corrupt",
      `ledger.sqlite is damaged or cut off (${code}) while ${doing}. What can still be read is said by: touchstone ` +
        `ledger verify. ${restoring}`,
    );
  return error;
}

/** Runs what uses the database; its errors become sentences for the operator. @throws {LedgerError} */
export function attempt<T>(doing: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw explainSqlite(error, doing);
  }
}
