import type { ConditionRule, Policy } from "../policy/policy.ts";
import { isBefore } from "../words/days.ts";
import type { Waiver } from "../technology/state/technology.ts";
import type { Day } from "../words/text.ts";
import type { ConditionResult } from "../technology/state/condition-result.ts";
import type { Dossier } from "./dossier.ts";
import { namesThen } from "./names-then.ts";
import { beyond, covers } from "../technology/state/thing.ts";
import type { Thing } from "../technology/state/thing.ts";

/** Which waiver answers for what a condition names now; null where none does. */
export type Covering = (rule: ConditionRule, names: readonly Thing[], dossier: Dossier) => CoveringWaiver | null;

interface CoveringWaiver {
  readonly id: string;
  readonly until: Day;
  readonly covers: readonly Thing[];
}

/** A waiver answers for what stood when it was granted, or less of it; more, worse or other opens the condition again. */
export const coveringWaiver: Covering = (rule, names, { gate, technology, policy, today }) =>
  technology.waivers
    .filter((waiver) => waiver.gate === gate && isInForce(waiver, rule, today))
    .map((waiver) => ({ id: waiver.waiver, until: waiver.until, covers: granted(waiver, policy) }))
    .find((waiver) => covers(waiver.covers, names)) ?? null;

/** A waiver stands through its last day, and only while the policy lets its condition be waived. */
export const isInForce = (waiver: Waiver, rule: Pick<ConditionRule, "key" | "waivable">, today: Day): boolean =>
  rule.waivable && waiver.condition === rule.key && waiver.state === "granted" && !isBefore(waiver.until, today);

/** What it was granted for: what stood at the last act on it. */
export function granted({ stood, condition, gate }: Waiver, policy: Policy): readonly Thing[] {
  const last = stood.at(-1);
  return last === undefined ? [] : namesThen(last, condition, gate, policy);
}

/** A waiver in force whose condition is open all the same: what it answers for, and what came since. */
export interface Outgrown {
  readonly condition: string;
  readonly waiver: string;
  readonly covers: readonly Thing[];
  readonly since: readonly Thing[];
}

export const outgrownWaivers = (
  { gate, technology, policy, today }: Dossier,
  conditions: readonly ConditionResult[],
): readonly Outgrown[] =>
  conditions
    .filter(({ status }) => status === "unmet" || status === "unknown")
    .flatMap((open) =>
      technology.waivers
        .filter((waiver) => waiver.gate === gate && isInForce(waiver, open, today))
        .map((waiver) => {
          const covered = granted(waiver, policy);
          const since = beyond(covered, open.names ?? []);
          return { condition: open.key, waiver: waiver.waiver, covers: covered, since };
        }),
    );
