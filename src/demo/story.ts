import { milestonesOf, type Milestone } from "./endings.ts";
import { assignEvaluators, dissent, moderateAll, scoreBy } from "./deeds/evaluation.ts";
import { attachAll, attachUsability, monitorWave, withdrawLoad } from "./deeds/evidence.ts";
import { approve, askWaiver, firstVote, sendBack } from "./deeds/gate.ts";
import { approveOnCondition, closeIncident, reportGrave, reportSmall, waive } from "./deeds/incidents.ts";
import { amendPlan, openPilot, rehearse, stopPilot } from "./deeds/pilot.ts";
import { lockPlan, propose, withdraw } from "./deeds/proposal.ts";
import { completeWave, openWave, planRollout, retire, rollBack } from "./deeds/rollout.ts";
import { evaluators, has, type Story } from "./story-of.ts";
import { texts } from "./texts.ts";
import { whenIs } from "./timing.ts";

/** One technology's life up to its ending: yields the day on which the next thing happens. */
export async function* live(story: Story): AsyncGenerator<number> {
  let technology = "";
  for (const milestone of milestonesOf(story.scene)) {
    yield whenIs(milestone, story);
    const given = await deeds[milestone](story, technology);
    if (typeof given === "string") technology = given;
  }
}

/** The first gives the technology's id, the others nothing. */
type Deed = (story: Story, technology: string) => Promise<unknown>;

const deeds: { readonly [M in Milestone]: Deed } = {
  propose,
  "vote-on-admission": ({ desk }, id) => desk.vote("approver2", id, "admission", "approve", texts.admit),
  admit: ({ desk }, id) => desk.decide(id, "admission", "approve", texts.admit),
  withdraw,
  "reject-at-admission": ({ desk }, id) => desk.decide(id, "admission", "reject", texts.reject, texts.rejectLessons),
  "lock-plan": lockPlan,
  "open-pilot": openPilot,
  "drill-1": (story, id) => rehearse(story, id, 9),
  "drill-2": (story, id) => rehearse(story, id, 11),
  "drill-3": (story, id) => rehearse(story, id, 8),
  "early-evidence": attachUsability,
  amend: amendPlan,
  incident: (story, id) => (story.scene.ending === "pilot-barred" ? reportGrave(story, id) : reportSmall(story, id)),
  "close-incident": closeIncident,
  "ask-waiver": askWaiver,
  stop: stopPilot,
  "attach-evidence": attachAll,
  complete: ({ desk }, id) => desk.decide(id, "completion", "approve", texts.complete),
  "assign-evaluators": assignEvaluators,
  "score-all-but-one": (story, id) => scoreBy(story, id, evaluators(story).slice(0, -1)),
  "score-last": (story, id) => scoreBy(story, id, evaluators(story).slice(-1)),
  moderate: moderateAll,
  dissent,
  "plan-rollout": planRollout,
  "grave-incident": reportGrave,
  look: () => Promise.resolve(),
  waive,
  "first-votes": firstVote,
  return: sendBack,
  approve: (story, id) => (has(story, "conditions") ? approveOnCondition(story, id) : approve(story, id)),
  "open-wave-1": (story, id) => openWave(story, id, 1),
  "wave-1-evidence": (story, id) => monitorWave(story, id, 1, false),
  "wave-1-bad-evidence": (story, id) => monitorWave(story, id, 1, true),
  "roll-back": rollBack,
  "open-wave-2": async (story, id) => {
    await completeWave(story, id, 1);
    await openWave(story, id, 2);
  },
  "withdraw-evidence": withdrawLoad,
  "wave-2-evidence": (story, id) => monitorWave(story, id, 2, false),
  adopt: async (story, id) => {
    await completeWave(story, id, 2);
    await story.desk.decide(id, "adoption", "approve", texts.adopt);
  },
  retire,
};
