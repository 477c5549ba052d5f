import type { Reason } from "../../words/decision.ts";
import type { Step } from "../manifest/chapter.ts";
import type { Facts } from "../state/facts.ts";
import { clockKey, clocksIn, isBarring } from "../state/incident-clocks.ts";
import type { Clock } from "../state/incident-clocks.ts";
import { pinnedPolicy } from "../state/policy-of.ts";
import type { Technology } from "../state/technology.ts";

/** A duty that is overdue holds the rollout, once. It goes on when an approver says so, and not before it is delivered. */
export const holdOverClocks: Step = (t, f) => {
  if (t.stage !== "rolling-out") return [];
  const causes = t.rollout?.hold?.causes ?? [];
  return barring(t, f)
    .map(clockKey)
    .filter((clock) => !causes.some((cause) => cause.kind === "clock-overdue" && cause.clock === clock))
    .map((clock) => ({
      type: "RolloutHeld",
      schema: 2,
      payload: { cause: { kind: "clock-overdue", clock }, text: null },
    }));
};

/** The same without the sweep: nobody gets ahead of it between the end of a term and the next hour. */
export function clocksOverdue(t: Technology, f: Facts): readonly Reason[] {
  const incidents = [...new Set(barring(t, f).map(({ incident }) => incident))];
  return incidents.length === 0 ? [] : [{ code: "ClocksOverdue", params: { incidents } }];
}

const barring = (t: Technology, f: Facts): readonly Clock[] => clocksIn(t, pinnedPolicy(t, f), f.now).filter(isBarring);
