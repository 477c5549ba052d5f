import { openLedger } from "../../ledger/sqlite.ts";
import { Vault } from "../../ledger/vault.ts";
import { replayDecision } from "../replay.ts";
import type { Answers, Jobs } from "./jobs.ts";

/** By a connection of its own, as for whoever asks on the command line beside a running server. */
export async function decisionAgain({ dataDir, position }: Jobs["decision"]): Promise<Answers["decision"]> {
  const ledger = openLedger({ dataDir });
  try {
    return await replayDecision({ ledger, vault: new Vault(dataDir) }, String(position));
  } finally {
    ledger.close();
  }
}
