import type { Decision } from "../../words/decision.ts";
import type { Facts } from "../state/facts.ts";
import { lapseVotes } from "../state/lapse-votes.ts";
import { overdueConditions } from "../state/overdue.ts";
import { mayDecide } from "../state/people.ts";
import { unless, when } from "../../words/reasons.ts";
import type { Technology, TechnologyCommand, TechnologyEvent } from "../state/technology.ts";
import { required } from "../../words/required.ts";

type Command<T extends TechnologyCommand["type"]> = Extract<TechnologyCommand, { type: T }>;

/** Anyone who runs or decides may stop the next step at once; going on takes an approver. */
export function holdRollout(t: Technology, c: Command<"HoldRollout">): Decision<TechnologyEvent> {
  const byPerson = t.rollout?.hold?.causes.some(({ kind }) => kind === "person") ?? false;
  return unless([...when(byPerson, "AlreadyHeld"), ...required(c.text, "text")], () => [
    { type: "RolloutHeld", schema: 2, payload: { cause: { kind: "person" }, text: c.text } },
  ]);
}

export function resumeRollout(t: Technology, c: Command<"ResumeRollout">, f: Facts): Decision<TechnologyEvent> {
  const reasons = [
    ...mayDecide(t, f.actor.id, f),
    ...when((t.rollout?.hold ?? null) === null, "NotHeld"),
    ...overdueConditions(t, f.today).map(({ condition, dueOn }) => ({
      code: "ConditionOverdue",
      params: { condition, dueOn },
    })),
    ...required(c.text, "text"),
  ];
  return unless(reasons, () => [{ type: "RolloutResumed", schema: 1, payload: { text: c.text } }]);
}

/** Back to evaluation: what was voted on for adoption is gone, and the old verdict no longer carries a rollout. */
export const rollBack = (t: Technology, c: Command<"RollBack">, f: Facts): Decision<TechnologyEvent> =>
  unless([...mayDecide(t, f.actor.id, f), ...required(c.text, "text")], () => [
    ...lapseVotes(t),
    { type: "RolledBack", schema: 1, payload: { text: c.text } },
  ]);

export const retire = (t: Technology, c: Command<"Retire">, f: Facts): Decision<TechnologyEvent> =>
  unless([...mayDecide(t, f.actor.id, f), ...required(c.reason, "reason")], () => [
    { type: "TechnologyRetired", schema: 1, payload: { reason: c.reason } },
  ]);
