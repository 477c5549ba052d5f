import type { Policy } from "../domain/policy/policy.ts";
import type { Milestone } from "./endings.ts";
import type { Scene } from "./scenes/scene.ts";

/** The day of a milestone: the pilot's length by tier moves everything behind it. */
export function whenIs(
  milestone: Milestone,
  { scene, policy }: { readonly scene: Scene; readonly policy: Policy },
): number {
  const pilotDays = pilotLength(scene, policy);
  const [before, pilots, after] = offsets[milestone];
  return before + Math.round(pilots * pilotDays) + after;
}

const offsets: { readonly [M in Milestone]: readonly [number, number, number] } = {
  propose: [0, 0, 0],
  "vote-on-admission": [2, 0, 0],
  admit: [3, 0, 0],
  withdraw: [4, 0, 0],
  "reject-at-admission": [4, 0, 0],
  "lock-plan": [5, 0, 0],
  "open-pilot": [pilotStart(), 0, 0],
  "drill-1": [pilotStart(), 0.2, 0],
  "drill-2": [pilotStart(), 0.45, 0],
  "drill-3": [pilotStart(), 0.85, 0],
  "early-evidence": [pilotStart(), 0.6, 0],
  incident: [pilotStart(), 0.7, 0],
  "close-incident": [pilotStart(), 0.7, 3],
  amend: [pilotStart(), 0.65, 0],
  "ask-waiver": [pilotStart(), 0.6, 10],
  stop: [pilotStart(), 0.8, 0],
  "attach-evidence": [pilotStart(), 1, 1],
  complete: [pilotStart(), 1, 2],
  "assign-evaluators": [pilotStart(), 1, 3],
  "score-all-but-one": [pilotStart(), 1, 5],
  "score-last": [pilotStart(), 1, 6],
  moderate: [pilotStart(), 1, 7],
  "plan-rollout": [pilotStart(), 1, 8],
  look: [pilotStart(), 1, lastLook()],
  "grave-incident": [pilotStart(), 1, lastLook() - 1],
  waive: [pilotStart(), 1, lastLook() + 1],
  dissent: [pilotStart(), 1, 7],
  return: [pilotStart(), 1, lastLook() + 4],
  "first-votes": [pilotStart(), 1, lastLook() + 2],
  approve: [pilotStart(), 1, lastLook() + 3],
  "open-wave-1": [pilotStart(), 1, lastLook() + 6],
  "wave-1-evidence": [pilotStart(), 1, lastLook() + 20],
  "wave-1-bad-evidence": [pilotStart(), 1, lastLook() + 20],
  "roll-back": [pilotStart(), 1, lastLook() + 23],
  "withdraw-evidence": [pilotStart(), 1, lastLook() + 23],
  "open-wave-2": [pilotStart(), 1, lastLook() + 21],
  "wave-2-evidence": [pilotStart(), 1, lastLook() + 35],
  adopt: [pilotStart(), 1, lastLook() + 37],
  retire: [pilotStart(), 1, lastLook() + 47],
};

export function pilotStart(): number {
  return 7;
}

export function lastLook(): number {
  return 9;
}

/** As the tier asks, and a few days more: announced maintenance is no observed time. */
export const pilotLength = (scene: Scene, policy: Policy): number =>
  Math.max(30, policy.tiers[scene.tier ?? "IV"].minimumPilotDays + 4);
