import type { Technology } from "./technology.ts";
import type { Stage } from "./stage.ts";
import type { Envelope } from "./envelope.ts";

/** Into a stage, and on record when. */
export const enter = (t: Technology, stage: Stage, at: Envelope): Technology => ({
  ...t,
  stage,
  passages: [...t.passages, { stage, at: at.time, position: at.position }],
});
