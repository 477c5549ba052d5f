import type { Gate, Policy } from "../policy/policy.ts";
import type { Technology } from "../technology/state/technology.ts";
import { assessGate } from "./assess.ts";
import type { ConditionResult } from "../technology/state/condition-result.ts";
import { isInForce } from "./covering.ts";
import type { Covering } from "./covering.ts";
import type { Moment } from "./dossier-of.ts";

/**
 * The gate by version 1.0 of the method: a granted waiver covered its condition, whatever was found there later, and no
 * result said what it names. Only for decisions that were taken so.
 */
export const assessGateThen = (gate: Gate, t: Technology, policy: Policy, moment: Moment): readonly ConditionResult[] =>
  assessGate(gate, t, policy, moment, anyGranted).map(withoutNames);

const anyGranted: Covering = (rule, _, { gate, technology, today }) => {
  const inForce = technology.waivers.find((waiver) => waiver.gate === gate && isInForce(waiver, rule, today));
  return inForce === undefined ? null : { id: inForce.waiver, until: inForce.until, covers: [] };
};

/** As such a result was recorded, and as the ground of a vote was taken over it. */
export const withoutNames = ({ names: _, beneath: __, ...result }: ConditionResult): ConditionResult => result;
