import type { Raw } from "../../application/raw-command.ts";
import type { PilotPlan } from "../../domain/technology/state/pilot.ts";
import type { Proposal } from "../../domain/technology/state/proposal.ts";
import { has, planner, sponsor, type Story } from "../story-of.ts";
import { texts } from "../texts.ts";
import { lastLook, pilotLength, pilotStart } from "../timing.ts";

export const propose = (story: Story): Promise<string> => story.desk.propose(planner(story.scene), proposal(story));

export const withdraw = ({ scene, desk }: Story, id: string): Promise<void> =>
  desk.ask(planner(scene), "planner", id, { type: "WithdrawProposal", reason: desk.say(texts.withdrawReason) });

export const lockPlan = (story: Story, id: string): Promise<void> =>
  story.desk.ask(planner(story.scene), "planner", id, { type: "LockPilotPlan", plan: planOf(story) });

function proposal({ scene, desk }: Story): Raw<Proposal> {
  return {
    name: scene.name[desk.language],
    summary: desk.say(scene.summary),
    need: desk.say(scene.need),
    needOf: desk.say(texts.needOf),
    department: scene.department,
    sponsor: desk.id(sponsor(scene)),
    demand: { users: scene.users, requestsPerSecond: scene.demand, recordsPerHour: scene.recordsPerHour },
    cost:
      scene.ending === "draft-like"
        ? { pilot: null, annual: null, currency: "CNY" }
        : { pilot: Math.round(scene.annualCost / 5), annual: scene.annualCost, currency: "CNY" },
    tier: scene.tier ?? "IV",
    tierStated: scene.tier !== null,
    standards: [],
    dataClass: "general",
    personalInformation: scene.tier === "I" ? "none" : "general",
    risks: desk.say(texts.risks),
    similarSeen: [],
  };
}

/** The plan as it was locked. */
export function planOf(story: Story): Raw<PilotPlan> {
  const { scene, policy, desk, calendar } = story;
  const days = pilotLength(scene, policy);
  return {
    sites: desk.say(texts.sites),
    siteCount: 3,
    startsOn: calendar.day(pilotStart),
    days,
    services: ["counter", "records"],
    latencyMs: 800,
    restoreSeconds: 1800,
    looks: [
      ...(has(story, "two-looks") ? [calendar.day(pilotStart + days + 2)] : []),
      calendar.day(pilotStart + days + lastLook),
    ],
    indicators: chosenIndicators(story),
    fairness: has(story, "fair")
      ? { measure: "fpr", favourable: "negative", reference: "inner-city", groups: ["new-district", "villages"] }
      : null,
    exit: desk.say(texts.exit),
    rollback: desk.say(texts.rollback),
  };
}

/** What some plans choose beside what the policy asks of all, and what one compares with the time before. */
function chosenIndicators(story: Story): Raw<PilotPlan>["indicators"] {
  const plain = { applicable: true, reason: null, floor: null, minimumSample: null, margin: null, anytime: false };
  return {
    ...(has(story, "served") && { satisfaction: plain, accessibility: plain }),
    ...(has(story, "fair") && { fairness: plain }),
    ...(has(story, "compared") && { "task-success": { ...plain, margin: 0.05 } }),
  };
}
