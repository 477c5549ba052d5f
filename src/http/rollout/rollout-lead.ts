import type { Content } from "../view/html.ts";
import { isTakenBack, rolledBackOn } from "./taken-back.ts";
import type { RolloutParts } from "./rollout-parts.ts";

/** How far it reaches, and the news. */
export function rolloutLead({ technology, language }: RolloutParts): Content {
  const { t, format } = language;
  const { rollout } = technology;
  if (rollout === null || rollout.waves.length === 0) return t("rollout:lead.none");
  const total = rollout.waves.reduce((sum, { reach }) => sum + reach, 0);
  const reached = rollout.waves
    .filter(({ state }) => state === "open" || state === "complete")
    .reduce((sum, { reach }) => sum + reach, 0);
  const figures = { reached, total };
  if (isTakenBack(rollout)) {
    const back = rollout.waves.filter(({ state }) => state === "rolled-back");
    const day = rolledBackOn(technology);
    return t.html("rollout:lead.rolledBack", {
      reached: back.reduce((sum, { reach }) => sum + reach, 0),
      total,
      day: day === null ? "" : format.date(day),
    });
  }
  if (rollout.hold !== null) return t.html("rollout:lead.held", { ...figures, day: format.date(rollout.hold.since) });
  const open = rollout.waves.find(({ state }) => state === "open");
  if (open !== undefined) return t.html("rollout:lead.open", { ...figures, wave: open.number });
  return rollout.waves.every(({ state }) => state === "complete")
    ? t.html("rollout:lead.complete", figures)
    : t.html("rollout:lead.waiting", figures);
}
