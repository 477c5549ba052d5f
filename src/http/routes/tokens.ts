import type { Deps } from "../deps.ts";
import { requireRole } from "../middleware/access.ts";
import { revokeToken } from "../people/tokens.ts";
import { nothingSchema, tokenPages, tokenSchema } from "../tokens/tokens.ts";
import type { Routes } from "../route.ts";

/** Tokens of pipelines: their owners make and revoke them, an administrator revokes anybody's. */
export function tokenRoutes({ get, post }: Routes, deps: Deps): void {
  const attacher = requireRole("planner", "evaluator");
  const tokens = tokenPages(deps);
  get("/technologies/:slug/tokens", attacher, tokens.show);
  post("/technologies/:slug/tokens", attacher, tokenSchema, tokens.make, { again: "asked" });
  post("/technologies/:slug/tokens/:token/revocation", attacher, nothingSchema, tokens.revoke);
  post("/people/:person/tokens/:token/revocation", requireRole("administrator"), nothingSchema, revokeToken(deps));
}
