import { randomUUID } from "node:crypto";
import type { Submission } from "./outcome.ts";

/** What nobody asked for: the sweep, the reveal. */
export const systemSubmission = (): Submission => ({
  actor: { id: "system", roles: [] },
  role: "system",
  commandId: randomUUID(),
});
