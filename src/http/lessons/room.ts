import type { Deps } from "../deps.ts";
import { listRoutes } from "../lists/list-routes.ts";
import { anyRole } from "../middleware/access.ts";
import type { Room } from "../room.ts";
import type { Routes } from "../routes.ts";
import { lessonPages } from "./lessons.ts";

/** What was learned wherever something ended. */
export const lessonsRoom = { name: "lessons", routes } satisfies Room;

function routes(all: Routes, deps: Deps): void {
  const pages = lessonPages(deps);
  all.get("/lessons", anyRole, pages.show);
  listRoutes(all, "/lessons", anyRole, pages.list);
}
