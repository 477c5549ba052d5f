import type { Request } from "express";
import { roles } from "../../domain/people/roles.ts";
import type { Role } from "../../domain/people/roles.ts";
import type { Choices } from "../choices/choices.ts";
import { departmentChoices } from "../choices/departments.ts";
import { everybody } from "../choices/everybody.ts";
import { peopleChoices } from "../choices/people.ts";
import type { Deps } from "../deps.ts";
import { queryValue } from "../request-values.ts";
import type { Language } from "../view/languages.ts";

/** Departments that exist. */
export const departmentsToJoin = ({ services }: Deps, language: Language): Choices =>
  departmentChoices(services.views.departments.open(), language, "/people/department-choices");

/** Those who hold a role now, but for one of them. */
export const holders = ({ services, people }: Deps, language: Language, role: Role, except: string): Choices =>
  peopleChoices(people, language, {
    among: services.views.people.holding(role),
    may: ({ id }) => id !== except,
    address: `/people/choices?${new URLSearchParams({ role, except }).toString()}`,
  });

/** Of whom a list of people asks: those who hold a role, but for one, or everybody who ever had an account. */
export function peopleToChoose(deps: Deps, language: Language, _person: unknown, req: Request): Choices {
  const role = roles.find((candidate) => candidate === queryValue(req, "role"));
  return role === undefined
    ? everybody(deps, language)
    : holders(deps, language, role, queryValue(req, "except") ?? "");
}
