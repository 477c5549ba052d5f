import { assessGate } from "../../gates/assess.ts";
import type { Gate, Policy } from "../../policy/policy.ts";
import type { Decision, Reason } from "../../words/decision.ts";
import { unless, when } from "../../words/reasons.ts";
import { required } from "../../words/required.ts";
import type { Offered } from "../manifest/act.ts";
import type { Facts } from "../state/facts.ts";
import { confirmationsOf, toConfirm } from "../state/lower-tier.ts";
import { keptFromDeciding } from "../state/people.ts";
import { pinnedPolicy } from "../state/policy-of.ts";
import type { CommandOf, Technology, TechnologyEvent } from "../state/technology.ts";
import { judgeReasons, quorumOf, voterReasons } from "./eligible.ts";

/**
 * An approval that was given under a lower tier stands on, once as many approvers as the tier of now asks for say so and
 * everything that its gate asks of that tier holds. What cannot be confirmed is returned, rolled back or retired.
 */
export function confirmDecision(t: Technology, c: CommandOf<"ConfirmDecision">, f: Facts): Decision<TechnologyEvent> {
  const policy = pinnedPolicy(t, f);
  const decided = toConfirm(t).find(({ position }) => position === c.decision);
  const before = confirmationsOf(t, c.decision);
  const { id } = f.actor;
  const reasons: readonly Reason[] = [
    ...voterReasons(t, id, null, f),
    ...when(decided === undefined, "DecisionNeedsNoConfirmation", "decision", { decision: c.decision }),
    ...when(
      before.some(({ person }) => person === id),
      "ConfirmedAlready",
      undefined,
      { person: id },
    ),
    ...(decided === undefined ? [] : openReasons(decided.gate, t, policy, f)),
    ...required(c.text, "text"),
  ];
  return unless(reasons, () => {
    const needed = decided === undefined ? Infinity : quorumOf(decided.gate, t, policy);
    const standing = before.filter(({ person }) => judgeReasons(t, person, f).length === 0);
    const complete = standing.length + 1 >= needed;
    const { decision, text } = c;
    return [{ type: "DecisionConfirmed", schema: 1, payload: { decision, tier: t.tier, text, complete } }];
  });
}

function openReasons(gate: Gate, t: Technology, policy: Policy, f: Facts): readonly Reason[] {
  const open = assessGate(gate, t, policy, f).filter(({ status }) => status !== "met" && status !== "waived");
  return when(open.length > 0, "ConditionsOpenUnderTier", undefined, {
    gate,
    tier: t.tier,
    conditions: open.map(({ key }) => key),
  });
}

export const toConfirmers: Offered = (t, f) =>
  toConfirm(t).length > 0 && keptFromDeciding(t, f.actor.id, f).length === 0;
