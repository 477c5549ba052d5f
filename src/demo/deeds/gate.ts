import type { Bilingual } from "../cast.ts";
import { waiverView } from "../../application/waiver.ts";
import { has, planner, type Story } from "../story-of.ts";
import { texts } from "../texts.ts";

/** One vote of several: the gate stays open. */
export const firstVote = ({ scene, desk }: Story, id: string): Promise<void> =>
  scene.outcome === "strong"
    ? desk.vote("approver2", id, "rollout", "approve", texts.approve)
    : desk.vote("approver2", id, "rollout", "return", texts.wantMore);

export async function approve(story: Story, id: string): Promise<void> {
  const { desk, calendar } = story;
  const at = story.when("approve");
  if (has(story, "deputy")) {
    await desk.nameDeputy("approver3", "deputy", calendar.day(at), calendar.day(at + 21));
    await desk.vote("deputy", id, "rollout", "approve", texts.approve, { onBehalfOf: "approver3" });
  }
  return desk.decide(id, "rollout", "approve", texts.approve);
}

export const sendBack = ({ desk }: Story, id: string): Promise<void> =>
  desk.decide(id, "rollout", "return", texts.wantMore);

/** One of the two approvers it needs has supported it. */
export async function askWaiver(story: Story, id: string): Promise<void> {
  await askFor(story, id, "completion", "plan-evidence-complete", texts.waiverReason);
  await grant(story, id, "approver2");
}

/** On the finding as it stands now, as an approver who has just opened the form. */
export async function grant({ desk }: Story, id: string, login: string): Promise<void> {
  const view = await waiverView(desk.services, id, "w1");
  await desk.ask(login, "approver", id, { type: "GrantWaiver", waiver: "w1", shown: view?.shown ?? "" });
}

/** For sixty days, with the reason that the planner gives. */
export async function askFor(
  { desk, scene }: Story,
  id: string,
  gate: "completion" | "rollout",
  condition: string,
  reason: Bilingual,
): Promise<void> {
  const until = new Date(Date.parse(desk.services.clock.now()) + 60 * 86_400_000).toISOString().slice(0, 10);
  await desk.ask(planner(scene), "planner", id, {
    type: "RequestWaiver",
    gate,
    condition,
    reason: desk.say(reason),
    control: desk.say(texts.waiverControl),
    until,
  });
}
