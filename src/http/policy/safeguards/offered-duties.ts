import { clocksDefault } from "../../../domain/policy/safeguards/clocks.ts";
import type { ClockRules } from "../../../domain/policy/safeguards/clocks.ts";
import type { ClockDuty } from "../../../domain/policy/safeguards/clock-duty.ts";

const never = { 1: null, 2: null, 3: null, 4: null };

/**
 * The policy's own duties, and those that this release knows beside them as they would begin: asked of nobody. A body on
 * a policy from before the clocks takes them on by their terms.
 */
export function offeredDuties({ duties }: ClockRules): readonly ClockDuty[] {
  const has = new Set(duties.map(({ key }) => key));
  return [...duties, ...clocksDefault.duties.filter(({ key }) => !has.has(key)).map(asBegun)];
}

const asBegun = (duty: ClockDuty): ClockDuty => ({
  ...duty,
  within: { infrastructure: never, "state-organ": never, other: never },
  supplementMinutes: null,
  bars: false,
});

/** Whether anything is said of it: a term, a supplement, or that it bars. */
export const isAsked = ({ within, supplementMinutes, bars }: ClockDuty): boolean =>
  bars ||
  supplementMinutes !== null ||
  Object.values(within).some((terms) => Object.values(terms).some((term) => term !== null));
