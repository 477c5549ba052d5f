import { waiverView } from "../../application/waiver.ts";
import type { Deed } from "../steps.ts";
import type { Story } from "../story-of.ts";

type Of<D extends Deed["do"]> = Extract<Deed, { do: D }>;

export const vote = ({ desk, technology }: Story, by: string, { gate, option, why, lessons, office }: Of<"vote">) =>
  desk.vote(by, technology, gate, option, why, { lessons: lessons ?? null, onBehalfOf: office ?? null });

export async function askWaiver({ desk, technology }: Story, by: string, asked: Of<"ask-waiver">): Promise<void> {
  const until = new Date(Date.parse(desk.services.clock.now()) + asked.days * 86_400_000).toISOString().slice(0, 10);
  const { gate, condition } = asked;
  const [reason, control] = [desk.say(asked.why), desk.say(asked.control)];
  await desk.ask(by, "planner", technology, { type: "RequestWaiver", gate, condition, reason, control, until });
}

/** On the finding as it stands now, as an approver who has just opened the form. */
export async function grantWaiver({ desk, technology }: Story, by: string, waiver: string): Promise<void> {
  const view = await waiverView(desk.services, technology, waiver);
  await desk.ask(by, "approver", technology, { type: "GrantWaiver", waiver, shown: view?.shown ?? "" });
}

/** What is open may stay open until a day: the list that is voted on with "approve with conditions". */
export async function draftCondition(story: Story, by: string, drafted: Of<"draft-condition">): Promise<void> {
  const { desk, calendar, scene, technology } = story;
  const { condition, due } = drafted;
  const owner = desk.id(scene.planner);
  const dated = { condition, text: desk.say(drafted.text), dueOn: calendar.day(due), owner };
  await desk.ask(by, "approver", technology, { type: "DraftConditions", gate: "rollout", conditions: [dated] });
}
