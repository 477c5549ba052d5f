import type { Role } from "../../domain/people/roles.ts";
import { peopleChoices } from "../choices/people.ts";
import type { Deps } from "../deps.ts";
import { seesEverybody } from "../forms/entry-filter.ts";
import { departmentName } from "../say/department.ts";
import type { Language } from "../view/languages.ts";
import type { Person } from "../visitor.ts";
import { fewAnswers, searchFor } from "./answers.ts";
import type { Answer } from "./answers.ts";

/**
 * Who is called so. Whoever works here is known to all who do, with role and department; who has left, and everybody's
 * page, is for those who look after people or check.
 *
 * @param most so many at most
 */
export async function peopleFound(
  deps: Deps,
  language: Language,
  reader: Person,
  { text, most }: { readonly text: string; readonly most: number },
): Promise<Answer[]> {
  const { views } = deps.services;
  const all = seesEverybody(reader);
  const { find } = peopleChoices(deps.people, language, {
    among: views.people.all(),
    may: ({ disabled, roles }) => all || (!disabled && roles.length > 0),
    address: "",
    most,
  });
  const departments = views.departments.all();
  return (await find(text)).map(({ value, label }) => {
    const { roles = [], department = null } = views.people.of(value) ?? {};
    const of = department === null ? [] : [departmentName(language, departments, department)];
    return {
      text: label,
      note: [held(language, roles), ...of].join(" · "),
      ...(all && { href: `/people/${value}` }),
    };
  });
}

/** As many as stand beside technologies without hiding them; where there are more, the way to all. */
export async function peopleAnswers(
  deps: Deps,
  language: Language,
  reader: Person,
  text: string,
): Promise<readonly Answer[]> {
  const people = await peopleFound(deps, language, reader, { text, most: fewAnswers + 1 });
  return people.length <= fewAnswers
    ? people
    : [
        ...people.slice(0, fewAnswers),
        { text: language.t("portfolio:answers.people"), href: searchFor(text, "person") },
      ];
}

const held = ({ t, format }: Language, roles: readonly Role[]): string =>
  roles.length === 0 ? t("people:noRole") : format.list(roles.map((role) => t(`words:role.${role}`)));
