import type { Gate, Policy } from "../policy/policy.ts";
import type { Technology } from "../technology/state/technology.ts";
import type { Look } from "../technology/state/pilot.ts";
import type { Day, Instant } from "../words/text.ts";
import type { Dossier, ConditionFinding } from "./dossier.ts";
import { conditionOf } from "./register.ts";

/** What an assessment needs to know of the world, the time and nothing else: `Facts` has it, and so does a decision's record. */
export interface Moment {
  readonly today: Day;
  /** Absent: what ends within the day is unknown. */
  readonly now?: Instant;
}

export const dossierOf = (gate: Gate, technology: Technology, policy: Policy, { today, now }: Moment): Dossier => ({
  gate,
  technology,
  policy,
  today,
  now: now ?? null,
  look: lastLook(technology),
});

/** The look that stands: the last one recorded under the plan in force. */
export const lastLook = (t: Technology): Look | null => t.looks.findLast(({ plan }) => plan === t.plan?.number) ?? null;

/** What a condition finds, whatever was waived. */
export const findingOf = (key: string, gate: Gate, t: Technology, policy: Policy, moment: Moment): ConditionFinding =>
  conditionOf(key)(dossierOf(gate, t, policy, moment));
