import type { Decision, Reason } from "../decision.ts";
import type { TechnologyCommand } from "./commands.ts";
import type { TechnologyEvent } from "./events.ts";
import type { Facts } from "./facts.ts";
import { isInForce } from "./in-force.ts";
import { rolesOf } from "./people.ts";
import { unless, when } from "./reasons.ts";
import type { Technology } from "./state.ts";
import { required } from "./texts.ts";

type FulfilCondition = Extract<TechnologyCommand, { type: "FulfilCondition" }>;

/** By its owner or a planner; evidence that is named must be in force. Overdue ones too: late is better than open. */
export const fulfilCondition = (t: Technology, c: FulfilCondition, f: Facts): Decision<TechnologyEvent> => {
  const { condition, text, evidence } = c;
  const reasons = [
    ...openReasons(t, condition, f),
    ...required(text, "text"),
    ...evidence.flatMap((id, i) => pieceReasons(t, id, `evidence.${i}`, f)),
  ];
  return unless(reasons, () => [{ type: "ConditionFulfilled", schema: 1, payload: { condition, text, evidence } }]);
};

const openReasons = (t: Technology, condition: string, f: Facts): readonly Reason[] => {
  const named = t.conditions.filter((one) => one.condition === condition);
  const open = named.filter(({ fulfilledAt }) => fulfilledAt === null);
  const owns = open.some(({ owner }) => owner === f.actor.id) || rolesOf(f, f.actor.id).includes("planner");
  return [
    ...when(named.length === 0, "ConditionUnknown", "condition", { condition }),
    ...when(named.length > 0 && open.length === 0, "ConditionNotOpen", "condition", { condition }),
    ...when(open.length > 0 && !owns, "NotTheOwner", "condition", { condition }),
  ];
};

const pieceReasons = (t: Technology, id: string, field: string, f: Facts): readonly Reason[] => {
  const piece = t.evidence.find(({ evidence }) => evidence === id);
  return [
    ...when(piece === undefined, "EvidenceUnknown", field, { evidence: id }),
    ...when(piece !== undefined && !isInForce(piece, f.today), "EvidenceNotInForce", field, { evidence: id }),
  ];
};
