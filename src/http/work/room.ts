import type { Deps } from "../deps.ts";
import { anyRole, signedIn } from "../middleware/access.ts";
import type { Room } from "../room.ts";
import type { Routes } from "../routes.ts";
import { personOf } from "../visitor.ts";
import { workPages } from "./work.ts";

/** A person's work; where they begin. */
export const workRoom = { name: "work", routes } satisfies Room;

function routes({ get }: Routes, deps: Deps): void {
  get("/", signedIn, (_req, res) => res.redirect(303, personOf(res).roles.length === 0 ? "/account" : "/work"));
  get("/work", anyRole, workPages(deps).show);
}
