import { administrationPages } from "../administration/administration.ts";
import type { Deps } from "../deps.ts";
import { requireRole } from "../middleware/access.ts";
import type { Routes } from "../route.ts";

/** What was done to accounts and to the house. */
export function administrationRoutes({ get }: Routes, deps: Deps): void {
  const administration = administrationPages(deps);
  const access = requireRole("administrator", "auditor");
  get("/administration", access, administration.show);
  get("/administration.csv", access, administration.csv);
}
