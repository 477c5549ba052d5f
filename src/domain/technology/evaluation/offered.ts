import type { Offered } from "../manifest/act.ts";
import { restated } from "../state/moderation.ts";
import type { Technology } from "../state/technology.ts";

export const isRevealed = ({ evaluation }: Technology): boolean => (evaluation?.revealed ?? null) !== null;

/** Items in moderation that the actor scored and has not restated yet. */
export const hasToRestate: Offered = (t, f) => {
  const revealed = t.evaluation?.revealed ?? null;
  if (revealed === null || !revealed.sheets.some(({ evaluator }) => evaluator === f.actor.id)) return false;
  return revealed.moderate.some((item) => restated(revealed, item, f.actor.id) === undefined);
};
