import type { Room } from "../room.ts";
import { administrationPages } from "./administration.ts";
import type { Deps } from "../deps.ts";
import { requireRole } from "../middleware/access.ts";
import type { Routes } from "../routes.ts";

/** What was done to accounts and to the house. */
export const administrationRoom = { name: "administration", routes } satisfies Room;

function routes({ get }: Routes, deps: Deps): void {
  const administration = administrationPages(deps);
  const access = requireRole("administrator", "auditor");
  get("/administration", access, administration.show);
  get("/administration.csv", access, administration.csv);
}
