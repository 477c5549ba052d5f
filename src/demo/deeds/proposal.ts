import type { Raw } from "../../application/raw-command.ts";
import type { PlannedIndicator } from "../../domain/measures/planned-indicator.ts";
import type { PilotPlan } from "../../domain/technology/state/pilot.ts";
import type { Proposal } from "../../domain/technology/state/proposal.ts";
import type { Choice, Plan } from "../plan.ts";
import type { Story } from "../story-of.ts";

export async function propose(story: Story, by: string): Promise<void> {
  const { scene, desk, proposed } = story;
  const past = scene.after === undefined ? undefined : proposed.get(scene.after);
  const predecessor = past === undefined ? null : (await desk.state(past)).slug;
  story.technology = await desk.propose(by, proposalOf(story), predecessor);
  proposed.set(scene.name.en, story.technology);
}

function proposalOf({ scene, desk }: Story): Raw<Proposal> {
  const { users, demand, recordsPerHour, cost, tier, risks } = scene;
  return {
    name: scene.name[desk.language],
    summary: desk.say(scene.summary),
    need: desk.say(scene.need),
    needOf: desk.say(scene.needOf),
    department: scene.department,
    kind: scene.kind,
    sponsor: desk.id(scene.sponsor),
    demand: { users, requestsPerSecond: demand, recordsPerHour },
    cost: { pilot: cost?.pilot ?? null, annual: cost?.annual ?? null, currency: "CNY" },
    tier: tier ?? "IV",
    tierStated: tier !== null,
    standards: scene.standards ?? [],
    dataClass: scene.dataClass,
    personalInformation: scene.personal,
    risks: risks === null ? null : desk.say(risks),
    similarSeen: [],
  };
}

export function planOf({ desk, calendar }: Story, plan: Plan): Raw<PilotPlan> {
  return {
    sites: desk.say(plan.sites),
    siteCount: plan.siteCount,
    startsOn: calendar.day(plan.starts),
    days: plan.days,
    services: plan.services,
    latencyMs: plan.latencyMs,
    restoreSeconds: plan.restoreMinutes * 60,
    looks: plan.looks.map((look) => calendar.day(look)),
    indicators: Object.fromEntries(Object.entries(plan.choices ?? {}).map(([key, choice]) => [key, chosen(choice)])),
    fairness: plan.fairness ?? null,
    assisted: plan.assisted ?? [],
    assistedWhy: null,
    exit: desk.say(plan.exit),
    rollback: desk.say(plan.rollback),
  };
}

const chosen = (choice: Choice): Raw<PlannedIndicator> => ({
  applicable: true,
  reason: null,
  floor: choice.floor ?? null,
  minimumSample: null,
  margin: choice.margin ?? null,
  anytime: choice.anytime ?? false,
});
