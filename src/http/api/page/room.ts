import type { Deps } from "../../deps.ts";
import { anyone } from "../../middleware/access.ts";
import type { Room } from "../../room.ts";
import type { Routes } from "../../routes.ts";
import { apiPage } from "./page.ts";

/** What programs can do, for the people who write them: signed in or not, as the document that it is made from. */
export const programsRoom = { name: "programs", routes } satisfies Room;

function routes({ get }: Routes, deps: Deps): void {
  get("/api", anyone, apiPage(deps));
}
