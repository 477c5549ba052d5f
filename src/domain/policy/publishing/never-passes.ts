import type { Reason } from "../../words/decision.ts";

/**
 * Whether a reason not to publish a policy says that a floor can never be cleared: whoever asks what a policy lets pass is
 * answered all the same, for that is the answer.
 */
export const neverPasses = ({ code }: Reason): boolean =>
  code === "PolicyMinimumNeverPasses" || code === "PolicyFloorNeverPasses";
