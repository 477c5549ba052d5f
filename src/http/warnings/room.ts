import type { Deps } from "../deps.ts";
import { anyRole } from "../middleware/access.ts";
import type { Room } from "../room.ts";
import type { Routes } from "../routes.ts";
import { warningPages } from "./warnings.ts";

/** Early warning: what goes wrong unless somebody acts, in all technologies. */
export const warningsRoom = { name: "warnings", routes } satisfies Room;

function routes({ get }: Routes, deps: Deps): void {
  const pages = warningPages(deps);
  get("/warnings", anyRole, pages.show);
  get("/warnings.csv", anyRole, pages.csv);
}
