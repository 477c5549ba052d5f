import type { Choices } from "../choices/choices.ts";
import { peopleChoices } from "../choices/people.ts";
import type { Deps } from "../deps.ts";
import type { Language } from "../view/languages.ts";
import type { Person } from "../visitor.ts";

/** The other approvers. */
export const deputies = ({ services, people }: Deps, language: Language, { id }: Pick<Person, "id">): Choices =>
  peopleChoices(people, language, {
    among: services.views.people.holding("approver"),
    may: (person) => person.id !== id,
    address: "/account/deputies",
  });
