import type { Deps } from "../deps.ts";
import { anyRole, anyone } from "../middleware/access.ts";
import type { Room } from "../room.ts";
import type { Routes } from "../routes.ts";
import { clockSchema, demoClock } from "./clock.ts";
import { sampleFile } from "./sample-file.ts";
import { tourPage } from "./tour.ts";

/** What only a demonstration has: first steps, sample files, a clock that goes forward. */
export const demoRoom = { name: "demo", routes } satisfies Room;

function routes({ get, post }: Routes, deps: Deps): void {
  get("/demo", anyone, tourPage(deps));
  get("/demo/files/:file", anyRole, sampleFile(deps));
  post("/demo/clock", anyRole, clockSchema, demoClock(deps));
}
