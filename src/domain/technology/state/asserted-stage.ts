import type { AssertedStage } from "./imports.ts";
import { isEnd, stages } from "./stage.ts";
import type { Stage } from "./stage.ts";
import type { Technology } from "./technology.ts";

/** The stage that is asserted and that no decision here has supported yet; none of what has ended. */
export function assertedStage({
  imported,
  stage,
  passages,
}: Pick<Technology, "imported" | "stage" | "passages">): AssertedStage | null {
  const asserted = imported?.stage ?? null;
  if (asserted === null || isEnd(stage)) return null;
  return passages.some((passage) => isAsFar(passage.stage, asserted)) ? null : asserted;
}

const isAsFar = (stage: Stage, asserted: AssertedStage): boolean =>
  !["withdrawn", "rejected", "stopped"].includes(stage) && stages.indexOf(stage) >= stages.indexOf(asserted);
