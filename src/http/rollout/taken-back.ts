import type { Rollout } from "../../domain/technology/state/rollout.ts";
import type { Technology } from "../../domain/technology/state/technology.ts";
import type { Instant } from "../../domain/words/text.ts";

/** Waves of a rollout that is over: what they had reached is taken back, and none of the others opens. */
export const isTakenBack = ({ waves }: Rollout): boolean => waves.some(({ state }) => state === "rolled-back");

/** When it last went from service back to evaluation. */
export function rolledBackOn({ passages }: Technology): Instant | null {
  const at = passages.findLastIndex(
    ({ stage }, i) => stage === "evaluating" && passages[i - 1]?.stage === "rolling-out",
  );
  return passages[at]?.at ?? null;
}
