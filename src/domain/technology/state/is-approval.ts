import type { GateDecision } from "./decision.ts";

/** With conditions or without. */
export const isApproval = ({ outcome }: Pick<GateDecision, "outcome">): boolean =>
  outcome === "approve" || outcome === "approve-with-conditions";
