import type { Room } from "../room.ts";
import type { Deps } from "../deps.ts";
import { ledgerPages, verifySchema } from "./ledger.ts";
import { requireRole, anyRole } from "../middleware/access.ts";
import type { Routes } from "../route.ts";

/** The ledger: entries, proofs, verification. */
export const ledgerRoom = {
  name: "ledger",
  routes,
  kind: "house",
  events: {
    LossDeclared: {
      tell: (_, { keptPosition, lostPosition }) => ({
        values: { from: Number(keptPosition) + 1, position: Number(lostPosition) },
      }),
    },
  },
} satisfies Room;

function routes({ get, post }: Routes, deps: Deps): void {
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
