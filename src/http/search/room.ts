import type { Deps } from "../deps.ts";
import { anyRole } from "../middleware/access.ts";
import type { Room } from "../room.ts";
import type { Routes } from "../routes.ts";
import { searchPage } from "./search.ts";

/** One search over everything that whoever asks may see. */
export const searchRoom = { name: "search", routes } satisfies Room;

function routes({ get }: Routes, deps: Deps): void {
  get("/search", anyRole, searchPage(deps));
}
