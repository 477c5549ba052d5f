import type { Day } from "../../words/text.ts";
import { dueAtOnce, endOf } from "../manifest/dates.ts";
import type { DateGround, Upcoming } from "../manifest/dates.ts";
import { gateDue, hasVotes } from "../state/gate-ahead.ts";
import type { Technology } from "../state/technology.ts";

export function dues(t: Technology, { policy, today, dayOf }: DateGround): readonly Upcoming<"gate">[] {
  const due = gateDue(t, policy, today, dayOf);
  return due === null ? [] : [{ what: "gate", on: due }];
}

export const conditionDues = (t: Technology): readonly Upcoming<"condition">[] =>
  open(t).map(({ condition, dueOn }) => ({ what: "condition", on: dueOn, which: condition }));

export function swept(t: Technology): readonly Day[] {
  return [
    ...(hasVotes(t) ? [dueAtOnce] : []),
    ...endOf(t.waivers.filter(({ state }) => state === "granted" || state === "asked").map(({ until }) => until)),
    ...endOf(unfulfilled(t)),
  ];
}

const open = ({ conditions }: Technology) => conditions.filter(({ fulfilledAt }) => fulfilledAt === null);

const unfulfilled = (t: Technology): readonly Day[] => open(t).map(({ dueOn }) => dueOn);
