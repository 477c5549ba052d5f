import { tiers } from "../../words/tier.ts";
import type { Tier } from "../../words/tier.ts";
import type { Gate } from "../../policy/policy.ts";
import type { Decided } from "./gate.ts";
import type { Stage } from "./stage.ts";
import type { Technology } from "./technology.ts";

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
    return last !== undefined && isLower(last.tier, t.tier) ? [last] : [];
  });

/** Those of them that no quorum of the tier that holds now has confirmed. */
export const toConfirm = (t: Technology): readonly Decided[] =>
  approvedLower(t).filter(({ position }) => !confirmationsOf(t, position).some(({ complete }) => complete));

/** What approvers said of it under the tier that holds now, or a higher one. */
export const confirmationsOf = ({ confirmations, tier }: Technology, decision: number) =>
  confirmations.filter((given) => given.decision === decision && !isLower(given.tier, tier));

const isLower = (a: Tier, b: Tier): boolean => tiers.indexOf(a) < tiers.indexOf(b);
