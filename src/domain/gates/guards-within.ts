import { guardStates, latestAssessment } from "../technology/state/guards-of-wave.ts";
import type { Technology } from "../technology/state/technology.ts";
import type { Rollout, Wave } from "../technology/state/rollout.ts";
import type { Condition } from "./dossier.ts";
import { findings } from "./finding.ts";
import type { Thing } from "../technology/state/thing.ts";

const { met, unmet, unknown } = findings("guards-within", "planner");

/** The last wave reached everybody: its guards speak for the whole rollout. */
export const guardsWithin: Condition = ({ technology }) => {
  const { rollout } = technology;
  const last = rollout?.waves.at(-1);
  if (rollout === null || last === undefined || rollout.guards.length === 0) return unknown("itself", "no-guards");
  const states = guardStates(rollout, last);
  const breached = states.filter(({ state }) => state === "breached").map(({ indicator }) => indicator);
  if (breached.length > 0) return unmet(names(technology, rollout, last), "breached", { guards: breached });
  const tooFew = states.filter(({ state }) => state === "too-few").map(({ indicator }) => indicator);
  return tooFew.length > 0
    ? unknown(names(technology, rollout, last), "too-few", { guards: tooFew })
    : met("met", { count: states.length });
};

/** Every guard that is not within, the breached and those with too few data: a waiver of one answers for no other. */
function names({ passages }: Technology, rollout: Rollout, wave: Wave): readonly Thing[] {
  const of = passages.filter(({ stage }) => stage === "rolling-out").length;
  return guardStates(rollout, wave)
    .filter(({ state }) => state !== "within")
    .map(({ indicator, state }) => ({
      kind: "guard",
      id: indicator,
      of,
      at: state === "breached" ? miss(rollout, wave, indicator) : 0,
    }));
}

function miss(rollout: Rollout, wave: Wave, indicator: string): number {
  const { estimate = null, limit = 0 } = latestAssessment(rollout, wave, indicator) ?? {};
  return Math.abs((estimate ?? 0) - limit);
}
