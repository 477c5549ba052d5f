import { clockKey, clocksIn, isBarring, isOpenClock } from "../technology/state/incident-clocks.ts";
import type { Clock } from "../technology/state/incident-clocks.ts";
import type { Thing } from "../technology/state/thing.ts";
import type { Condition } from "./dossier.ts";
import { findings } from "./finding.ts";

const { met, unmet, unknown } = findings("incident-clocks", "planner");

/**
 * Nothing that the policy asks to be delivered in time is overdue. What was delivered late bars nothing more: it stays late
 * on the page of what happened. Where nobody can say whether a term is over, nobody can say that it is met.
 */
export const incidentClocks: Condition = ({ technology, policy, now, today }) => {
  const clocks = clocksIn(technology, policy, now ?? `${today}T00:00:00.000Z`);
  const overdue = clocks.filter(isBarring);
  if (overdue.length > 0) return unmet(names(overdue), "unmet", { clocks: overdue.map(clockKey) });
  const open = clocks.filter((clock) => clock.duty.bars && isOpenClock(clock));
  const undated = open.filter(({ state }) => state === "unknown" || now === null);
  if (undated.length > 0) return unknown(names(undated), "unknown", { clocks: undated.map(clockKey) });
  return clocks.length === 0 ? met("none") : met("met", { count: clocks.length });
};

const names = (clocks: readonly Clock[]): readonly Thing[] =>
  clocks.map((clock) => ({ kind: "clock", id: clockKey(clock) }));
