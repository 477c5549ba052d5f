import type { Deps } from "../deps.ts";
import type { Room } from "../room.ts";
import { sendTemplate, showFormats } from "./evidence-formats.ts";
import { showConditions } from "./conditions.ts";
import { showHelp } from "./help.ts";
import { showJob } from "./job.ts";
import { keyPages, keysSchema } from "./keys.ts";
import { showStates } from "./states.ts";
import { anyone } from "../middleware/access.ts";
import type { Routes } from "../routes.ts";

/** Help, for anyone: signed in or not. */
export const helpRoom = { name: "help", routes } satisfies Room;

function routes({ get, post }: Routes, deps: Deps): void {
  const keys = keyPages(deps);
  get("/help/keys", anyone, keys.show);
  post("/help/keys", anyone, keysSchema, keys.choose);
  get("/help", anyone, showHelp);
  get("/help/conditions", anyone, showConditions);
  get("/help/states", anyone, showStates);
  get("/help/roles/:role", anyone, showJob);
  get("/help/evidence-formats", anyone, showFormats);
  get("/help/evidence-formats/:file", anyone, sendTemplate);
}
