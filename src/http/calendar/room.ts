import { z } from "zod";
import type { Deps } from "../deps.ts";
import { anyRoleOrMember } from "../middleware/access.ts";
import type { Room } from "../room.ts";
import type { Routes } from "../routes.ts";
import { calendarPages, feedSchema } from "./pages.ts";

/** Days in one's own calendar program. */
export const calendarRoom = { name: "calendar", routes } satisfies Room;

function routes({ get, post }: Routes, deps: Deps): void {
  const pages = calendarPages(deps);
  get("/account/calendar", anyRoleOrMember, pages.show);
  post("/account/calendar", anyRoleOrMember, feedSchema, pages.make, { again: "asked" });
  post("/account/calendar/:feed/revocation", anyRoleOrMember, z.object({}), pages.revoke);
}
