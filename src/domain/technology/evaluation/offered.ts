import type { Offered } from "../manifest/act.ts";
import { toState } from "../state/moderation.ts";
import type { Technology } from "../state/technology.ts";

export const isRevealed = ({ evaluation }: Technology): boolean => (evaluation?.revealed ?? null) !== null;

/** Something that the actor scored is in moderation and not restated yet, or was left "not judged". */
export const hasToRestate: Offered = (t, f) => {
  const revealed = t.evaluation?.revealed ?? null;
  return revealed !== null && toState(revealed, f.actor.id).length > 0;
};
