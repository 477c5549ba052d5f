import type { Deps } from "../deps.ts";
import { asOfPages } from "../gate/as-of.ts";
import { dossierPages } from "../gate/dossier.ts";
import { draftPages, draftSchema } from "../gate/draft.ts";
import { gatePages } from "../gate/gate.ts";
import { lookPages } from "../gate/look.ts";
import { recordPages } from "../gate/record.ts";
import { replayPages } from "../gate/replay.ts";
import { fulfilmentStatement, recusalStatement } from "../gate/statements.ts";
import { castVote, voteSchema } from "../gate/vote.ts";
import { waiverDecisionPages, waiverDecisionSchema } from "../gate/waiver-decision.ts";
import { waiverPages, waiverSchema } from "../gate/waiver.ts";
import { requireRole, anyRole } from "../middleware/access.ts";
import type { Routes } from "../route.ts";
import { acts } from "./acts.ts";

/** Gates, waivers, decisions. */
export function gateRoutes(all: Routes, deps: Deps): void {
  const { get, post } = all;
  const approver = requireRole("approver");
  const asker = requireRole("planner", "evaluator");
  const gate = gatePages(deps);
  get("/technologies/:slug/gates/:gate", anyRole, gate.show, { costs: "sensitivity" });
  get("/technologies/:slug/gates/:gate/as-of", anyRole, asOfPages(deps).show);
  get("/technologies/:slug/looks/:position", anyRole, lookPages(deps).show, { costs: "sensitivity" });
  post("/technologies/:slug/gates/:gate/votes", approver, voteSchema, castVote(deps));
  const dossier = dossierPages(deps);
  get("/technologies/:slug/gates/:gate/dossier", anyRole, dossier.show, { costs: "sensitivity" });
  const draft = draftPages(deps);
  get("/technologies/:slug/gates/:gate/conditions", approver, draft.show);
  post("/technologies/:slug/gates/:gate/conditions", approver, draftSchema, draft.submit);
  const waiver = waiverPages(deps);
  get("/technologies/:slug/gates/:gate/waivers/new", asker, waiver.show);
  post("/technologies/:slug/gates/:gate/waivers", asker, waiverSchema, waiver.submit);
  const waiverDecision = waiverDecisionPages(deps);
  get("/technologies/:slug/waivers/:waiver", approver, waiverDecision.show);
  post("/technologies/:slug/waivers/:waiver", approver, waiverDecisionSchema, waiverDecision.submit);
  acts(all, deps, recusalStatement, fulfilmentStatement);
  const record = recordPages(deps);
  get("/decisions/:position", anyRole, record.show, { costs: "sensitivity" });
  get("/decisions/:position/replay", anyRole, replayPages(deps).show, { costs: "replay" });
}
