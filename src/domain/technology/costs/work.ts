import { conditionsFor } from "../../policy/conditions-for.ts";
import type { Policy } from "../../policy/policy.ts";
import type { DateGround, Upcoming } from "../manifest/dates.ts";
import type { WorkGround, WorkItem } from "../manifest/work.ts";
import { costPlanOf, costReportDue } from "../state/cost-standing.ts";
import { addDays } from "../../words/days.ts";
import { proposerOf } from "../state/people.ts";
import type { Technology } from "../state/technology.ts";

/** Whether a gate of this policy asks of this technology what it costs. */
export const asksForCosts = ({ tier }: Pick<Technology, "tier">, { gates }: Pick<Policy, "gates">): boolean =>
  (["rollout", "adoption"] as const).some((gate) =>
    conditionsFor(gates[gate], tier).some(({ key }) => key === "costs-reported"),
  );

/** Stages in which there is work to plan and to report. */
export const withWork: readonly Technology["stage"][] = ["piloting", "evaluating", "rolling-out"];

/** Where a gate asks for it: the plan, then a report when it falls due. A plan made unasked is reported on too. */
export function toDo(t: Technology, { policy, today }: WorkGround): readonly WorkItem<"plan-costs" | "report-costs">[] {
  if (!withWork.includes(t.stage)) return [];
  const plan = costPlanOf(t);
  if (plan === null) return asksForCosts(t, policy) ? [{ kind: "plan-costs", person: proposerOf(t) }] : [];
  const due = costReportDue(t, policy);
  if (due === null || today < noticeOf(due)) return [];
  return [{ kind: "report-costs", person: proposerOf(t), due }];
}

export function ahead(t: Technology, { policy }: Pick<DateGround, "policy">): readonly Upcoming<"cost-report">[] {
  const due = withWork.includes(t.stage) ? costReportDue(t, policy) : null;
  return due === null ? [] : [{ what: "cost-report", on: due }];
}

/** A week before it is due there is something to report. */
const noticeOf = (due: string): string => addDays(due, -7);
