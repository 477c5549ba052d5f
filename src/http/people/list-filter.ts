import type { Request } from "express";
import { roles } from "../../domain/people/roles.ts";
import { choiceField } from "../choices/fields.ts";
import type { Deps } from "../deps.ts";
import { blankForm } from "../forms/form.ts";
import { fieldsOf } from "../forms/show.ts";
import { queryValue } from "../request-values.ts";
import type { Language } from "../view/languages.ts";
import { departmentsToJoin } from "./options.ts";

/** The filter as it stands in the address. */
export type Typed = Readonly<Record<"q" | "role" | "department" | "departmentFind" | "find", string>>;

export function typedOf(req: Request): Typed {
  const value = (name: keyof Typed): string => (queryValue(req, name) ?? "").slice(0, 120);
  return {
    q: value("q"),
    role: value("role"),
    department: value("department"),
    departmentFind: value("departmentFind"),
    find: value("find"),
  };
}

/** Whom role and department leave; null where neither is asked for. */
export function amongOf({ services: { views } }: Deps, { role, department }: Typed): readonly string[] | null {
  if (role === "" && department === "") return null;
  return views.people
    .all()
    .filter((person) => role === "" || (person.roles as readonly string[]).includes(role))
    .filter((person) => department === "" || person.department === department)
    .map(({ id }) => id);
}

export async function filterModel(deps: Deps, language: Language, typed: Typed) {
  const { t } = language;
  const fields = fieldsOf(blankForm(typed), language);
  return {
    search: fields.text("q", { label: t("people:list.search"), type: "search" }),
    role: fields.select("role", {
      label: t("people:list.role"),
      options: [
        { value: "", label: t("people:list.everyRole") },
        ...roles.map((role) => ({ value: role, label: t(`words:role.${role}`) })),
      ],
    }),
    department: await choiceField(
      fields,
      "department",
      { label: t("people:column.department"), none: t("people:list.everyDepartment") },
      departmentsToJoin(deps, language),
    ),
    all: typed.q + typed.role + typed.department === "" ? undefined : "/people",
  };
}
