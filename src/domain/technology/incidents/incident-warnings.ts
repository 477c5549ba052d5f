import { addDays } from "../../words/days.ts";
import type { EarlyWarning, WarningGround } from "../manifest/warnings.ts";
import { clockKey, clocksIn, forever, isOpenClock } from "../state/incident-clocks.ts";
import { proposerOf } from "../state/people.ts";
import type { Technology } from "../state/technology.ts";
import { atShare } from "./incident-work.ts";
import { isOpen } from "./open-incidents.ts";

/** A term that runs out, from the policy's share of it on, and one that is over and nothing was delivered. */
export const clockWarnings = (
  t: Technology,
  { policy }: Pick<WarningGround, "policy">,
): readonly EarlyWarning<"clock-near" | "clock-overdue">[] =>
  clocksIn(t, policy, forever)
    .filter(isOpenClock)
    .flatMap((clock) => {
      const { from, due } = clock;
      if (from === null || due === null) return [];
      const of = { subject: clockKey(clock), due, person: proposerOf(t) };
      // What comes at the very end of a term is in time.
      const over = new Date(Date.parse(due) + 1).toISOString();
      const near = atShare(from, due, policy.safeguards.warnings.clockPercent);
      return [
        { kind: "clock-near" as const, from: near, until: over, weight: "notice" as const, ...of },
        { kind: "clock-overdue" as const, from: over, weight: "serious" as const, ...of },
      ];
    });

/** Incidents that were to be closed by their day and are not. */
export const openTooLong = (t: Technology): readonly EarlyWarning<"incident-overdue">[] =>
  t.incidents.filter(isOpen).map(({ incident, dueOn }) => ({
    kind: "incident-overdue",
    subject: incident,
    from: addDays(dueOn, 1),
    due: dueOn,
    weight: "serious",
    person: proposerOf(t),
    params: { incident },
  }));
