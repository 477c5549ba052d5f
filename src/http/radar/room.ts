import type { Deps } from "../deps.ts";
import { listRoutes } from "../lists/list-routes.ts";
import { anyRole } from "../middleware/access.ts";
import type { Room } from "../room.ts";
import type { Routes } from "../routes.ts";
import { radarPages } from "./radar.ts";

/** The portfolio as a radar. */
export const radarRoom = { name: "radar", routes } satisfies Room;

function routes(all: Routes, deps: Deps): void {
  const pages = radarPages(deps);
  all.get("/radar", anyRole, pages.show);
  all.get("/radar/as/:format", anyRole, pages.as, { costs: "list" });
  listRoutes(all, "/radar", anyRole, pages.list);
}
