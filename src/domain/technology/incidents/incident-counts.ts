import type { Countable, CountsInPeriods } from "../manifest/countable.ts";
import { dueStanding } from "../manifest/countable.ts";

/** Incidents by the day on which they were to be closed. */
export const incidentCounts: CountsInPeriods = ({ incidents }, { dayOf }) =>
  incidents.map(({ incident, dueOn, closedAt, severity, position }): Countable => {
    const done = closedAt === null ? null : dayOf(closedAt);
    return {
      kind: "deadline",
      standing: dueStanding(dueOn, done),
      subject: `incident/${incident}`,
      on: dueOn,
      detail: { what: "incident", severity, done },
      position,
    };
  });
