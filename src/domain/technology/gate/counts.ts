import type { Countable, CountsInPeriods } from "../manifest/countable.ts";
import { dueStanding } from "../manifest/countable.ts";

/** What gates decided, and the conditions that approvals set a day. */
export const gateCounts: CountsInPeriods = ({ decisions, conditions }, { dayOf }) => [
  ...decisions.map(({ gate, outcome, at, position }): Countable => ({
    kind: "decision",
    standing: `${gate}.${outcome}`,
    subject: String(position),
    on: dayOf(at),
    detail: { gate, outcome },
    position,
  })),
  ...conditions.map(({ condition, dueOn, fulfilledAt, decision }): Countable => {
    const done = fulfilledAt === null ? null : dayOf(fulfilledAt);
    return {
      kind: "deadline",
      standing: dueStanding(dueOn, done),
      subject: `condition/${decision}/${condition}`,
      on: dueOn,
      detail: { what: "condition", condition, done },
      position: decision,
    };
  }),
];
