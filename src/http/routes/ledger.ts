import type { Deps } from "../deps.ts";
import { ledgerPages, verifySchema } from "../ledger/ledger.ts";
import { requireRole, signedIn } from "../middleware/access.ts";
import type { Routes } from "../route.ts";

/** The ledger: entries, proofs, verification. */
export function ledgerRoutes({ get, post }: Routes, deps: Deps): void {
  const ledger = ledgerPages(deps);
  get("/ledger", signedIn, ledger.list);
  get("/ledger/goto", signedIn, ledger.goto);
  get("/ledger/checkpoint", signedIn, ledger.checkpoint);
  get("/ledger/export.jsonl", requireRole("auditor", "administrator"), ledger.exported);
  post("/ledger/verification", signedIn, verifySchema, ledger.verify);
  get("/ledger/verification", signedIn, ledger.verificationGone);
  get("/ledger/:position", signedIn, ledger.entry);
  get("/ledger/:position/proof", signedIn, ledger.proof);
}
