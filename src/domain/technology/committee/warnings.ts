import { addDays } from "../../words/days.ts";
import type { EarlyWarning, WarningGround } from "../manifest/warnings.ts";
import { panelNow } from "../state/committee.ts";
import { neverDeciding } from "../state/people.ts";
import type { Technology } from "../state/technology.ts";
import { endedShort } from "./short.ts";

/** The committee's day went by without opinions enough. Members can give none any more, so approvers have it. */
export function opinionsLate(t: Technology, { policy }: WarningGround): readonly EarlyWarning<"opinions-overdue">[] {
  const panel = t.stage === "evaluating" ? panelNow(t) : null;
  if (panel === null) return [];
  const [due, from] = [panel.deadline, addDays(panel.deadline, 1)];
  if (!endedShort(t, panel, policy, from)) return [];
  const late = { from, due, weight: "serious" as const, role: "approver" as const, params: {} };
  return [{ kind: "opinions-overdue", subject: panel.panel, excluded: neverDeciding(t), ...late }];
}
