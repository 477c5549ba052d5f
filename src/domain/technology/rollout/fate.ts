import type { Fate } from "../manifest/countable.ts";
import type { Technology } from "../state/technology.ts";

/** What has become of an approval of the rollout, by its position, up to where the rollout ended. */
export function fateOf({ passages, holds, rollout }: Technology, approval: number): Fate {
  const end = passages.find(({ position, stage }) => position > approval && stage !== "rolling-out");
  if (end?.stage === "evaluating" || end?.stage === "rejected") return "taken-back";
  const until = end?.position ?? Infinity;
  const breached = holds.some(({ kind, position }) => kind === "guard" && position > approval && position < until);
  if (breached) return "breached";
  if (end?.stage === "adopted") return "adopted";
  return (rollout?.hold ?? null) === null ? "open" : "held";
}
