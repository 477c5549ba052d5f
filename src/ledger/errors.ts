export type LedgerFault = "disk-full" | "busy" | "io" | "corrupt" | "key" | "format" | "restore";

/** Broken infrastructure, said in a sentence an operator can act on. Refusals of a rule are values, not this. */
export class LedgerError extends Error {
  override readonly name = "LedgerError";
  readonly fault: LedgerFault;

  constructor(fault: LedgerFault, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.fault = fault;
  }
}

/** SQLite's failures as ledger errors; anything else as it came. The transaction has rolled back by then. */
export function explainSqlite(error: unknown, doing: string): Error {
  if (!(error instanceof Error)) return new Error(String(error));
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  if (code === "SQLITE_FULL")
    return new LedgerError("disk-full", `The disk is full: ${doing} failed, nothing was written.`, error);
  if (code.startsWith("SQLITE_BUSY") || code.startsWith("SQLITE_LOCKED")) {
    return new LedgerError(
      "busy",
      `Another process is writing to the ledger: ${doing} gave up waiting, nothing was written.`,
      error,
    );
  }
  if (code.startsWith("SQLITE_IOERR")) return new LedgerError("io", `The disk failed (${code}) while ${doing}.`, error);
  if (code.startsWith("SQLITE_CORRUPT") || code === "SQLITE_NOTADB") {
    return new LedgerError(
      "corrupt",
      `The database is damaged (${code}) while ${doing}; run: touchstone ledger verify`,
      error,
    );
  }
  return error;
}
