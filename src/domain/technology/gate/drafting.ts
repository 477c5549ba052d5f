import type { Decision, Reason } from "../../words/decision.ts";
import { assessGate } from "../../gates/assess.ts";
import type { ConditionResult } from "../state/condition-result.ts";
import { beyond } from "../state/thing.ts";
import type { Thing } from "../state/thing.ts";
import type { DatedCondition } from "../state/decision.ts";
import { addDays, isBefore, isDay } from "../../words/days.ts";
import type { Facts } from "../state/facts.ts";
import { draftOf, isExtra } from "./deferred.ts";
import { gateMustBeOpen } from "../state/open-gate.ts";
import { ownerReasons } from "../state/owners.ts";
import { mayDecide } from "../state/people.ts";
import { pinnedPolicy } from "../state/policy-of.ts";
import { unless, when } from "../../words/reasons.ts";
import type { Technology, TechnologyCommand, TechnologyEvent } from "../state/technology.ts";
import { required } from "../../words/required.ts";

type DraftConditions = Extract<TechnologyCommand, { type: "DraftConditions" }>;

/** The one list that "approve with conditions" is voted on; editing it voids the votes given on the old one. */
export function draftConditions(t: Technology, c: DraftConditions, f: Facts): Decision<TechnologyEvent> {
  const { gate } = c;
  const policy = pinnedPolicy(t, f);
  const conditions = assessGate(gate, t, policy, f);
  const list = c.conditions.map((dated) => deferring(dated, conditions));
  const keys = c.conditions.map(({ condition }) => condition);
  const reasons = [
    ...gateMustBeOpen(t, gate),
    ...mayDecide(t, f.actor.id, f),
    ...when(sameList(list, draftOf(t, gate, policy)), "NothingChanged", "conditions"),
    ...when(new Set(keys).size < keys.length, "ConditionRepeated", "conditions"),
    ...c.conditions.flatMap((dated, i) =>
      itemReasons(dated, `conditions.${i}`, conditions, policy.terms.conditionDays, f),
    ),
  ];
  return unless(reasons, () => [
    { type: "ConditionsDrafted", schema: 1, payload: { gate, conditions: list } },
    ...voided(t, c),
  ]);
}

/** Each item is bound to what its condition names now, whatever the command says. */
function deferring(
  { condition, text, dueOn, owner }: DatedCondition,
  conditions: readonly ConditionResult[],
): DatedCondition {
  const names = conditions.find(({ key }) => key === condition)?.names;
  return { condition, text, dueOn, owner, ...(names !== undefined && { names }) };
}

function voided(t: Technology, { gate }: DraftConditions): readonly TechnologyEvent[] {
  const voters = (t.ballots[gate]?.votes ?? [])
    .filter(({ option }) => option === "approve-with-conditions")
    .map(({ person }) => person);
  if (voters.length === 0) return [];
  return [{ type: "VotesLapsed", schema: 1, payload: { gate, voters, why: "conditions-edited" } }];
}

/** Each is an open condition that the policy lets be deferred, or one the approvers add ("extra-1" …). */
function itemReasons(
  { condition, text, dueOn, owner }: DatedCondition,
  path: string,
  conditions: readonly ConditionResult[],
  mostDays: number,
  f: Facts,
): readonly Reason[] {
  const latest = addDays(f.today, mostDays);
  const known = conditions.find(({ key }) => key === condition);
  return [
    ...when(known === undefined && !isExtra(condition), "ConditionUnknown", path, { condition }),
    ...when(known !== undefined && !known.deferrable, "ConditionNotDeferrable", path, { condition }),
    ...when(known?.status === "met" || known?.status === "waived", "ConditionNotOpen", path, { condition }),
    ...required(text, `${path}.text`),
    ...when(!isDay(dueOn), "DayMalformed", `${path}.dueOn`),
    ...when(isDay(dueOn) && !isBefore(f.today, dueOn), "DateNotAhead", `${path}.dueOn`, { today: f.today }),
    ...when(isDay(dueOn) && isBefore(latest, dueOn), "ConditionTooFar", `${path}.dueOn`, { latest, mostDays }),
    ...ownerReasons(owner, `${path}.owner`, f),
  ];
}

const sameList = (a: readonly DatedCondition[], b: readonly DatedCondition[]): boolean =>
  a.length === b.length &&
  a.every((dated, i) => {
    const other = b[i];
    return (
      other !== undefined &&
      dated.condition === other.condition &&
      dated.text === other.text &&
      dated.dueOn === other.dueOn &&
      dated.owner === other.owner &&
      sameThings(dated.names, other.names)
    );
  });

/** Neither names more, worse or other than the other one. */
const sameThings = (a: readonly Thing[] = [], b: readonly Thing[] = []): boolean =>
  beyond(a, b).length === 0 && beyond(b, a).length === 0;
