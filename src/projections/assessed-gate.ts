import { assessGate } from "../domain/gates/assess.ts";
import type { Gate, Policy } from "../domain/policy/policy.ts";
import type { ConditionResult } from "../domain/technology/state/condition-result.ts";
import type { Technology } from "../domain/technology/state/technology.ts";
import type { Day } from "../domain/words/text.ts";

interface Assessed {
  readonly policy: Policy;
  readonly today: Day;
  readonly gates: Map<Gate, readonly ConditionResult[]>;
}

/** Beside each state, for the day and policy asked for last: a state is replaced and never changed, and takes this with it. */
const assessed = new WeakMap<Technology, Assessed>();

/** What assessGate finds: a function of the state, the policy and the day, measured once for all who ask. */
export function assessedGate(gate: Gate, t: Technology, policy: Policy, today: Day): readonly ConditionResult[] {
  let known = assessed.get(t);
  if (known?.policy !== policy || known.today !== today) {
    known = { policy, today, gates: new Map() };
    assessed.set(t, known);
  }
  const gateAssessed = known.gates.get(gate) ?? assessGate(gate, t, policy, { today });
  known.gates.set(gate, gateAssessed);
  return gateAssessed;
}
