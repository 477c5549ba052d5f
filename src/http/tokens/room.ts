import type { Room } from "../room.ts";
import type { Deps } from "../deps.ts";
import { foundBy } from "../choices/choices.ts";
import { technologyChoices } from "../choices/technologies.ts";
import { requireRole } from "../middleware/access.ts";
import { roles } from "../../domain/people/roles.ts";
import { ownTokenPages, ownTokenSchema, technologiesPath } from "./own.ts";
import { tokenSchema } from "./fields.ts";
import { nothingSchema, tokenPages } from "./tokens.ts";
import type { Routes } from "../routes.ts";

/** Tokens of programs: their owners make and revoke them. */
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
  const anybody = requireRole(...roles);
  const own = ownTokenPages(deps);
  get("/account/tokens", anybody, own.show);
  get(
    technologiesPath,
    anybody,
    foundBy(deps, ({ services }) => choicesOf(services)),
  );
  post("/account/tokens", anybody, ownTokenSchema, own.make, { again: "asked", on: "/account/tokens" });
  post("/account/tokens/:token/revocation", anybody, nothingSchema, own.revoke);
}

const choicesOf = ({ views }: Deps["services"]) => technologyChoices(views.portfolio, { address: technologiesPath });
