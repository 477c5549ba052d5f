import type { Deps } from "../deps.ts";
import { anyRole } from "../middleware/access.ts";
import type { Room } from "../room.ts";
import type { Routes } from "../routes.ts";
import { statementRoutes } from "../statement-routes.ts";
import { listRoutes } from "../lists/list-routes.ts";
import { historyFile } from "./history-file.ts";
import { historyPages } from "./history.ts";
import { lessonsStatement } from "./lessons.ts";
import { technologyPages } from "./technology.ts";

/** One technology, what happened to it, and what was learned. */
export const technologyRoom = {
  name: "technology",
  page: "history",
  routes,
  kind: "corrections",
  events: {
    LessonsRecorded: {},
  },
  acts: {
    RecordLessons: { at: "lessons", from: ["technology"] },
  },
} satisfies Room;

function routes(all: Routes, deps: Deps): void {
  const { get } = all;
  get("/technologies/:slug", anyRole, technologyPages(deps).show);
  get("/technologies/:slug/history", anyRole, historyPages(deps).show);
  listRoutes(all, "/technologies/:slug/history", anyRole, (req, res) => historyFile(deps, req, res));
  statementRoutes(all, deps, lessonsStatement);
}
