import type { Technology } from "./technology.ts";
import type { Stage } from "./stage.ts";
import type { TechnologyEnvelope } from "./envelope.ts";

/** Into a stage, and on record when. */
export const enter = (t: Technology, stage: Stage, at: TechnologyEnvelope): Technology => ({
  ...t,
  stage,
  // Whatever was asked again has been answered, or asks no longer.
  reopened: null,
  passages: [...t.passages, { stage, at: at.time, position: at.position }],
});
