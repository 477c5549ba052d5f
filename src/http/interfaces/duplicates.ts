import type { Duplicate } from "../../projections/interfaces/types.ts";
import { departmentName } from "../say/department.ts";
import type { NamedDepartment } from "../say/department.ts";
import { html } from "../view/html.ts";
import type { Language } from "../view/languages.ts";

/** Technologies that offer the same data to the same people, each named with its department. */
export function duplicatesPart(
  language: Language,
  departments: readonly NamedDepartment[],
  duplicates: readonly Duplicate[],
) {
  const { t } = language;
  return {
    title:
      duplicates.length === 0
        ? t("interfaces:duplicate.none")
        : t("interfaces:duplicate.title", { count: duplicates.length }),
    items: duplicates.map(({ audience, data, technologies }) => ({
      text: t("interfaces:duplicate.same", { data, audience: t(`interfaces:audience.${audience}`) }),
      technologies: technologies.map(({ slug, name, department }) => ({
        link: html`<a href="/technologies/${slug}">${name}</a>`,
        department: departmentName(language, departments, department),
      })),
    })),
  };
}
