import type { Deps } from "../deps.ts";
import { anyRole } from "../middleware/access.ts";
import type { Room } from "../room.ts";
import type { Routes } from "../routes.ts";
import { lessonPages } from "./lessons.ts";

/** What was learned wherever something ended. */
export const lessonsRoom = { name: "lessons", routes } satisfies Room;

function routes({ get }: Routes, deps: Deps): void {
  const pages = lessonPages(deps);
  get("/lessons", anyRole, pages.show);
  get("/lessons.csv", anyRole, pages.csv);
}
