import type { Room } from "../room.ts";
import { sendTemplate, showFormats } from "./evidence-formats.ts";
import { showConditions } from "./conditions.ts";
import { showHelp } from "./help.ts";
import { showJob } from "./job.ts";
import { showStates } from "./states.ts";
import { anyone } from "../middleware/access.ts";
import type { Routes } from "../routes.ts";

/** Help, for anyone: signed in or not. */
export const helpRoom = { name: "help", routes } satisfies Room;

function routes({ get }: Routes): void {
  get("/help", anyone, showHelp);
  get("/help/conditions", anyone, showConditions);
  get("/help/states", anyone, showStates);
  get("/help/roles/:role", anyone, showJob);
  get("/help/evidence-formats", anyone, showFormats);
  get("/help/evidence-formats/:file", anyone, sendTemplate);
}
