import { sendTemplate, showFormats } from "../help/evidence-formats.ts";
import { showHelp } from "../help/help.ts";
import { anyone } from "../middleware/access.ts";
import type { Routes } from "../route.ts";

/** Help, for anyone: signed in or not. */
export function helpRoutes({ get }: Routes): void {
  get("/help", anyone, showHelp);
  get("/help/evidence-formats", anyone, showFormats);
  get("/help/evidence-formats/:file", anyone, sendTemplate);
}
