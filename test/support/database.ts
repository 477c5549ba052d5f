import type { Database } from "better-sqlite3";
import type { Ledger } from "../../src/ledger/port.ts";
import { SqliteLedger } from "../../src/ledger/sqlite.ts";

/** The engine behind the port, for tests that look beneath it or break something there. */
export function engineOf({ ledger }: { readonly ledger: Ledger }): SqliteLedger {
  if (!(ledger instanceof SqliteLedger)) throw new Error("Not the SQLite ledger");
  return ledger;
}

export const databaseOf = (services: { readonly ledger: Ledger }): Database => engineOf(services).database;
