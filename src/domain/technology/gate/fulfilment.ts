import type { Decision, Reason } from "../../words/decision.ts";
import type { OpenCondition } from "../state/gate.ts";
import type { Facts } from "../state/facts.ts";
import { isInForce } from "../state/in-force.ts";
import { rolesOf } from "../state/people.ts";
import { unless, when } from "../../words/reasons.ts";
import type { Technology, TechnologyCommand, TechnologyEvent } from "../state/technology.ts";
import { required } from "../../words/required.ts";

type FulfilCondition = Extract<TechnologyCommand, { type: "FulfilCondition" }>;

/**
 * By its owner or a planner; evidence that is named must be in force. Overdue ones too: late is better than open. One
 * report fulfils one condition, not every other that later approvals gave the same name.
 */
export function fulfilCondition(t: Technology, c: FulfilCondition, f: Facts): Decision<TechnologyEvent> {
  const { condition, text, evidence } = c;
  const meant = t.conditions.filter(
    (imposed) => imposed.condition === condition && imposed.decision === (c.decision ?? imposed.decision),
  );
  const open = meant.filter(({ fulfilledAt }) => fulfilledAt === null);
  const reasons = [
    ...openReasons(condition, meant, open, f),
    ...required(text, "text"),
    ...evidence.flatMap((id, i) => pieceReasons(t, id, `evidence.${i}`, f)),
  ];
  return unless(reasons, () =>
    open.map(({ decision }) => ({
      type: "ConditionFulfilled",
      schema: 1,
      payload: { condition, text, evidence, decision },
    })),
  );
}

function openReasons(
  condition: string,
  named: readonly OpenCondition[],
  open: readonly OpenCondition[],
  f: Facts,
): readonly Reason[] {
  const owns = open.some(({ owner }) => owner === f.actor.id) || rolesOf(f, f.actor.id).includes("planner");
  return [
    ...when(named.length === 0, "ConditionUnknown", "condition", { condition }),
    ...when(named.length > 0 && open.length === 0, "ConditionNotOpen", "condition", { condition }),
    ...when(open.length > 1, "SeveralConditions", "condition", { condition }),
    ...when(open.length > 0 && !owns, "NotTheOwner", "condition", { condition }),
  ];
}

function pieceReasons(t: Technology, id: string, field: string, f: Facts): readonly Reason[] {
  const piece = t.evidence.find(({ evidence }) => evidence === id);
  return [
    ...when(piece === undefined, "EvidenceUnknown", field, { evidence: id }),
    ...when(piece !== undefined && !isInForce(piece, f.today), "EvidenceNotInForce", field, { evidence: id }),
  ];
}
