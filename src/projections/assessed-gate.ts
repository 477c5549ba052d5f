import { assessGate } from "../domain/gates/assess.ts";
import type { Gate, Policy } from "../domain/policy/policy.ts";
import type { ConditionResult } from "../domain/technology/state/condition-result.ts";
import type { Technology } from "../domain/technology/state/technology.ts";
import { recheckAfter } from "../domain/technology/dates.ts";
import type { Day, Instant } from "../domain/words/text.ts";

interface Assessed {
  readonly policy: Policy;
  readonly today: Day;
  /** Between these two nothing changes by itself; without an end, only the day does. */
  readonly from: Instant;
  readonly until: Instant | null;
  readonly gates: Map<Gate, readonly ConditionResult[]>;
}

/** Beside each state, for the time and policy asked for last: a state is replaced and never changed, and takes this with it. */
const assessed = new WeakMap<Technology, Assessed>();

/** What assessGate finds: a function of the state, the policy and the time, measured once for all who ask. */
export function assessedGate(
  gate: Gate,
  t: Technology,
  policy: Policy,
  { today, now }: Now,
): readonly ConditionResult[] {
  let known = assessed.get(t);
  if (known === undefined || known.policy !== policy || known.today !== today || isOver(known, now)) {
    known = { policy, today, from: now, until: recheckAfter(t, policy, now), gates: new Map() };
    assessed.set(t, known);
  }
  const gateAssessed = known.gates.get(gate) ?? assessGate(gate, t, policy, { today, now });
  known.gates.set(gate, gateAssessed);
  return gateAssessed;
}

/** A term is over after its end, not at it. */
const isOver = ({ from, until }: Assessed, now: Instant): boolean => now < from || (until !== null && now > until);

interface Now {
  readonly today: Day;
  readonly now: Instant;
}
