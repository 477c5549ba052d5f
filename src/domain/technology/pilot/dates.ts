import type { Policy } from "../../policy/policy.ts";
import { addDays } from "../../words/days.ts";
import type { Day } from "../../words/text.ts";
import type { DateGround, Upcoming } from "../manifest/dates.ts";
import { pilotEnd } from "../state/pilot-end.ts";
import type { Technology } from "../state/technology.ts";

export function ahead(t: Technology, { today }: DateGround): readonly Upcoming<"pilot-start" | "look" | "pilot-end">[] {
  if (t.stage !== "piloting" || t.plan === null) return [];
  if (t.plan.openedOn === null) return [{ what: "pilot-start", on: t.plan.plan.startsOn }];
  const end = pilotEnd(t);
  const look = looksToTake(t)[0];
  return [
    ...(look === undefined ? [] : [{ what: "look", on: look, which: looksFrom(t, 0) } as const]),
    ...(end === null || end <= today ? [] : [{ what: "pilot-end", on: end } as const]),
  ];
}

/** Looks after the next one. */
export const laterLooks = (t: Technology): readonly Upcoming<"look">[] =>
  t.stage === "piloting"
    ? looksToTake(t)
        .slice(1)
        .map((on, at) => ({ what: "look", on, which: looksFrom(t, at + 1) }))
    : [];

/** Its number among all that the plan has. */
const looksFrom = (t: Technology, at: number): string =>
  String((t.plan?.plan.looks.length ?? 0) - looksToTake(t).length + at + 1);

export function looksToTake({ plan, looks }: Technology): readonly Day[] {
  if (plan === null || plan.openedOn === null) return [];
  return plan.plan.looks.slice(looks.filter((look) => look.plan === plan.number).length);
}

export function daysShown(t: Technology, policy: Policy): readonly Day[] {
  const opened = t.plan?.openedOn ?? null;
  const end = pilotEnd(t);
  return [
    ...(opened === null ? [] : [addDays(opened, policy.tiers[t.tier].minimumPilotDays)]),
    ...(end === null ? [] : [end]),
  ];
}
