import type { Policy } from "../domain/policy/policy.ts";
import type { Milestone } from "./endings.ts";
import { assignEvaluators, dissent, moderateAll, scoreBy } from "./deeds/evaluation.ts";
import { attachAll, attachUsability, monitorWave, withdrawLoad } from "./deeds/evidence.ts";
import { approve, askWaiver, firstVote, sendBack } from "./deeds/gate.ts";
import { approveOnCondition, closeIncident, reportGrave, reportSmall, waive } from "./deeds/incidents.ts";
import { amendPlan, openPilot, rehearse, stopPilot } from "./deeds/pilot.ts";
import { lockPlan, propose, withdraw } from "./deeds/proposal.ts";
import { completeWave, openWave, planRollout, retire, rollBack } from "./deeds/rollout.ts";
import type { Scene } from "./scenes/scene.ts";
import { evaluators, has, type Story } from "./story-of.ts";
import { texts } from "./texts.ts";
import { lastLook, pilotLength, pilotStart } from "./timing.ts";

interface Step {
  /** Days: fixed ones before the pilot, the share of the pilot's length, fixed ones after. */
  readonly at: readonly [before: number, pilots: number, after: number];
  /** The first gives the technology's id, the others nothing. */
  readonly deed: (story: Story, technology: string) => Promise<unknown>;
}

/** When each thing in a technology's life happens, and who does what. */
export const milestones: { readonly [M in Milestone]: Step } = {
  propose: { at: [0, 0, 0], deed: propose },
  "vote-on-admission": {
    at: [2, 0, 0],
    deed: ({ desk }, id) => desk.vote("approver2", id, "admission", "approve", texts.admit),
  },
  admit: { at: [3, 0, 0], deed: ({ desk }, id) => desk.decide(id, "admission", "approve", texts.admit) },
  withdraw: { at: [4, 0, 0], deed: withdraw },
  "reject-at-admission": {
    at: [4, 0, 0],
    deed: ({ desk }, id) => desk.decide(id, "admission", "reject", texts.reject, texts.rejectLessons),
  },
  "lock-plan": { at: [5, 0, 0], deed: lockPlan },
  "open-pilot": { at: [pilotStart, 0, 0], deed: openPilot },
  "drill-1": { at: [pilotStart, 0.2, 0], deed: (story, id) => rehearse(story, id, 9) },
  "drill-2": { at: [pilotStart, 0.45, 0], deed: (story, id) => rehearse(story, id, 11) },
  "drill-3": { at: [pilotStart, 0.85, 0], deed: (story, id) => rehearse(story, id, 8) },
  "early-evidence": { at: [pilotStart, 0.6, 0], deed: attachUsability },
  amend: { at: [pilotStart, 0.65, 0], deed: amendPlan },
  incident: {
    at: [pilotStart, 0.7, 0],
    deed: (story, id) => (story.scene.ending === "pilot-barred" ? reportGrave(story, id) : reportSmall(story, id)),
  },
  "close-incident": { at: [pilotStart, 0.7, 3], deed: closeIncident },
  "ask-waiver": { at: [pilotStart, 0.6, 10], deed: askWaiver },
  stop: { at: [pilotStart, 0.8, 0], deed: stopPilot },
  "attach-evidence": { at: [pilotStart, 1, 1], deed: attachAll },
  complete: {
    at: [pilotStart, 1, 2],
    deed: ({ desk }, id) => desk.decide(id, "completion", "approve", texts.complete),
  },
  "assign-evaluators": { at: [pilotStart, 1, 3], deed: assignEvaluators },
  "score-all-but-one": {
    at: [pilotStart, 1, 5],
    deed: (story, id) => scoreBy(story, id, evaluators(story).slice(0, -1)),
  },
  "score-last": { at: [pilotStart, 1, 6], deed: (story, id) => scoreBy(story, id, evaluators(story).slice(-1)) },
  moderate: { at: [pilotStart, 1, 7], deed: moderateAll },
  dissent: { at: [pilotStart, 1, 7], deed: dissent },
  "plan-rollout": { at: [pilotStart, 1, 8], deed: planRollout },
  "grave-incident": { at: [pilotStart, 1, lastLook - 1], deed: reportGrave },
  look: { at: [pilotStart, 1, lastLook], deed: () => Promise.resolve() },
  waive: { at: [pilotStart, 1, lastLook + 1], deed: waive },
  "first-votes": { at: [pilotStart, 1, lastLook + 2], deed: firstVote },
  return: { at: [pilotStart, 1, lastLook + 4], deed: sendBack },
  approve: {
    at: [pilotStart, 1, lastLook + 3],
    deed: (story, id) => (has(story, "conditions") ? approveOnCondition(story, id) : approve(story, id)),
  },
  "open-wave-1": { at: [pilotStart, 1, lastLook + 6], deed: (story, id) => openWave(story, id, 1) },
  "wave-1-evidence": { at: [pilotStart, 1, lastLook + 20], deed: (story, id) => monitorWave(story, id, 1, false) },
  "wave-1-bad-evidence": {
    at: [pilotStart, 1, lastLook + 20],
    deed: (story, id) => monitorWave(story, id, 1, true),
  },
  "roll-back": { at: [pilotStart, 1, lastLook + 23], deed: rollBack },
  "open-wave-2": {
    at: [pilotStart, 1, lastLook + 21],
    deed: async (story, id) => {
      await completeWave(story, id, 1);
      await openWave(story, id, 2);
    },
  },
  "withdraw-evidence": { at: [pilotStart, 1, lastLook + 23], deed: withdrawLoad },
  "wave-2-evidence": { at: [pilotStart, 1, lastLook + 35], deed: (story, id) => monitorWave(story, id, 2, false) },
  adopt: {
    at: [pilotStart, 1, lastLook + 37],
    deed: async (story, id) => {
      await completeWave(story, id, 2);
      await story.desk.decide(id, "adoption", "approve", texts.adopt);
    },
  },
  retire: { at: [pilotStart, 1, lastLook + 47], deed: retire },
};

/** The day of a milestone: the pilot's length by tier moves everything behind it. */
export function whenIs(
  milestone: Milestone,
  { scene, policy }: { readonly scene: Scene; readonly policy: Policy },
): number {
  const [before, pilots, after] = milestones[milestone].at;
  return before + Math.round(pilots * pilotLength(scene, policy)) + after;
}
