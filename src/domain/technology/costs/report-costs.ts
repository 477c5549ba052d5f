import { firstDay } from "../../costs/work-package.ts";
import type { Decision, Reason } from "../../words/decision.ts";
import { isBefore, isDay } from "../../words/days.ts";
import { unless, when } from "../../words/reasons.ts";
import { isDigest } from "../../words/required.ts";
import { costPlanOf, reportsOn } from "../state/cost-standing.ts";
import type { CostLine, LockedCostPlan } from "../state/costs.ts";
import type { Facts } from "../state/facts.ts";
import { mayAuthor } from "../state/people.ts";
import type { CommandOf, Technology, TechnologyEvent } from "../state/technology.ts";
import { isMoney } from "./money.ts";

/** How far the work has come and what it has cost, as of a day, package by package: one that is left out would look undone. */
export function reportCosts(t: Technology, c: CommandOf<"ReportCosts">, f: Facts): Decision<TechnologyEvent> {
  const plan = costPlanOf(t);
  const reasons = [
    ...mayAuthor(t, f.actor.id),
    ...when(plan === null, "CostPlanMissing"),
    ...(plan === null ? [] : [...dayReasons(t, plan, c.asOf, f), ...lineReasons(plan, c.lines)]),
    ...when(c.text !== null && !isDigest(c.text), "TextMissing", "text"),
  ];
  const { asOf, lines, text } = c;
  return unless(reasons, () => [
    { type: "CostReported", schema: 1, payload: { asOf, plan: plan?.number ?? 0, lines, text } },
  ]);
}

/** Days go forward; as of the day of the last report, a report takes its place. */
function dayReasons(t: Technology, plan: LockedCostPlan, asOf: string, { today }: Facts): readonly Reason[] {
  if (!isDay(asOf)) return when(true, "DayMalformed", "asOf");
  const last = reportsOn(t, plan).at(-1)?.asOf ?? null;
  const first = firstDay(plan.plan.packages);
  return [
    ...when(isBefore(today, asOf), "ReportInFuture", "asOf", { today }),
    ...when(isBefore(asOf, first), "ReportBeforeWork", "asOf", { first }),
    ...when(last !== null && isBefore(asOf, last), "ReportBeforeLast", "asOf", { last }),
  ];
}

function lineReasons({ plan }: LockedCostPlan, lines: readonly CostLine[]): readonly Reason[] {
  const ids = lines.map(({ package: id }) => id);
  const complete = ids.length === plan.packages.length && plan.packages.every(({ package: id }) => ids.includes(id));
  return [
    ...when(!complete, "PackagesNotThese", "lines"),
    ...lines.flatMap(({ done, spent }, i) => [
      ...when(!(done >= 0 && done <= 1), "ShareOutOfRange", `lines.${i}.done`),
      ...when(!isMoney(spent), "MoneyMalformed", `lines.${i}.spent`),
    ]),
  ];
}
