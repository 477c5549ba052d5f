import type { Deps } from "../deps.ts";
import { requireRole, anyRole } from "../middleware/access.ts";
import { draftPages, dropDraftSchema } from "../proposal/drafts.ts";
import { proposePages } from "../proposal/propose.ts";
import { revisionPages } from "../proposal/revision.ts";
import { proposalSchema } from "../proposal/schema.ts";
import { proposalPages } from "../proposal/proposal.ts";
import { withdrawalStatement } from "../proposal/withdrawal.ts";
import type { Routes } from "../route.ts";
import { acts } from "./acts.ts";

/** Proposing, reading, revising and withdrawing a proposal; "new" is no technology's address. */
export function proposalRoutes(all: Routes, deps: Deps): void {
  const { get, post } = all;
  const planner = requireRole("planner");
  const propose = proposePages(deps);
  get("/technologies/new", planner, propose.show);
  post("/technologies", planner, proposalSchema, propose.submit);
  post("/drafts/:draft/deletion", planner, dropDraftSchema, draftPages(deps).drop);
  get("/technologies/:slug/proposal", anyRole, proposalPages(deps).show);
  const revision = revisionPages(deps);
  get("/technologies/:slug/proposal/revision", planner, revision.show);
  post("/technologies/:slug/proposal/revision", planner, proposalSchema, revision.submit);
  acts(all, deps, withdrawalStatement);
}
