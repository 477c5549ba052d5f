import type { Deps } from "../deps.ts";
import { anyRole } from "../middleware/access.ts";
import type { Room } from "../room.ts";
import type { Routes } from "../routes.ts";
import { clockSchema, demoClock } from "./clock.ts";

/** The demonstration's clock; elsewhere it does not exist. */
export const demoRoom = { name: "demo", routes } satisfies Room;

function routes({ post }: Routes, deps: Deps): void {
  post("/demo/clock", anyRole, clockSchema, demoClock(deps));
}
