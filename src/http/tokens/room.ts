import type { Room } from "../room.ts";
import type { Deps } from "../deps.ts";
import { requireRole } from "../middleware/access.ts";
import { nothingSchema, tokenPages, tokenSchema } from "./tokens.ts";
import type { Routes } from "../routes.ts";

/** Tokens of pipelines: their owners make and revoke them. */
export const tokensRoom = { name: "tokens", routes } satisfies Room;

function routes({ get, post }: Routes, deps: Deps): void {
  const attacher = requireRole("planner", "evaluator");
  const tokens = tokenPages(deps);
  get("/technologies/:slug/tokens", attacher, tokens.show);
  post("/technologies/:slug/tokens", attacher, tokenSchema, tokens.make, {
    again: "asked",
    on: "/technologies/:slug/tokens",
  });
  post("/technologies/:slug/tokens/:token/revocation", attacher, nothingSchema, tokens.revoke);
}
