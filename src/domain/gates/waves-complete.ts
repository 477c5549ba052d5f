import type { Condition } from "./dossier.ts";
import { findings } from "./finding.ts";

const { met, unmet, unknown } = findings("waves-complete", "planner");

export const wavesComplete: Condition = ({ technology: { rollout } }) => {
  if (rollout === null || rollout.waves.length === 0) return unknown("itself");
  const waves = rollout.waves.filter(({ state }) => state !== "complete").map(({ number }) => number);
  const names = waves.map((number) => ({ kind: "wave", id: String(number) }) as const);
  return waves.length === 0 ? met("met", { count: rollout.waves.length }) : unmet(names, "unmet", { waves });
};
