import type { Stage } from "./stage.ts";
import type { Technology } from "./technology.ts";

/** The stage that a technology stood in before an entry; null: now. */
export const stageBefore = ({ passages, stage }: Technology, position: number | null): Stage =>
  position === null ? stage : (passages.findLast((passage) => passage.position < position)?.stage ?? "proposed");
