import type { Room } from "../room.ts";
import { administrationPages } from "./administration.ts";
import { doorPages, doorSchema } from "./doors.ts";
import type { Deps } from "../deps.ts";
import { listRoutes } from "../lists/list-routes.ts";
import { requireRole } from "../middleware/access.ts";
import type { Routes } from "../routes.ts";
import type { Language } from "../view/languages.ts";
import type { Payload, Telling } from "../say/telling.ts";

/** What was done to accounts and to the house, and what of the house people without an account may reach. */
export const administrationRoom = {
  name: "administration",
  routes,
  kind: "house",
  events: { DoorOpened: { tell: doorWord }, DoorShut: { tell: doorWord } },
} satisfies Room;

function routes(all: Routes, deps: Deps): void {
  const { get, post } = all;
  const administration = administrationPages(deps);
  const access = requireRole("administrator", "auditor");
  get("/administration", access, administration.show);
  listRoutes(all, "/administration", access, administration.list);
  const doors = doorPages(deps);
  const administrator = requireRole("administrator");
  get("/administration/outside", access, doors.show);
  // What shows the house to everybody: the password is asked for once more.
  post("/administration/outside/:door/opening", administrator, doorSchema, doors.open, { again: "asked" });
  post("/administration/outside/:door/shutting", administrator, doorSchema, doors.shut);
}

function doorWord({ t }: Language, { door }: Payload): Telling {
  return { values: { door: t(`administration:outside.door.${String(door)}.said`) } };
}
