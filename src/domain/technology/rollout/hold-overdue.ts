import type { Step } from "../manifest/chapter.ts";
import { overdueConditions } from "../state/overdue.ts";

/** An overdue condition of an approval holds the rollout, once for each day it was due. */
export const holdOverdue: Step = (t, f) => {
  if (t.stage !== "rolling-out") return [];
  const causes = t.rollout?.hold?.causes ?? [];
  return overdueConditions(t, f.today)
    .filter(
      ({ condition, dueOn }) =>
        !causes.some(
          (cause) => cause.kind === "condition-overdue" && cause.condition === condition && cause.dueOn === dueOn,
        ),
    )
    .map(({ condition, dueOn }) => ({
      type: "RolloutHeld",
      schema: 2,
      payload: { cause: { kind: "condition-overdue", condition, dueOn }, text: null },
    }));
};
