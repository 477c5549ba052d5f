import { write } from "../files/write.ts";
import { seeded } from "../random.ts";
import type { Deed } from "../steps.ts";
import type { Story } from "../story-of.ts";

type Attach = Extract<Deed, { do: "attach" }>;
type Withdraw = Extract<Deed, { do: "withdraw-evidence" }>;

export async function attach(story: Story, by: string, { title, sample, role }: Attach): Promise<void> {
  const { scene, desk, calendar, plan, technology } = story;
  if (plan === null) throw new Error(`${scene.name.en} has no plan`);
  const content = write(sample, {
    random: seeded(`${scene.name.en} ${title[0]}`),
    demand: scene.demand,
    recordsPerHour: scene.recordsPerHour,
    services: plan.services,
    pilotFrom: calendar.instant(plan.starts),
    pilotTo: calendar.instant(plan.starts + plan.days),
    now: Date.parse(desk.services.clock.now()),
  });
  await desk.attach(by, technology, title, content, { file: sample.file, evidenceRole: role });
}

/** The newest in force under that title is taken back: whatever was decided on it has lost part of its ground. */
export async function withdraw({ desk, technology }: Story, by: string, { title, why }: Withdraw): Promise<void> {
  await desk.ask(by, "planner", technology, {
    type: "WithdrawEvidence",
    evidence: desk.attached(technology, title),
    reason: desk.say(why),
  });
}
