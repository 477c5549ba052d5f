import type { Deps } from "../deps.ts";
import { anyRole } from "../middleware/access.ts";
import type { Room } from "../room.ts";
import type { Routes } from "../routes.ts";
import { otherWeightsPages } from "./other-weights.ts";
import { portfolioPages } from "./portfolio.ts";

/** All technologies, and what other weights would make of them. */
export const portfolioRoom = { name: "portfolio", routes } satisfies Room;

function routes({ get }: Routes, deps: Deps): void {
  get("/technologies", anyRole, portfolioPages(deps).show);
  get("/technologies/compare/weights", anyRole, otherWeightsPages(deps).show, { costs: "weights" });
}
