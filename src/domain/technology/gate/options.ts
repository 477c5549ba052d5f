import type { Reason } from "../../words/decision.ts";
import type { ConditionResult } from "../state/condition-result.ts";
import { covers } from "../state/thing.ts";
import type { Gate } from "../../policy/policy.ts";
import { isBefore } from "../../words/days.ts";
import type { DatedCondition, VoteOption } from "../state/decision.ts";
import { when } from "../../words/reasons.ts";
import type { Day } from "../../words/text.ts";

export interface Choice {
  readonly gate: Gate;
  readonly conditions: readonly ConditionResult[];
  /** The drafted list of dated conditions; empty where none was drafted. */
  readonly draft: readonly DatedCondition[];
  readonly today: Day;
}

/** Why an option cannot be voted for now; empty where it is open. Return, reject and abstain always are. */
export function optionReasons(option: VoteOption, choice: Choice): readonly Reason[] {
  switch (option) {
    case "approve":
      return [...verdictReasons(choice), ...openConditions(choice).map((open) => conditionOpen(choice.gate, open))];
    case "approve-with-conditions":
      return [...verdictReasons(choice), ...deferralReasons(choice), ...draftReasons(choice)];
    case "return":
    case "reject":
    case "abstain":
      return [];
    default:
      return option satisfies never;
  }
}

const verdictKey = "verdict-of-evidence";

/** Whatever a policy lists or lets go: nothing is rolled out without a pass. */
function verdictReasons({ gate, conditions }: Choice): readonly Reason[] {
  if (gate !== "rollout") return [];
  const status = conditions.find(({ key }) => key === verdictKey)?.status ?? "unknown";
  return when(status !== "met", "VerdictNotPass", "option", { status });
}

const openConditions = ({ gate, conditions }: Choice): readonly ConditionResult[] =>
  conditions.filter(
    ({ key, status }) => status !== "met" && status !== "waived" && !(gate === "rollout" && key === verdictKey),
  );

const conditionOpen = (gate: Gate, { key, status }: ConditionResult): Reason => ({
  code: "ConditionOpen",
  params: { gate, condition: key, status },
  field: "option",
});

const deferralReasons = (choice: Choice): readonly Reason[] =>
  openConditions(choice)
    .filter(({ deferrable }) => !deferrable)
    .map(({ key, status }) => ({
      code: "ConditionNotDeferrable",
      params: { gate: choice.gate, condition: key, status },
      field: "option",
    }));

/** What an item was drafted for, or less of it: what came since is on no list. */
const defers = ({ condition, names }: DatedCondition, open: ConditionResult): boolean =>
  condition === open.key && covers(names ?? [], open.names ?? []);

/** Every condition left open has its date and owner on the one list that is voted on. */
function draftReasons(choice: Choice): readonly Reason[] {
  const { gate, draft, today } = choice;
  if (draft.length === 0) return when(true, "ConditionsNotDrafted", "option", { gate });
  return [
    ...openConditions(choice)
      .filter((open) => open.deferrable && !draft.some((dated) => defers(dated, open)))
      .map(({ key }) => ({ code: "ConditionNotCovered", params: { gate, condition: key }, field: "option" })),
    ...draft
      .filter(({ dueOn }) => isBefore(dueOn, today))
      .map(({ condition, dueOn }) => ({ code: "DraftOverdue", params: { condition, dueOn }, field: "option" })),
  ];
}
