import type { Deps } from "../deps.ts";
import { listRoutes } from "../lists/list-routes.ts";
import { anyRole } from "../middleware/access.ts";
import type { Room } from "../room.ts";
import type { Routes } from "../routes.ts";
import { warningPages } from "./warnings.ts";

/** Early warning: what goes wrong unless somebody acts, in all technologies. */
export const warningsRoom = { name: "warnings", routes } satisfies Room;

function routes(all: Routes, deps: Deps): void {
  const pages = warningPages(deps);
  all.get("/warnings", anyRole, pages.show);
  listRoutes(all, "/warnings", anyRole, pages.list);
}
