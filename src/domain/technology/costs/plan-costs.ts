import { estimateRules } from "../../costs/earned-value.ts";
import { budgetOf } from "../../costs/work-package.ts";
import type { Decision, Reason } from "../../words/decision.ts";
import { addDays, isBefore, isDay } from "../../words/days.ts";
import { notAfter, notTooEarly } from "../../words/day-limits.ts";
import { unless, when } from "../../words/reasons.ts";
import { required } from "../../words/required.ts";
import { costPlanOf } from "../state/cost-standing.ts";
import { workParts } from "../state/costs.ts";
import type { TypedPackage, WorkPackage } from "../state/costs.ts";
import type { Facts } from "../state/facts.ts";
import { mayAuthor } from "../state/people.ts";
import type { CommandOf, Technology, TechnologyEvent } from "../state/technology.ts";
import { isMoney } from "./money.ts";

/** More than anybody reports on one by one. */
export const mostPackages = 40;

/** Days from today to the end of the work, at most. */
const workReach = 3660;

/** The first plan of the work: from then on it changes by an amendment with its reason only. */
export function lockCostPlan(t: Technology, c: CommandOf<"LockCostPlan">, f: Facts): Decision<TechnologyEvent> {
  const reasons = [
    ...mayAuthor(t, f.actor.id),
    ...when(costPlanOf(t) !== null, "CostPlanLockedAlready"),
    ...planReasons(t, c, f),
  ];
  return unless(reasons, () => [
    {
      type: "CostPlanLocked",
      schema: 1,
      payload: { number: 1, on: f.today, currency: t.proposal.cost.currency, plan: planOf(t, c) },
    },
  ]);
}

/** Another plan in place of the one in force, which stays on record. Reports begin anew: what was reported was on the old one. */
export function amendCostPlan(t: Technology, c: CommandOf<"AmendCostPlan">, f: Facts): Decision<TechnologyEvent> {
  const before = costPlanOf(t);
  const plan = planOf(t, c);
  const changed = changedIn(before?.plan.packages ?? [], plan.packages);
  const reasons = [
    ...mayAuthor(t, f.actor.id),
    ...when(before === null, "CostPlanMissing"),
    ...planReasons(t, c, f),
    ...when(changed.length === 0 && before?.plan.estimate === c.estimate, "NothingChanged", "packages"),
    ...required(c.reason, "reason"),
  ];
  return unless(reasons, () => [
    {
      type: "CostPlanAmended",
      schema: 1,
      payload: {
        number: (before?.number ?? 0) + 1,
        on: f.today,
        currency: t.proposal.cost.currency,
        plan,
        changed,
        reason: c.reason,
      },
    },
  ]);
}

type Typed = Pick<CommandOf<"LockCostPlan">, "estimate" | "packages">;

function planReasons(t: Technology, { estimate, packages }: Typed, f: Facts): readonly Reason[] {
  const ids = packages.flatMap(({ package: id }) => id ?? []);
  const known = new Set(costPlanOf(t)?.plan.packages.map(({ package: id }) => id));
  return [
    ...when(!estimateRules.includes(estimate), "EstimateRuleUnknown", "estimate"),
    ...when(packages.length === 0, "PackagesMissing", "packages"),
    ...when(packages.length > mostPackages, "PackagesTooMany", "packages", { most: mostPackages }),
    ...when(new Set(ids).size < ids.length || ids.some((id) => !known.has(id)), "PackageUnknown", "packages"),
    ...packages.flatMap((task, i) => packageReasons(task, `packages.${i}`, f)),
    ...when(packages.length > 0 && budgetOf(packages) === 0, "BudgetMissing", "packages.0.budget"),
  ];
}

const packageReasons = (task: TypedPackage, at: string, f: Facts): readonly Reason[] => [
  ...required(task.name, `${at}.name`),
  ...when(!workParts.includes(task.part), "WorkPartUnknown", `${at}.part`),
  ...dayReasons(task.startsOn, `${at}.startsOn`, f),
  ...dayReasons(task.endsOn, `${at}.endsOn`, f),
  ...when(isBefore(task.endsOn, task.startsOn), "PeriodReversed", `${at}.endsOn`),
  ...when(!isMoney(task.budget), "MoneyMalformed", `${at}.budget`),
];

const dayReasons = (day: string, field: string, { today }: Facts): readonly Reason[] =>
  isDay(day)
    ? [...notTooEarly(day, field), ...notAfter(day, addDays(today, workReach), field)]
    : when(true, "DayMalformed", field);

/** New work is numbered on from all that any plan ever had, so that no number comes to mean something else. */
function planOf(t: Technology, { estimate, packages }: Typed) {
  const numbers = t.costPlans.flatMap(({ plan }) => plan.packages.map(({ package: id }) => Number(id.slice(1))));
  let last = Math.max(0, ...numbers);
  return {
    estimate,
    packages: packages.map((task): WorkPackage => ({ ...task, package: task.package ?? `w${(last += 1)}` })),
  };
}

/** Packages that are new, gone or planned otherwise. */
function changedIn(before: readonly WorkPackage[], now: readonly WorkPackage[]): readonly string[] {
  const as = (list: readonly WorkPackage[]) =>
    new Map(list.map((task) => [task.package, JSON.stringify(inOrder(task))]));
  const [was, is] = [as(before), as(now)];
  return [...new Set([...was.keys(), ...is.keys()])].filter((id) => was.get(id) !== is.get(id));
}

const inOrder = ({ name, part, startsOn, endsOn, budget }: WorkPackage) => [name, part, startsOn, endsOn, budget];
