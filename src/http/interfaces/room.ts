import { foundBy } from "../choices/choices.ts";
import { departmentChoices } from "../choices/departments.ts";
import type { Deps } from "../deps.ts";
import { listRoutes } from "../lists/list-routes.ts";
import { anyRole } from "../middleware/access.ts";
import type { Room } from "../room.ts";
import type { Routes } from "../routes.ts";
import { departmentSearch, interfacesPages } from "./interfaces.ts";

/** Who shares with whom through which standard. */
export const interfacesRoom = { name: "interfaces", routes } satisfies Room;

function routes(all: Routes, deps: Deps): void {
  const { get } = all;
  const pages = interfacesPages(deps);
  const { departments } = deps.services.views;
  get("/interfaces", anyRole, pages.show);
  listRoutes(all, "/interfaces", anyRole, pages.list);
  get(
    departmentSearch,
    anyRole,
    foundBy(deps, (_deps, language) => departmentChoices(departments.all(), language, departmentSearch)),
  );
}
