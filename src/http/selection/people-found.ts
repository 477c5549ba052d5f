import type { Role } from "../../domain/people/roles.ts";
import { peopleChoices } from "../choices/people.ts";
import type { Deps } from "../deps.ts";
import { seesEverybody } from "../forms/entry-filter.ts";
import { departmentName } from "../say/department.ts";
import type { Language } from "../view/languages.ts";
import type { Person } from "../visitor.ts";
import type { Answer } from "./answers.ts";

const mostPeople = 5;

/**
 * Who is called so. Whoever works here is known to all who do, with role and department; who has left, and everybody's
 * page, is for those who look after people or check.
 */
export async function peopleFound(deps: Deps, language: Language, reader: Person, text: string): Promise<Answer[]> {
  const { views } = deps.services;
  const all = seesEverybody(reader);
  const { find } = peopleChoices(deps.people, language, {
    among: views.people.all(),
    may: ({ disabled, roles }) => all || (!disabled && roles.length > 0),
    address: "",
  });
  const departments = views.departments.all();
  return (await find(text)).slice(0, mostPeople).map(({ value, label }) => {
    const { roles = [], department = null } = views.people.of(value) ?? {};
    const of = department === null ? [] : [departmentName(language, departments, department)];
    return {
      text: label,
      note: [held(language, roles), ...of].join(" · "),
      ...(all && { href: `/people/${value}` }),
    };
  });
}

const held = ({ t, format }: Language, roles: readonly Role[]): string =>
  roles.length === 0 ? t("people:noRole") : format.list(roles.map((role) => t(`words:role.${role}`)));
