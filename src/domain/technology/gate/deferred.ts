import { namesThen } from "../../gates/names-then.ts";
import type { Gate, Policy } from "../../policy/policy.ts";
import type { DatedCondition } from "../state/decision.ts";
import type { Technology } from "../state/technology.ts";

/** One that the approvers add themselves; every other item defers a condition of the gate. */
export const isExtra = (condition: string): boolean => /^extra-[1-9]\d*$/.test(condition);

/** Defers a condition without saying what it named: drafted before that was on record. */
export const isUnsaid = ({ condition, names }: DatedCondition): boolean => names === undefined && !isExtra(condition);

/** The drafted list, each item with what it defers: said on record, or what stood when it was drafted. */
export function draftOf(t: Technology, gate: Gate, policy: Policy): readonly DatedCondition[] {
  const { draft = [], drafted = null } = t.ballots[gate] ?? {};
  return draft.map((dated) =>
    drafted !== null && isUnsaid(dated)
      ? { ...dated, names: namesThen(drafted, dated.condition, gate, policy) }
      : dated,
  );
}
