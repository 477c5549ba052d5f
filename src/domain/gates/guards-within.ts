import { guardStates } from "../technology/guards-of-wave.ts";
import type { Condition } from "./dossier.ts";
import { findings } from "./finding.ts";

const { met, unmet, unknown } = findings("guards-within", "planner");

/** The last wave reached everybody: its guards speak for the whole rollout. */
export const guardsWithin: Condition = ({ technology: { rollout } }) => {
  const last = rollout?.waves.at(-1);
  if (rollout === null || last === undefined || rollout.guards.length === 0) return unknown("no-guards");
  const states = guardStates(rollout, last);
  const breached = states.filter(({ state }) => state === "breached").map(({ indicator }) => indicator);
  if (breached.length > 0) return unmet("breached", { guards: breached });
  const tooFew = states.filter(({ state }) => state === "too-few").map(({ indicator }) => indicator);
  return tooFew.length > 0 ? unknown("too-few", { guards: tooFew }) : met("met", { count: states.length });
};
