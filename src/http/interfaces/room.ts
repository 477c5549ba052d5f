import { foundBy } from "../choices/choices.ts";
import { departmentChoices } from "../choices/departments.ts";
import type { Deps } from "../deps.ts";
import { anyRole } from "../middleware/access.ts";
import type { Room } from "../room.ts";
import type { Routes } from "../routes.ts";
import { departmentSearch, interfacesPages } from "./interfaces.ts";

/** Who shares with whom through which standard. */
export const interfacesRoom = { name: "interfaces", routes } satisfies Room;

function routes({ get }: Routes, deps: Deps): void {
  const pages = interfacesPages(deps);
  const { departments } = deps.services.views;
  get("/interfaces", anyRole, pages.show);
  get("/interfaces.csv", anyRole, pages.csv, { costs: "export" });
  get(
    departmentSearch,
    anyRole,
    foundBy(deps, (_deps, language) => departmentChoices(departments.all(), language, departmentSearch)),
  );
}
