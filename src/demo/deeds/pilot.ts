import { planner, type Story } from "../story-of.ts";
import { texts } from "../texts.ts";
import { planOf } from "./proposal.ts";

export const openPilot = ({ scene, desk }: Story, id: string): Promise<void> =>
  desk.ask(planner(scene), "planner", id, { type: "OpenPilot" });

/** After data were seen: the amendment stands in front of every approver. */
export const amendPlan = (story: Story, id: string): Promise<void> =>
  story.desk.ask(planner(story.scene), "planner", id, {
    type: "AmendPilotPlan",
    plan: { ...planOf(story), siteCount: planOf(story).siteCount + 1 },
    reason: story.desk.say(texts.amendReason),
  });

/** Three of them show how long a failure lasts; without them a whole day is assumed. */
export const rehearse = ({ desk, scene }: Story, id: string, minutes: number): Promise<void> =>
  desk.ask(planner(scene), "planner", id, {
    type: "RecordDrill",
    on: desk.services.clock.now().slice(0, 10),
    minutes,
    text: desk.say(texts.restoreDrill),
  });

export const stopPilot = ({ scene, desk }: Story, id: string): Promise<void> =>
  desk.ask(planner(scene), "planner", id, {
    type: "StopPilot",
    reason: desk.say(texts.stopReason),
    lessons: desk.say(texts.stopLessons),
  });
