import type { Reason } from "../../words/decision.ts";
import type { Gate } from "../../policy/policy.ts";
import type { Technology } from "./technology.ts";

/** The gate that can be voted on now, one that is asked again before any other; null where none is ahead. A pilot that was not opened has nothing to complete. */
export function openGate(t: Technology): Gate | null {
  if (t.reopened !== null) return t.reopened.gate;
  switch (t.stage) {
    case "proposed":
      return "admission";
    case "piloting":
      return (t.plan?.openedOn ?? null) === null ? null : "completion";
    case "evaluating":
      return "rollout";
    case "rolling-out":
      return "adoption";
    case "adopted":
    case "retired":
    case "withdrawn":
    case "rejected":
    case "stopped":
      return null;
    default:
      return t.stage satisfies never;
  }
}

export const gateMustBeOpen = (t: Technology, gate: Gate): readonly Reason[] =>
  openGate(t) === gate ? [] : [{ code: "GateNotOpen", params: { gate, stage: t.stage } }];
