import type { Decision, Reason } from "../../words/decision.ts";
import { addDays } from "../../words/days.ts";
import type { Facts } from "../state/facts.ts";
import { mayDecide, mayEvaluate } from "../state/people.ts";
import { pinnedPolicy } from "../state/policy-of.ts";
import { unless, when } from "../../words/reasons.ts";
import { evaluatorOf, isActive, notAssigned } from "../state/evaluators.ts";
import type { Technology, TechnologyCommand, TechnologyEvent } from "../state/technology.ts";
import type { PersonId } from "../../words/text.ts";
import { required } from "../../words/required.ts";

type Command<T extends TechnologyCommand["type"]> = Extract<TechnologyCommand, { type: T }>;

export function assignEvaluators(t: Technology, c: Command<"AssignEvaluators">, f: Facts): Decision<TechnologyEvent> {
  const before = t.evaluation?.evaluators ?? [];
  const total = before.filter(isActive).length + new Set(c.evaluators).size;
  const reasons = [
    ...mayDecide(t, f.actor.id, f),
    ...when((t.evaluation?.revealed ?? null) !== null, "ScoresRevealedAlready"),
    ...when(c.evaluators.length === 0, "EvaluatorMissing", "evaluators"),
    ...when(new Set(c.evaluators).size < c.evaluators.length, "EvaluatorRepeated", "evaluators"),
    ...tooFew(t, total, f),
    ...c.evaluators.flatMap((person) => [
      ...when(
        before.some((evaluator) => evaluator.person === person),
        "EvaluatorAlreadyAssigned",
        "evaluators",
        { person },
      ),
      ...mayEvaluate(t, person, f).map((reason) => ({ ...reason, field: "evaluators" })),
    ]),
  ];
  return unless(reasons, () => {
    const round = t.evaluation?.round ?? t.pastEvaluations.length + 1;
    const dueOn = addDays(f.today, pinnedPolicy(t, f).deadlines.scoringDays);
    return [{ type: "EvaluatorsAssigned", schema: 1, payload: { round, evaluators: c.evaluators, dueOn } }];
  });
}

/** An interest comes before the scores; a conflict that shows later is declared later, and recuses all the same. */
export function declareInterest(t: Technology, c: Command<"DeclareInterest">, f: Facts): Decision<TechnologyEvent> {
  const person = f.actor.id;
  const interest = evaluatorOf(t, person)?.interest;
  const again = interest === "conflict" || (interest === "none" && !c.conflict);
  const reasons = [
    ...notAssigned(t, person),
    ...when(again, "InterestDeclaredAlready", "conflict"),
    ...(c.conflict ? required(c.text, "text") : []),
  ];
  return unless(reasons, () => [
    { type: "InterestDeclared", schema: 1, payload: { person, conflict: c.conflict, text: c.text } },
    ...(c.conflict ? [recused(person)] : []),
  ]);
}

/**
 * The absent hold nobody up, but who has submitted is not sent away with scores that somebody may not like — unless
 * the sheet was erased: it can never be revealed. Once it was revealed it stands, whoever then stays away from the
 * moderation: nobody's place is left empty by a release.
 */
export function releaseEvaluator(t: Technology, c: Command<"ReleaseEvaluator">, f: Facts): Decision<TechnologyEvent> {
  const { evaluator, reason } = c;
  const assignment = evaluatorOf(t, evaluator);
  const sealed = (t.evaluation?.revealed ?? null) === null && !t.erased.includes(assignment?.sheet ?? "");
  const remaining = (t.evaluation?.evaluators ?? []).filter(
    (assigned) => isActive(assigned) && assigned.person !== evaluator,
  ).length;
  const reasons = [
    ...mayDecide(t, f.actor.id, f),
    ...when(assignment === undefined || !isActive(assignment), "EvaluatorNotAssigned", "evaluator", {
      person: evaluator,
    }),
    ...when(assignment?.state === "submitted" && sealed, "ScoresSubmittedAlready", "evaluator", { person: evaluator }),
    ...(stands(t, evaluator) ? [] : tooFew(t, remaining, f)).map((shortage) => ({ ...shortage, field: "evaluator" })),
    ...required(reason, "reason"),
  ];
  return unless(reasons, () => [{ type: "EvaluatorReleased", schema: 1, payload: { evaluator, reason } }]);
}

const stands = (t: Technology, person: PersonId): boolean =>
  t.evaluation?.revealed?.sheets.some(({ evaluator }) => evaluator === person) ?? false;

export function tooFew(t: Technology, count: number, f: Facts): readonly Reason[] {
  const minimum = pinnedPolicy(t, f).tiers[t.tier].minimumEvaluators;
  return when(count < minimum, "TooFewEvaluators", "evaluators", { count, minimum });
}

const recused = (person: PersonId): TechnologyEvent => ({
  type: "PersonRecused",
  schema: 1,
  payload: { person, as: "evaluator" },
});
