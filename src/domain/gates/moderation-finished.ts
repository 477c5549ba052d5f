import { inModeration } from "../technology/state/moderation.ts";
import type { Condition } from "./dossier.ts";
import { findings } from "./finding.ts";

const { met, unmet, unknown } = findings("moderation-finished", "evaluator");

export const moderationFinished: Condition = ({ technology: { evaluation } }) => {
  const revealed = evaluation?.revealed ?? null;
  if (evaluation === null || revealed === null) return unknown("itself", "blind", {}, evaluation?.dueOn ?? null);
  const items = inModeration(evaluation);
  const names = items.map((id) => ({ kind: "item", id, of: evaluation.round }) as const);
  if (items.length > 0) return unmet(names, "unmet", { items });
  return revealed.moderate.length === 0 ? met("none") : met("met", { count: revealed.moderate.length });
};
