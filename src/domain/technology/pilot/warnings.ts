import { addDays } from "../../words/days.ts";
import type { EarlyWarning } from "../manifest/warnings.ts";
import { proposerOf } from "../state/people.ts";
import type { Technology } from "../state/technology.ts";

/** A pilot that was not opened on its day: its review dates come all the same, with fewer data than planned. */
export function startsLate(t: Technology): readonly EarlyWarning<"pilot-start-overdue">[] {
  if (t.stage !== "piloting" || t.plan === null || t.plan.openedOn !== null) return [];
  const due = t.plan.plan.startsOn;
  return [
    { kind: "pilot-start-overdue", from: addDays(due, 1), due, weight: "serious", person: proposerOf(t), params: {} },
  ];
}
