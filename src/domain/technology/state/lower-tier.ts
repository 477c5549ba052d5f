import { tiers } from "../../words/tier.ts";
import type { Tier } from "../../words/tier.ts";
import type { Gate } from "../../policy/policy.ts";
import type { Decided } from "./gate.ts";
import type { Stage } from "./stage.ts";
import type { GateOutcome } from "./decision.ts";
import type { Technology, TechnologyEvent } from "./technology.ts";

/** The gates whose approval a stage rests on. */
const restsOn: { readonly [S in Stage]: readonly Gate[] } = {
  proposed: [],
  piloting: ["admission"],
  evaluating: ["admission", "completion"],
  "rolling-out": ["admission", "completion", "rollout"],
  adopted: ["admission", "completion", "rollout", "adoption"],
  retired: [],
  withdrawn: [],
  rejected: [],
  stopped: [],
};

/** Approvals that the stage rests on and that were given under a lower tier than the one that holds now. */
const approvedLower = (t: Technology): readonly Decided[] =>
  restsOn[t.stage].flatMap((gate) => {
    const last = t.decisions.findLast((decided) => decided.gate === gate);
    // Where it is asked again, the quorum of now decides anew.
    if (t.reopened?.gate === gate) return [];
    return last !== undefined && isLower(last.tier, t.tier) ? [last] : [];
  });

/** Those of them that no quorum of the tier that holds now has confirmed. */
export const toConfirm = (t: Technology): readonly Decided[] =>
  approvedLower(t).filter(({ position }) => !confirmationsOf(t, position).some(({ complete }) => complete));

/** What approvers said of it under the tier that holds now, or a higher one. */
export const confirmationsOf = ({ confirmations, tier }: Technology, decision: number) =>
  confirmations.filter((given) => given.decision === decision && !isLower(given.tier, tier));

/**
 * What an acceptance that lowers the tier brings with it: one person's reading must not ask fewer people than decided
 * before. A tier that nobody has assessed or decided on is the proposer's word alone, and lowers nothing.
 */
export function lowering(t: Technology, to: Tier | undefined): readonly TechnologyEvent[] {
  const stood = t.assessedTier !== null || t.decisions.some(({ outcome }) => isApproval(outcome));
  if (to === undefined || !stood || !isLower(to, t.tier)) return [];
  return [{ type: "TierLowered", schema: 1, payload: { from: quorumTier(t), to } }];
}

/** The tier by whose quorum is decided: that of now, or the higher one of before until its quorum has decided under this. */
export const quorumTier = ({ loweredFrom, tier }: Pick<Technology, "loweredFrom" | "tier">): Tier =>
  loweredFrom !== null && isLower(tier, loweredFrom) ? loweredFrom : tier;

export const isApproval = (outcome: GateOutcome): boolean => outcome !== "return" && outcome !== "reject";

/** The decisions that the stage rests on: of each gate the latest, where it was an approval and is not asked again. */
export const standingDecisions = (t: Technology): readonly Decided[] =>
  restsOn[t.stage].flatMap((gate) => {
    const last = t.decisions.findLast((decided) => decided.gate === gate && isApproval(decided.outcome));
    return last === undefined || t.reopened?.gate === gate ? [] : [last];
  });

const isLower = (a: Tier, b: Tier): boolean => tiers.indexOf(a) < tiers.indexOf(b);
