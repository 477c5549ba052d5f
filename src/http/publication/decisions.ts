import type { Decided, OpenCondition } from "../../domain/technology/state/gate.ts";
import type { Technology } from "../../domain/technology/state/technology.ts";
import { addDays, isBefore } from "../../domain/words/days.ts";
import type { Day } from "../../domain/words/text.ts";
import type { Services } from "../../application/services.ts";
import { conditionTitle } from "../say/condition.ts";
import { departmentName } from "../say/department.ts";
import type { Language } from "../view/languages.ts";
import type { PublicView } from "./told.ts";

/** What was decided, by which offices: no person is named or counted out. The newest first. */
export function decisionList(services: Services, language: Language, { decisions }: PublicView) {
  const { t, format } = language;
  return decisions.toReversed().map((decision) => ({
    on: format.date(decision.record.today),
    iso: decision.record.today,
    what: t(`publication:decided.${decision.gate}.${decision.outcome}`),
    who: whoDecided(services, language, decision),
    conditions:
      decision.conditions.length === 0 ? null : t("publication:setConditions", { count: decision.conditions.length }),
  }));
}

function whoDecided({ views }: Services, language: Language, { record }: Decided): string {
  const { t, format } = language;
  const keys = record.votes.map(({ person, onBehalfOf }) => views.people.of(onBehalfOf ?? person)?.department ?? null);
  const offices = [...new Set(keys)].flatMap((key) =>
    key === null ? [] : [departmentName(language, views.departments.all(), key)],
  );
  const count = record.votes.length;
  return offices.length === 0
    ? t("publication:who", { count })
    : t("publication:whoOf", { count, offices: format.list(offices) });
}

/** Conditions of the decisions told, and what became of each. */
export const conditionList = (language: Language, { state }: PublicView, today: Day) =>
  state.conditions.map((condition) => ({
    title: titleOf(language, condition),
    due: language.t("publication:condition.due", { day: language.format.date(condition.dueOn) }),
    became: becameOf(language, condition, today),
    late: condition.fulfilledAt === null && isBefore(condition.dueOn, today),
  }));

/** What approvers added is in their own words, which are not for everybody: it is counted, and told in the words written for it. */
const titleOf = (language: Language, { condition }: OpenCondition): string =>
  condition.startsWith("extra-")
    ? language.t("publication:condition.added", { number: condition.slice("extra-".length) })
    : conditionTitle(language, condition);

function becameOf({ t, format }: Language, { fulfilledAt, dueOn }: OpenCondition, today: Day): string {
  if (fulfilledAt !== null) return t("publication:condition.met", { day: format.date(fulfilledAt) });
  return isBefore(dueOn, today) ? t("publication:condition.overdue") : t("publication:condition.open");
}

/** What comes next and has a day: pilot, looks at the evidence, waves, conditions. */
export function nextList(language: Language, { state }: PublicView, today: Day) {
  const { t, format } = language;
  return datesOf(state, today)
    .toSorted((a, b) => (a.on < b.on ? -1 : 1))
    .map(({ what, on, number }) => ({
      day: format.date(on),
      text: t(`publication:next.${what}`, { number: number ?? 0 }),
      late: isBefore(on, today),
    }));
}

type Ahead = { readonly what: string; readonly on: Day; readonly number?: number };

function datesOf({ stage, plan, looks, rollout, conditions }: Technology, today: Day): readonly Ahead[] {
  const due = conditions
    .filter(({ fulfilledAt }) => fulfilledAt === null)
    .map(({ dueOn }): Ahead => ({ what: "condition", on: dueOn }));
  if (stage === "piloting" && plan !== null) {
    const taken = looks.filter((look) => look.plan === plan.number).length;
    const end = addDays(plan.openedOn ?? plan.plan.startsOn, plan.plan.days);
    return [
      ...(plan.openedOn === null ? [{ what: "pilotStarts", on: plan.plan.startsOn }] : []),
      ...plan.plan.looks.slice(taken).map((on, index) => ({ what: "look", on, number: taken + index + 1 })),
      ...(isBefore(end, today) ? [] : [{ what: "pilotEnds", on: end }]),
      ...due,
    ];
  }
  if (stage !== "rolling-out") return due;
  const waves = (rollout?.waves ?? []).filter((wave) => wave.state === "planned");
  return [...waves.map(({ number, startsOn }) => ({ what: "wave", on: startsOn, number })), ...due];
}
