import type { Database } from "better-sqlite3";

/**
 * Writes without waiting for the disk: where the power goes a moment later it may never have been written, but nothing
 * that came before it is lost, and the next entry of the ledger takes it to the disk. For what may be forgotten and is
 * then asked for again (a sign-in, what a page says once), never for what ends or takes away something.
 *
 * Nothing runs in between: whoever appends finds the disk waited for as always.
 *
 * @param client the ledger's handle, outside a transaction.
 */
export function unwaited(client: Database, write: () => void): void {
  client.exec("PRAGMA synchronous = NORMAL");
  try {
    write();
  } finally {
    client.exec("PRAGMA synchronous = FULL");
  }
}
