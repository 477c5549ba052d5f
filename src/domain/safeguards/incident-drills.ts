import type { Policy } from "../policy/policy.ts";
import { addMonths } from "../words/days.ts";
import type { Day } from "../words/text.ts";
import { tiers } from "../words/tier.ts";
import type { SafeguardAnswers } from "../technology/state/safeguards.ts";
import type { Technology } from "../technology/state/technology.ts";
import { rowsOf, textOf } from "./answers.ts";
import type { KindDue } from "./kind.ts";

/** What may happen, each with a plan of its own. */
export const incidentClasses = ["outage", "rollback", "leak", "intrusion", "wrong", "supplier", "other"] as const;

interface HeldDrill {
  readonly of: string;
  readonly on: Day;
}

/** Drills that the plan records, and those that the rollout recorded: bringing the way of before up again. */
export const drillsOf = (answers: SafeguardAnswers, { rollout }: Pick<Technology, "rollout">): readonly HeldDrill[] => [
  ...rowsOf(answers, "drills").flatMap((row) => {
    const [of, on] = [textOf(row, "drillClass"), textOf(row, "drillOn")];
    return of === null || on === null ? [] : [{ of, on }];
  }),
  ...(rollout?.drills ?? []).map(({ on }) => ({ of: "rollback", on })),
];

export const lastDrill = (drills: readonly HeldDrill[]): Day | null =>
  drills.map(({ on }) => on).reduce<Day | null>((last, on) => (last === null || on > last ? on : last), null);

/** The last day on which a drill counts. */
export const lastDrillDay = (on: Day, months: number): Day => addMonths(on, months);

export const plannedClasses = (answers: SafeguardAnswers): readonly string[] => [
  ...new Set(rowsOf(answers, "events").flatMap((row) => textOf(row, "class") ?? [])),
];

/** Whether a drill of each class is asked for, or one of any. */
export function eachClassDrilled({ tier }: Pick<Technology, "tier">, { safeguards }: Policy): boolean {
  const { eachFrom } = safeguards.drills;
  return eachFrom !== null && tiers.indexOf(tier) >= tiers.indexOf(eachFrom);
}

/**
 * The last day of the drill that counts now; where each class has one of its own, that of each. Only of what was rehearsed:
 * what never was has no day.
 */
export function drillsDue(answers: SafeguardAnswers, t: Technology, policy: Policy): readonly KindDue[] {
  const { months } = policy.safeguards.drills;
  if (months === null) return [];
  const drills = drillsOf(answers, t);
  const due = (last: Day | null, of: string): readonly KindDue[] =>
    last === null ? [] : [{ what: "drill", id: of, by: lastDrillDay(last, months), bars: true, params: { class: of } }];
  return eachClassDrilled(t, policy)
    ? plannedClasses(answers).flatMap((name) => due(lastDrill(drills.filter(({ of }) => of === name)), name))
    : due(lastDrill(drills), "any");
}
