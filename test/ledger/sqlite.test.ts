import { openLedger } from "../../src/ledger/sqlite.ts";
import { ledgerContract } from "./contract.ts";
import { temporaryFolder } from "./folder.ts";

ledgerContract("SQLite", async () => {
  const dataDir = temporaryFolder();
  let ledger = openLedger({ dataDir });
  return {
    ledger,
    reopen: async () => {
      ledger.close();
      ledger = openLedger({ dataDir });
      return ledger;
    },
    dispose: async () => {
      ledger.close();
    },
  };
});
