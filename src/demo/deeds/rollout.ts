import { planner, type Story } from "../story-of.ts";
import { texts } from "../texts.ts";

/** Twelve hours of monitoring in slices of ten seconds: less cannot show that two in a hundred fail at most. */
const guardedSlices = 4320;

export async function planRollout(story: Story, id: string): Promise<void> {
  const { desk, scene, calendar } = story;
  const start = story.when("open-wave-1");
  const guards = [
    { indicator: "within-share", limit: 0.95, minimumSample: guardedSlices },
    { indicator: "failed-share", limit: 0.02, minimumSample: guardedSlices },
  ];
  await desk.ask(planner(scene), "planner", id, {
    type: "PlanRollout",
    waves: [
      { name: desk.say(texts.wave1), reach: 6, startsOn: calendar.day(start) },
      { name: desk.say(texts.wave2), reach: 31, startsOn: calendar.day(start + 15) },
    ],
    guards,
  });
  await desk.ask(planner(scene), "planner", id, {
    type: "RecordDrill",
    on: calendar.day(story.when("plan-rollout")),
    minutes: 12,
    text: desk.say(texts.drill),
  });
}

export const openWave = ({ scene, desk }: Story, id: string, wave: number): Promise<void> =>
  desk.ask(planner(scene), "planner", id, { type: "OpenWave", wave });

export const completeWave = ({ scene, desk }: Story, id: string, wave: number): Promise<void> =>
  desk.ask(planner(scene), "planner", id, { type: "CompleteWave", wave });

export const rollBack = ({ desk }: Story, id: string): Promise<void> =>
  desk.ask("approver", "approver", id, { type: "RollBack", text: desk.say(texts.rollBack) });

export const retire = ({ desk }: Story, id: string): Promise<void> =>
  desk.ask("approver", "approver", id, { type: "Retire", reason: desk.say(texts.retireReason) });
