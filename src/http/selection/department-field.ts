import { mostListed } from "../choices/choices.ts";
import { departmentsFound } from "../choices/departments.ts";
import { departmentName } from "../say/department.ts";
import type { NamedDepartment } from "../say/department.ts";
import type { FieldModel } from "../view/fields.ts";
import { createForm } from "../view/form.ts";
import type { Language } from "../view/languages.ts";

export const departmentSearch = "/technologies/compare/departments";

/** What somebody typed to find a department, and whether it is only to be looked for. */
export type Look = { readonly text: string; readonly finding: boolean };

/** The filter's departments where they are more than a list holds: looked for by name. Null where a list is quicker. */
export function departmentField(
  language: Language,
  departments: readonly NamedDepartment[],
  key: string | undefined,
  { text, finding }: Look,
): FieldModel | null {
  if (departments.length <= mostListed) return null;
  const { t } = language;
  const options = key === undefined || finding ? departmentsFound(departments, language, text) : [];
  const own = key === undefined ? [] : [{ value: key, label: departmentName(language, departments, key) }];
  return createForm(t, { values: { departmentFind: text } }).picker("department", {
    label: t("portfolio:filter.department"),
    address: departmentSearch,
    none: t("portfolio:filter.allDepartments", { count: departments.length }),
    options: [...own, ...options.filter(({ value }) => value !== key)],
    chosen: finding && options.length === 1 ? options[0]?.value : key,
    finding,
    searched: text !== "" && (finding || key === undefined),
  });
}
