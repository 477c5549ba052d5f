import type { ConditionRule, Gate, Policy } from "../policy/policy.ts";
import { isBefore } from "../technology/days.ts";
import type { Look, Technology, Waiver } from "../technology/state.ts";
import type { Day, Instant } from "../technology/text.ts";
import type { ConditionResult } from "./condition.ts";
import type { Dossier } from "./dossier.ts";
import { conditionOf } from "./register.ts";

/** What an assessment needs to know of the world: `Facts` has it, and so does a decision's record. */
export interface Moment {
  readonly today: Day;
  readonly now: Instant;
}

/** Every condition of a gate as it stands, in the policy's order. A granted waiver covers what is open, until it lapses. */
export const assessGate = (
  gate: Gate,
  t: Technology,
  policy: Policy,
  { today, now }: Moment,
): readonly ConditionResult[] => {
  const dossier: Dossier = { gate, technology: t, policy, today, now, look: lastLook(t) };
  return policy.gates[gate].conditions.map((rule) => assess(rule, dossier));
};

/** The look that stands: the last one recorded under the plan in force. */
export const lastLook = (t: Technology): Look | null => t.looks.findLast(({ plan }) => plan === t.plan?.number) ?? null;

/** A waiver stands through its last day, and only while the policy lets its condition be waived. */
const waiverInForce = (t: Technology, gate: Gate, rule: ConditionRule, today: Day): Waiver | undefined =>
  rule.waivable
    ? t.waivers.find(
        (waiver) =>
          waiver.gate === gate &&
          waiver.condition === rule.key &&
          waiver.state === "granted" &&
          !isBefore(waiver.until, today),
      )
    : undefined;

const assess = (rule: ConditionRule, dossier: Dossier): ConditionResult => {
  const { key, waivable, deferrable } = rule;
  const finding = conditionOf(key)(dossier);
  const result = { key, ...finding, waivable, deferrable };
  if (finding.status === "met") return result;
  const waiver = waiverInForce(dossier.technology, dossier.gate, rule, dossier.today);
  if (waiver === undefined) return result;
  const { waiver: id, until } = waiver;
  return {
    ...result,
    status: "waived",
    reason: { code: "conditions:waived", params: { waiver: id, until, without: finding.reason.code } },
    due: until,
  };
};
