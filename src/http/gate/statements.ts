import type { Statement } from "../statement.ts";
import { pathValue } from "../request-values.ts";
import { gateOf } from "./gate-parts.ts";

/** An approver who declares an interest no longer decides here; the quorum stays what it is. */
export const recusalStatement: Statement = {
  texts: "gate:recusal",
  roles: ["approver"],
  command: (text, req) => {
    gateOf(req);
    return { type: "RecuseApprover", text };
  },
  path: "gates/:gate/recusal",
  back: "",
};

export const fulfilmentStatement: Statement = {
  texts: "gate:fulfilment",
  roles: ["planner", "evaluator", "approver"],
  command: (text, req) => ({ type: "FulfilCondition", ...meant(pathValue(req, "condition")), text, evidence: [] }),
  path: "conditions/:condition/fulfilment",
  back: "",
};

/** An approval of a lower tier stands on: each approver says why, in their own name. */
export const confirmationStatement: Statement = {
  texts: "gate:confirmation",
  roles: ["approver"],
  command: (text, req) => ({ type: "ConfirmDecision", decision: Number(pathValue(req, "position")), text }),
  path: "confirmations/:position",
  back: "",
};

/** "extra-1@47": the condition of the approval at position 47. */
export const conditionAddress = (condition: string, decision: number): string => `${condition}@${decision}`;

function meant(address: string): { readonly condition: string; readonly decision?: number } {
  const [condition = "", decision] = address.split("@");
  return /^\d{1,15}$/.test(decision ?? "") ? { condition, decision: Number(decision) } : { condition };
}
