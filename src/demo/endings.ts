import type { Ending, Scene, Twist } from "./scenes/scene.ts";

export type Milestone =
  | "propose"
  | "vote-on-admission"
  | "admit"
  | "withdraw"
  | "reject-at-admission"
  | "lock-plan"
  | "open-pilot"
  | "drill-1"
  | "drill-2"
  | "drill-3"
  | "early-evidence"
  | "amend"
  | "incident"
  | "close-incident"
  | "ask-waiver"
  | "stop"
  | "attach-evidence"
  | "complete"
  | "assign-evaluators"
  | "score-all-but-one"
  | "score-last"
  | "moderate"
  | "dissent"
  | "plan-rollout"
  | "grave-incident"
  | "look"
  | "waive"
  | "first-votes"
  | "return"
  | "approve"
  | "open-wave-1"
  | "wave-1-evidence"
  | "wave-1-bad-evidence"
  | "roll-back"
  | "open-wave-2"
  | "withdraw-evidence"
  | "wave-2-evidence"
  | "adopt"
  | "retire";

const admitted = ["propose", "admit", "lock-plan"] as const;
const early = [...admitted, "open-pilot", "drill-1", "drill-2", "early-evidence"] as const;
const piloted = [...early, "incident", "close-incident", "drill-3", "attach-evidence"] as const;
const scoring = [...piloted, "complete", "assign-evaluators", "score-all-but-one"] as const;
const scored = [...scoring, "score-last"] as const;
const atGate = [...scored, "moderate", "plan-rollout", "look"] as const;
const rolling = [...atGate, "approve", "open-wave-1"] as const;
const waveTwo = [...rolling, "wave-1-evidence", "open-wave-2"] as const;
const adopted = [...waveTwo, "wave-2-evidence", "adopt"] as const;

/** What happens to a technology before its ending, in order. */
const endings: { readonly [E in Ending]: readonly Milestone[] } = {
  "draft-like": ["propose"],
  proposed: ["propose"],
  "admission-voting": ["propose", "vote-on-admission"],
  withdrawn: ["propose", "withdraw"],
  rejected: ["propose", "reject-at-admission"],
  "plan-locked": admitted,
  "pilot-young": [...admitted, "open-pilot"],
  "pilot-late-evidence": early,
  "pilot-barred": [...early, "incident"],
  "pilot-complete": piloted,
  stopped: [...early, "stop"],
  scoring,
  moderating: scored,
  "rollout-gate": atGate,
  "rollout-voting": [...atGate, "first-votes"],
  "wave-one": rolling,
  "wave-two": waveTwo,
  held: [...rolling, "wave-1-bad-evidence"],
  returned: [...atGate, "return"],
  "rolled-back": [...rolling, "wave-1-bad-evidence", "roll-back"],
  adopted,
  retired: [...adopted, "retire"],
};

/** Where a twist comes in: behind which milestone. */
const twists: { readonly [T in Twist]: readonly (readonly [Milestone, Milestone])[] } = {
  amended: [["early-evidence", "amend"]],
  "waiver-asked": [["early-evidence", "ask-waiver"]],
  dissent: [["moderate", "dissent"]],
  waiver: [
    ["plan-rollout", "grave-incident"],
    ["look", "waive"],
  ],
  conditions: [["plan-rollout", "grave-incident"]],
  deputy: [],
  served: [],
  fair: [],
  compared: [],
  "two-looks": [],
  withdrawn: [["open-wave-2", "withdraw-evidence"]],
};

/** The whole life of a scene, its twists among it. */
export function milestonesOf({ ending, twists: own = [] }: Scene): readonly Milestone[] {
  const inserted = own.flatMap((twist) => twists[twist]);
  return endings[ending].flatMap((milestone) => [
    milestone,
    ...inserted.filter(([behind]) => behind === milestone).map(([, added]) => added),
  ]);
}
