import type { Ending } from "./portfolio.ts";

export type Milestone =
  | "propose"
  | "vote-on-admission"
  | "admit"
  | "withdraw"
  | "reject-at-admission"
  | "lock-plan"
  | "open-pilot"
  | "early-evidence"
  | "incident"
  | "close-incident"
  | "stop"
  | "attach-evidence"
  | "complete"
  | "assign-evaluators"
  | "score-all-but-one"
  | "score-last"
  | "moderate"
  | "plan-rollout"
  | "second-look"
  | "first-votes"
  | "approve"
  | "open-wave-1"
  | "wave-1-evidence"
  | "wave-1-bad-evidence"
  | "open-wave-2"
  | "wave-2-evidence"
  | "adopt"
  | "retire";

const admitted = ["propose", "admit", "lock-plan"] as const;
const piloted = [...admitted, "open-pilot", "early-evidence", "incident", "close-incident", "attach-evidence"] as const;
const scoring = [...piloted, "complete", "assign-evaluators", "score-all-but-one"] as const;
const scored = [...scoring, "score-last"] as const;
const atGate = [...scored, "moderate", "plan-rollout", "second-look"] as const;
const rolling = [...atGate, "approve", "open-wave-1"] as const;
const waveTwo = [...rolling, "wave-1-evidence", "open-wave-2"] as const;
const adopted = [...waveTwo, "wave-2-evidence", "adopt"] as const;

/** What happens to a technology before its ending. */
export const endings: { readonly [E in Ending]: readonly Milestone[] } = {
  "draft-like": ["propose"],
  proposed: ["propose"],
  "admission-voting": ["propose", "vote-on-admission"],
  withdrawn: ["propose", "withdraw"],
  rejected: ["propose", "reject-at-admission"],
  "plan-locked": admitted,
  "pilot-young": [...admitted, "open-pilot"],
  "pilot-late-evidence": [...admitted, "open-pilot", "early-evidence"],
  "pilot-incident": [...admitted, "open-pilot", "early-evidence", "incident"],
  "pilot-complete": piloted,
  stopped: [...admitted, "open-pilot", "early-evidence", "stop"],
  scoring,
  moderating: scored,
  "rollout-gate": atGate,
  "rollout-voting": [...atGate, "first-votes"],
  "wave-one": rolling,
  "wave-two": waveTwo,
  held: [...rolling, "wave-1-bad-evidence"],
  adopted,
  retired: [...adopted, "retire"],
};
