import type { Decision, Reason } from "../../words/decision.ts";
import type { JsonObject } from "../../words/json.ts";
import { forTier } from "../../policy/for-tier.ts";
import { afterDataReasons, dataSince } from "./after-data.ts";
import { changedFields } from "../../words/changed-fields.ts";
import type { PilotPlan, LockedPlan } from "../state/pilot.ts";
import { isBefore } from "../../words/days.ts";
import type { Facts } from "../state/facts.ts";
import { reopenedReasons } from "../state/reopened.ts";
import { lapseVotes } from "../state/lapse-votes.ts";
import { mayAuthor } from "../state/people.ts";
import { planReasons } from "./plan-rules.ts";
import { pinnedPolicy } from "../state/policy-of.ts";
import { planReach } from "./plan-reach.ts";
import { unless, when } from "../../words/reasons.ts";
import { servedBetter } from "./served-better.ts";
import type { Technology, TechnologyCommand, TechnologyEvent } from "../state/technology.ts";
import { required } from "../../words/required.ts";

type Command<T extends TechnologyCommand["type"]> = Extract<TechnologyCommand, { type: T }>;

export function lockPilotPlan(t: Technology, c: Command<"LockPilotPlan">, f: Facts): Decision<TechnologyEvent> {
  const policy = forTier(f.policy, t.tier);
  const reasons = [
    ...when(t.plan !== null, "PlanAlreadyLocked"),
    ...mayAuthor(t, f.actor.id),
    ...planReasons(c.plan, policy, t.tier),
    ...when(isBefore(c.plan.startsOn, f.today), "StartInPast", "startsOn"),
    ...when(
      c.plan.looks.some((day) => isBefore(day, f.today)),
      "LookInPast",
      "looks",
    ),
    ...planReach(c.plan, policy.tiers[t.tier].minimumPilotDays, f.today),
  ];
  return unless(reasons, () => [
    {
      type: "PilotPlanLocked",
      schema: 4,
      payload: { number: t.pastPlans.length + 1, policyVersion: policy.version, plan: c.plan },
    },
  ]);
}

export function amendPilotPlan(t: Technology, c: Command<"AmendPilotPlan">, f: Facts): Decision<TechnologyEvent> {
  const locked = t.plan;
  const common = [...required(c.reason, "reason"), ...mayAuthor(t, f.actor.id)];
  if (locked === null) return unless([...when(true, "PlanMissing"), ...common], () => []);
  const policy = pinnedPolicy(t, f);
  const since = dataSince(t);
  const changed = changedFields(asJson(locked.plan), asJson(c.plan));
  const reasons = [
    ...common,
    ...when(changed.length === 0, "NothingChanged"),
    ...planReasons(c.plan, policy, t.tier),
    ...planReach(c.plan, policy.tiers[t.tier].minimumPilotDays, f.today).filter(({ field = "" }) =>
      changed.includes(field),
    ),
    ...(since === null
      ? [...startReasons(locked, c.plan, f), ...lookChanges(locked.plan, c.plan, f)]
      : afterDataReasons(locked, c.plan, policy, since)),
  ];
  // Only a plan that makes sense can be measured by.
  const helped = since === null || reasons.length > 0 ? [] : servedBetter(t, c.plan, policy, f.today, since);
  return unless([...reasons, ...helped], () => [
    {
      type: "PilotPlanAmended",
      schema: 4,
      payload: { plan: c.plan, changed, reason: c.reason, afterData: since !== null },
    },
    ...lapseVotes(t),
  ]);
}

export function openPilot(t: Technology, _: Command<"OpenPilot">, f: Facts): Decision<TechnologyEvent> {
  if (t.plan === null) return unless(when(true, "PlanMissing"), () => []);
  const { openedOn, plan } = t.plan;
  const reasons = [
    ...when(openedOn !== null, "PilotAlreadyOpen", undefined, { openedOn }),
    ...reopenedReasons(t),
    ...when(isBefore(f.today, plan.startsOn), "PilotNotDue", undefined, { startsOn: plan.startsOn }),
  ];
  return unless(reasons, () => [{ type: "PilotOpened", schema: 1, payload: { on: f.today } }]);
}

export const stopPilot = (_: Technology, c: Command<"StopPilot">): Decision<TechnologyEvent> =>
  unless([...required(c.reason, "reason"), ...required(c.lessons, "lessons")], () => [
    { type: "PilotStopped", schema: 1, payload: { reason: c.reason, lessons: c.lessons } },
  ]);

function startReasons({ plan, openedOn }: LockedPlan, next: PilotPlan, f: Facts): readonly Reason[] {
  if (next.startsOn === plan.startsOn) return [];
  return openedOn === null
    ? when(isBefore(next.startsOn, f.today), "StartInPast", "startsOn")
    : when(true, "PilotAlreadyOpen", "startsOn", { openedOn });
}

/** A look that came stays as it was. */
function lookChanges(before: PilotPlan, next: PilotPlan, f: Facts): readonly Reason[] {
  const come = before.looks.filter((day) => day <= f.today);
  const added = next.looks.filter((day) => !before.looks.includes(day));
  return [
    ...when(
      come.some((day, i) => next.looks[i] !== day),
      "PastLookChanged",
      "looks",
    ),
    ...when(
      added.some((day) => isBefore(day, f.today)),
      "LookInPast",
      "looks",
    ),
  ];
}

const asJson = ({ indicators, fairness, ...plan }: PilotPlan): JsonObject => ({
  ...plan,
  fairness: fairness === null ? null : { ...fairness },
  indicators: Object.fromEntries(Object.entries(indicators).map(([key, planned]) => [key, { ...planned }])),
});
