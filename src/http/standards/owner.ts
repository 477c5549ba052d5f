import type { Response } from "express";
import type { z } from "zod";
import type { StandardOwner } from "../../domain/standards/standard.ts";
import { departmentChoices } from "../choices/departments.ts";
import { everybody } from "../choices/everybody.ts";
import { choiceField } from "../choices/fields.ts";
import type { Deps } from "../deps.ts";
import { optionalText } from "../forms/fields.ts";
import { departmentName } from "../say/department.ts";
import type { Form as Fields } from "../view/form.ts";
import type { Language } from "../view/languages.ts";
import { languageOf } from "../visitor.ts";

/** Who answers for a standard, as a form asks for it: a department, or a person. */
export const ownerFields = { department: optionalText(40), person: optionalText(60) };

/** Exactly one of the two. */
export const oneOwner = <T extends { department: string; person: string }>(schema: z.ZodType<T>): z.ZodType<T> =>
  schema.refine(({ department, person }) => (department === "") !== (person === ""), {
    path: ["department"],
    error: "standards:owner.one",
  });

export const ownerOf = ({ department, person }: { department: string; person: string }): StandardOwner =>
  department === "" ? { kind: "person", person } : { kind: "department", department };

export const typedOwner = (owner: StandardOwner): { department: string; person: string } =>
  owner.kind === "person" ? { department: "", person: owner.person } : { department: owner.department, person: "" };

export async function ownerInputs(deps: Deps, res: Response, fields: Fields) {
  const language = languageOf(res);
  const { t } = language;
  const departments = deps.services.views.departments.open();
  return {
    department: await choiceField(
      fields,
      "department",
      { label: t("standards:owner.department"), hint: t("standards:owner.hint"), none: t("standards:owner.none") },
      departmentChoices(departments, language, "/people/department-choices"),
    ),
    person: await choiceField(
      fields,
      "person",
      { label: t("standards:owner.person"), none: t("standards:owner.none") },
      everybody(deps, language),
    ),
  };
}

/** People are named where their names are to be had. */
export async function ownerSaid({ services, people }: Deps, language: Language, owner: StandardOwner): Promise<string> {
  if (owner.kind === "department") return departmentName(language, services.views.departments.all(), owner.department);
  const names = await people.names([owner.person]);
  return names.get(owner.person) ?? language.t("standards:owner.unnamed");
}
