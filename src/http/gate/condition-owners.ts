import { deputiesIn } from "../../domain/people/roster.ts";
import { eligibleApprovers } from "../../domain/technology/gate/eligible.ts";
import { actsAs } from "../../domain/technology/state/people.ts";
import type { ConditionResult } from "../../domain/technology/state/condition-result.ts";
import type { Role } from "../../domain/people/roles.ts";
import type { PersonId } from "../../domain/words/text.ts";
import type { GateView } from "../../application/gate.ts";
import type { Language } from "../view/languages.ts";

/** More than so many are an office, not somebody to turn to. */
const mostNamed = 3;

/** Whose turn it is, by name where few enough may act and all may be named: evaluators are known by their letters. */
function actingOn({ state, facts }: Acting, role: Role, key: string): readonly PersonId[] {
  const ids =
    key === "approval-conditions-fulfilled"
      ? state.conditions.filter(({ fulfilledAt }) => fulfilledAt === null).map(({ owner }) => owner)
      : role === "planner"
        ? state.authors.filter((id) => actsAs(facts, id, "planner"))
        : role === "approver"
          ? eligibleApprovers(state, facts)
          : [];
  const once = [...new Set(ids)];
  return once.length > mostNamed ? [] : once;
}

type Acting = Pick<GateView, "state" | "facts">;
type Named = {
  readonly view: Acting;
  readonly names: ReadonlyMap<string, string>;
  readonly language: Language;
};

const deputiesOf = ({ facts }: Acting, office: PersonId): readonly PersonId[] =>
  deputiesIn(facts.people, office).map(({ id }) => id);

/** Everyone whom the list of conditions may name. */
export function namedOwners(view: Acting): readonly PersonId[] {
  const ids = [
    ...actingOn(view, "planner", ""),
    ...actingOn(view, "approver", ""),
    ...actingOn(view, "planner", "approval-conditions-fulfilled"),
  ];
  return [...new Set(ids.flatMap((id) => [id, ...deputiesOf(view, id)]))];
}

/** "Planner: Lin Mei", "Approver: Chen Jie (deputy: Wu Hao)", "Evaluator: B and C", or the office alone. */
export function ownerText({ view, names, language }: Named, role: Role, { key }: ConditionResult): string {
  const { t, format } = language;
  const office = t(`words:role.${role}`);
  const nameOf = (id: PersonId): string => names.get(id) ?? t("technology:unknownPerson");
  const named =
    role === "evaluator"
      ? lettersIn(view)
      : actingOn(view, role, key).map((id) => {
          const deputies = role === "approver" ? deputiesOf(view, id).map(nameOf) : [];
          return deputies.length === 0
            ? nameOf(id)
            : t("common:conditions.deputy", { name: nameOf(id), deputies: format.list(deputies) });
        });
  return named.length === 0 ? office : t("common:conditions.office", { role: office, names: format.list(named) });
}

/** Until the scores are open those who still owe them, then everyone who scored. */
function lettersIn({ state: { evaluation } }: Acting): readonly string[] {
  const wanted = evaluation?.revealed == null ? "assigned" : "submitted";
  return (evaluation?.evaluators ?? []).filter(({ state }) => state === wanted).map(({ letter }) => letter);
}
