import type { Condition } from "./dossier.ts";
import { findings } from "./finding.ts";

const { met, unmet, unknown } = findings("rollout-planned", "planner");

/** After a rollback the old waves are history: the next rollout is planned anew. */
export const rolloutPlanned: Condition = ({ technology: { rollout, passages } }) => {
  if (rollout === null || rollout.waves.length === 0) return unknown("itself");
  const of = passages.filter(({ stage }) => stage === "rolling-out").length;
  if (rollout.waves.some(({ state }) => state === "rolled-back"))
    return unmet([{ kind: "rollback", id: "waves", of }], "rolled-back");
  return met("met", { waves: rollout.waves.length, guards: rollout.guards.length });
};
