import type { Countable, CountsInPeriods } from "../manifest/countable.ts";
import { dueStanding } from "../manifest/countable.ts";
import { clockKey, clocksIn, forever, isOpenClock } from "../state/incident-clocks.ts";

/** Incidents by the day on which they were to be closed, and what each of them owed by the day on which its term ended. */
export const incidentCounts: CountsInPeriods = (t, ground) => [...closings(t, ground), ...dutiesOf(t, ground)];

const closings: CountsInPeriods = ({ incidents }, { dayOf }) =>
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

/** Terms of hours: whether one was met is what its clock says, its day is that on which it ended. */
const dutiesOf: CountsInPeriods = ({ incidents }, { policy, dayOf }) =>
  incidents.flatMap((incident) =>
    clocksIn({ incidents: [incident] }, policy, forever).flatMap((clock): readonly Countable[] => {
      if (clock.due === null) return [];
      const done = clock.stoppedAt === null ? null : dayOf(clock.stoppedAt);
      return [
        {
          kind: "deadline",
          standing: isOpenClock(clock) ? "open" : clock.state === "late" ? "late" : "met",
          subject: `clock/${clockKey(clock)}`,
          on: dayOf(clock.due),
          detail: { what: "clock", clock: clockKey(clock), done },
          position: incident.position,
        },
      ];
    }),
  );
