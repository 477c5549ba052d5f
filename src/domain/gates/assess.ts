import { conditionsFor } from "../policy/conditions-for.ts";
import type { ConditionRule, Gate, Policy } from "../policy/policy.ts";
import type { Technology } from "../technology/state/technology.ts";
import type { ConditionResult } from "../technology/state/condition-result.ts";
import { coveringWaiver } from "./covering.ts";
import type { Covering } from "./covering.ts";
import type { Dossier } from "./dossier.ts";
import { dossierOf } from "./dossier-of.ts";
import type { Moment } from "./dossier-of.ts";
import { conditionOf } from "./register.ts";

/**
 * Every condition that the gate asks of the technology's tier as it stands, in the policy's order. A granted waiver covers
 * what it was granted for.
 */
export function assessGate(
  gate: Gate,
  t: Technology,
  policy: Policy,
  moment: Moment,
  covering: Covering = coveringWaiver,
): readonly ConditionResult[] {
  const dossier = dossierOf(gate, t, policy, moment);
  return conditionsFor(policy.gates[gate], t.tier).map((rule) => assess(rule, dossier, covering));
}

function assess(rule: ConditionRule, dossier: Dossier, covering: Covering): ConditionResult {
  const { key, waivable, deferrable } = rule;
  const { names, ...finding } = conditionOf(key)(dossier);
  if (finding.status === "met") return { key, ...finding, waivable, deferrable };
  const open = { key, ...finding, names, waivable, deferrable };
  const waiver = covering(rule, names, dossier);
  if (waiver === null) return open;
  const { id, until, covers } = waiver;
  return {
    ...open,
    status: "waived",
    reason: { code: "conditions:waived", params: { waiver: id, until, without: finding.reason.code } },
    beneath: { reason: finding.reason, covers },
    due: until,
  };
}
