import type { Room } from "../room.ts";
import { administrationPages } from "./administration.ts";
import type { Deps } from "../deps.ts";
import { listRoutes } from "../lists/list-routes.ts";
import { requireRole } from "../middleware/access.ts";
import type { Routes } from "../routes.ts";

/** What was done to accounts and to the house. */
export const administrationRoom = { name: "administration", routes } satisfies Room;

function routes(all: Routes, deps: Deps): void {
  const { get } = all;
  const administration = administrationPages(deps);
  const access = requireRole("administrator", "auditor");
  get("/administration", access, administration.show);
  listRoutes(all, "/administration", access, administration.list);
}
