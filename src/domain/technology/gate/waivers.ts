import type { Decision, Reason } from "../../words/decision.ts";
import { assessGate } from "../../gates/assess.ts";
import { findingOf } from "../../gates/dossier-of.ts";
import type { Gate } from "../../policy/policy.ts";
import { addDays, isBefore, isDay } from "../../words/days.ts";
import { judgeReasons } from "./eligible.ts";
import type { Facts } from "../state/facts.ts";
import { gateMustBeOpen } from "../state/open-gate.ts";
import { hasDecided, keptFromDeciding } from "../state/people.ts";
import { pinnedPolicy } from "../state/policy-of.ts";
import { unless, when } from "../../words/reasons.ts";
import type { Technology, Waiver, TechnologyCommand, TechnologyEvent } from "../state/technology.ts";
import type { Day } from "../../words/text.ts";
import { required } from "../../words/required.ts";
import { beyondAsked, digestOfFinding, findingNow, supportersNow } from "./waiver-finding.ts";

type Command<T extends TechnologyCommand["type"]> = Extract<TechnologyCommand, { type: T }>;

/** Asked for by anyone who does not decide here, for a condition of the open gate that the policy lets be waived. */
export function requestWaiver(t: Technology, c: Command<"RequestWaiver">, f: Facts): Decision<TechnologyEvent> {
  const { gate, condition, reason, control, until } = c;
  const reasons = [
    ...gateMustBeOpen(t, gate),
    ...askerReasons(t, f),
    ...conditionReasons(t, c, f),
    ...required(reason, "reason"),
    ...required(control, "control"),
    ...untilReasons(until, pinnedPolicy(t, f).waivers.mostDays, f.today),
  ];
  const waiver = `w${t.waivers.length + 1}`;
  return unless(reasons, () => {
    const { names } = findingOf(condition, gate, t, pinnedPolicy(t, f), f);
    const payload = { waiver, gate, condition, reason, control, until, names };
    return [{ type: "WaiverRequested", schema: 1, payload }];
  });
}

/**
 * The first approver supports, the last of those the policy asks for grants. It is bound to what stands then, and that
 * may be no more than what was shown to any of those before.
 */
export function grantWaiver(t: Technology, c: Command<"GrantWaiver">, f: Facts): Decision<TechnologyEvent> {
  const actor = f.actor.id;
  const waiver = t.waivers.find((waiver) => waiver.waiver === c.waiver);
  const reasons = [
    ...judgeReasons(t, actor, f),
    ...pendingReasons(waiver, c.waiver, f),
    ...when(waiver?.supporters.includes(actor) ?? false, "AlreadySupported", undefined, { waiver: c.waiver }),
    ...(waiver?.state === "asked" ? findingReasons(t, waiver, c.shown, f) : []),
  ];
  return unless<TechnologyEvent>(reasons, () => {
    if (waiver === undefined) throw new Error(`${c.waiver} is granted and unknown`);
    const { names } = findingNow(t, waiver, f);
    const by = [...supportersNow(t, waiver, f), actor];
    return by.length < pinnedPolicy(t, f).waivers.grantors
      ? [{ type: "WaiverSupported", schema: 1, payload: { waiver: c.waiver, by: actor, names } }]
      : [{ type: "WaiverGranted", schema: 1, payload: { waiver: c.waiver, by, names } }];
  });
}

export function refuseWaiver(t: Technology, c: Command<"RefuseWaiver">, f: Facts): Decision<TechnologyEvent> {
  const waiver = t.waivers.find((waiver) => waiver.waiver === c.waiver);
  const reasons = [
    ...judgeReasons(t, f.actor.id, f),
    ...when(waiver === undefined, "WaiverUnknown", undefined, { waiver: c.waiver }),
    ...when(waiver !== undefined && waiver.state !== "asked", "WaiverNotPending", undefined, { waiver: c.waiver }),
    ...required(c.reason, "reason"),
  ];
  return unless(reasons, () => [
    { type: "WaiverRefused", schema: 1, payload: { waiver: c.waiver, by: f.actor.id, reason: c.reason } },
  ]);
}

const askerReasons = (t: Technology, f: Facts): readonly Reason[] =>
  when(keptFromDeciding(t, f.actor.id, f).length === 0 || hasDecided(t, f.actor.id), "DeciderMayNotAsk");

function conditionReasons(t: Technology, { gate, condition }: Command<"RequestWaiver">, f: Facts): readonly Reason[] {
  const result = assessGate(gate, t, pinnedPolicy(t, f), f).find(({ key }) => key === condition);
  if (result === undefined) return when(true, "ConditionUnknown", "condition", { condition });
  return [
    ...when(!result.waivable, "ConditionNotWaivable", "condition", { condition }),
    ...when(result.status === "met", "ConditionNotOpen", "condition", { condition }),
    ...when(askedFor(t, gate, condition, f) !== undefined || result.status === "waived", "WaiverExists", "condition", {
      condition,
    }),
  ];
}

/** The waiver of a condition that waits to be granted, and so stands in the way of another. */
export const askedFor = (t: Technology, gate: Gate, condition: string, f: Facts): Waiver | undefined =>
  t.waivers.find(
    (waiver) =>
      waiver.gate === gate &&
      waiver.condition === condition &&
      isPending(waiver, f) &&
      beyondAsked(t, waiver, f).length === 0,
  );

/** One that was outgrown stands in nobody's way: it can no longer be granted. */
const isPending = ({ state, until }: Waiver, f: Facts): boolean => state === "asked" && !isBefore(until, f.today);

function findingReasons(t: Technology, waiver: Waiver, findingSeen: string, f: Facts): readonly Reason[] {
  const finding = findingNow(t, waiver, f);
  const { waiver: id, condition } = waiver;
  return [
    ...when(finding.status === "met", "ConditionNotOpen", undefined, { condition }),
    ...when(beyondAsked(t, waiver, f).length > 0, "WaiverOutgrown", undefined, { waiver: id, condition }),
    ...when(findingSeen !== digestOfFinding(finding), "FindingChanged", "shown", { condition }),
  ];
}

function untilReasons(until: Day, mostDays: number, today: Day): readonly Reason[] {
  if (!isDay(until)) return when(true, "DayMalformed", "until");
  const latest = addDays(today, mostDays);
  return [
    ...when(!isBefore(today, until), "DateNotAhead", "until", { today }),
    ...when(isBefore(latest, until), "WaiverTooLong", "until", { latest, mostDays }),
  ];
}

function pendingReasons(waiver: Waiver | undefined, id: string, f: Facts): readonly Reason[] {
  if (waiver === undefined) return when(true, "WaiverUnknown", undefined, { waiver: id });
  return [
    ...when(waiver.state !== "asked", "WaiverNotPending", undefined, { waiver: id }),
    ...when(isBefore(waiver.until, f.today), "WaiverExpired", undefined, { waiver: id, until: waiver.until }),
    ...when(waiver.askedBy === f.actor.id, "AskerMayNotGrant", undefined, { waiver: id }),
  ];
}
