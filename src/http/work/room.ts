import type { Deps } from "../deps.ts";
import { listRoutes } from "../lists/list-routes.ts";
import { anyRoleOrMember, signedIn } from "../middleware/access.ts";
import type { Room } from "../room.ts";
import type { Routes } from "../routes.ts";
import { personOf } from "../visitor.ts";
import type { Person } from "../visitor.ts";
import { workFile } from "./work-file.ts";
import { workPages } from "./work.ts";

/** A person's work; where they begin. */
export const workRoom = { name: "work", routes } satisfies Room;

function routes(all: Routes, deps: Deps): void {
  const { get } = all;
  get("/", signedIn, (_req, res) => res.redirect(303, beginsAt(personOf(res))));
  get("/work", anyRoleOrMember, workPages(deps).show);
  listRoutes(all, "/work", anyRoleOrMember, workFile(deps));
}

/** Who holds no role and is on no committee has nothing but the account. */
const beginsAt = ({ roles, seat }: Person): string => (roles.length === 0 && !seat ? "/account" : "/work");
