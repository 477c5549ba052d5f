import type { Room } from "../room.ts";
import { sendTemplate, showFormats } from "./evidence-formats.ts";
import { showHelp } from "./help.ts";
import { anyone } from "../middleware/access.ts";
import type { Routes } from "../routes.ts";

/** Help, for anyone: signed in or not. */
export const helpRoom = { name: "help", routes } satisfies Room;

function routes({ get }: Routes): void {
  get("/help", anyone, showHelp);
  get("/help/evidence-formats", anyone, showFormats);
  get("/help/evidence-formats/:file", anyone, sendTemplate);
}
