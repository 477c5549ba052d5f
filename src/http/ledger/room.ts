import { technologyChoices } from "../choices/technologies.ts";
import type { Room } from "../room.ts";
import { foundBy } from "../choices/choices.ts";
import type { Deps } from "../deps.ts";
import { listRoutes } from "../lists/list-routes.ts";
import { requireRole, anyRole } from "../middleware/access.ts";
import { keyName } from "../../ledger/checkpoint.ts";
import type { Routes } from "../routes.ts";
import { ledgerDownloads } from "./downloads.ts";
import { entryPage } from "./entry.ts";
import { goToEntry } from "./goto.ts";
import { ledgerFile } from "./ledger-file.ts";
import { listEntries } from "./list.ts";
import { verificationPages, verifySchema } from "./verification.ts";

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
    KeyRotated: {
      tell: (_, { from, to }) => ({ values: { before: keyName(String(from)), after: keyName(String(to)) } }),
    },
  },
} satisfies Room;

function routes(all: Routes, deps: Deps): void {
  const { get, post } = all;
  const downloads = ledgerDownloads(deps);
  const verification = verificationPages(deps);
  get("/ledger", anyRole, listEntries(deps));
  listRoutes(all, "/ledger", anyRole, (req, res) => ledgerFile(deps, req, res), "export");
  get("/ledger/technologies", anyRole, foundBy(deps, technologies));
  get("/ledger/goto", anyRole, goToEntry(deps));
  get("/ledger/checkpoint", anyRole, downloads.checkpoint);
  get("/ledger/export.jsonl", requireRole("auditor", "administrator"), downloads.entries, { costs: "export" });
  post("/ledger/verification", anyRole, verifySchema, verification.verify, { costs: "verification" });
  get("/ledger/verification", anyRole, verification.gone);
  get("/ledger/:position", anyRole, entryPage(deps));
  get("/ledger/:position/proof", anyRole, downloads.proof);
}

const technologies = ({ services }: Deps) =>
  technologyChoices(services.views.portfolio, { address: "/ledger/technologies" });
