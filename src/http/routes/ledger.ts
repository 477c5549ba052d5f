import type { Deps } from "../deps.ts";
import { ledgerPages, verifySchema } from "../ledger/ledger.ts";
import { requireRole, anyRole } from "../middleware/access.ts";
import type { Routes } from "../route.ts";

/** The ledger: entries, proofs, verification. */
export function ledgerRoutes({ get, post }: Routes, deps: Deps): void {
  const ledger = ledgerPages(deps);
  get("/ledger", anyRole, ledger.list);
  get("/ledger/goto", anyRole, ledger.goto);
  get("/ledger/checkpoint", anyRole, ledger.checkpoint);
  get("/ledger/export.jsonl", requireRole("auditor", "administrator"), ledger.exported, { costs: "export" });
  post("/ledger/verification", anyRole, verifySchema, ledger.verify, { costs: "verification" });
  get("/ledger/verification", anyRole, ledger.verificationGone);
  get("/ledger/:position", anyRole, ledger.entry);
  get("/ledger/:position/proof", anyRole, ledger.proof);
}
