import type { RawTechnologyCommand } from "../../application/raw-command.ts";
import type { Deed } from "../steps.ts";
import type { Story } from "../story-of.ts";
import type { CollectionDeed } from "./collection-deed.ts";
import type { CommitteeDeed } from "./committee-deed.ts";
import type { ConsultationDeed } from "./consultation-deed.ts";
import type { FeedbackDeed } from "./feedback-deed.ts";
import { planOf } from "./proposal.ts";
import type { RiskDeed } from "./risk-deed.ts";
import type { SafeguardDeed } from "./safeguard-deed.ts";
import type { SharingDeed } from "./sharing-deed.ts";

type Plain = Exclude<
  Deed,
  {
    do:
      | "propose"
      | "attach"
      | "withdraw-evidence"
      | "score"
      | "vote"
      | "ask-waiver"
      | "grant-waiver"
      | "draft-condition"
      | "settle-drift"
      | "name-deputy"
      | "wait"
      | SafeguardDeed["do"]
      | RiskDeed["do"]
      | SharingDeed["do"]
      | CollectionDeed["do"]
      | ConsultationDeed["do"]
      | FeedbackDeed["do"]
      | CommitteeDeed["do"];
  }
>;

/** What is one command and nothing more. */
export async function commandOf(story: Story, does: Plain): Promise<RawTechnologyCommand> {
  const { desk, calendar } = story;
  const say = desk.say.bind(desk);
  const today = desk.services.clock.now().slice(0, 10);
  switch (does.do) {
    case "withdraw":
      return { type: "WithdrawProposal", reason: say(does.why) };
    case "state-needs":
      return { type: "StateNeeds", needs: does.needs.map((need) => ({ text: say(need) })) };
    case "lock":
      story.plan = does.plan;
      return { type: "LockPilotPlan", plan: planOf(story, does.plan) };
    case "amend":
      story.plan = does.plan;
      return { type: "AmendPilotPlan", plan: planOf(story, does.plan), reason: say(does.why) };
    case "open-pilot":
      return { type: "OpenPilot" };
    case "drill":
      return { type: "RecordDrill", on: today, minutes: does.minutes, text: say(does.how) };
    case "enter":
      return does.command({ say, id: desk.id.bind(desk), now: Date.parse(desk.services.clock.now()) });
    case "stop": {
      const [reason, lessons] = [say(does.why), say(does.lessons)];
      return { type: "StopPilot", reason, lessons };
    }
    case "assign": {
      const evaluators = does.evaluators.map((login) => desk.id(login));
      return { type: "AssignEvaluators", evaluators };
    }
    case "interest": {
      const text = does.text === null ? null : say(does.text);
      return { type: "DeclareInterest", conflict: does.conflict, text };
    }
    case "moderate": {
      const [score, ...words] = does.scored;
      return { type: "ModerateScore", item: does.item, score, text: say(words) };
    }
    case "judge-need": {
      const { need, coverage } = does;
      const evidence = coverage === "not-tested" ? [] : await desk.newest(story.technology, "tasks");
      return { type: "JudgeNeed", need, coverage, evidence, text: say(does.why) };
    }
    case "dissent":
      return { type: "RecordDissent", text: say(does.why) };
    case "fulfil":
      return { type: "FulfilCondition", condition: does.condition, text: say(does.how), evidence: [] };
    case "plan-rollout": {
      const waves = does.waves.map(([name, reach, day]) => ({ name: say(name), reach, startsOn: calendar.day(day) }));
      const guards = does.guards.map(([indicator, limit, minimumSample]) => ({ indicator, limit, minimumSample }));
      return { type: "PlanRollout", waves, guards };
    }
    case "open-wave":
      return { type: "OpenWave", wave: does.wave };
    case "complete-wave":
      return { type: "CompleteWave", wave: does.wave };
    case "hold":
      return { type: "HoldRollout", text: say(does.why) };
    case "resume":
      return { type: "ResumeRollout", text: say(does.why) };
    case "roll-back":
      return { type: "RollBack", text: say(does.why) };
    case "retire":
      return { type: "Retire", reason: say(does.why) };
    case "lessons":
      return { type: "RecordLessons", text: say(does.text) };
    default:
      return does satisfies never;
  }
}
