import type { Policy } from "../policy/policy.ts";
import { addMonths } from "../words/days.ts";
import type { Day } from "../words/text.ts";
import { tiers } from "../words/tier.ts";
import type { SafeguardAnswers } from "../technology/state/safeguards.ts";
import type { Technology } from "../technology/state/technology.ts";
import { rowsOf, textOf } from "./answers.ts";

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
