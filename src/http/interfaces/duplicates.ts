import type { Duplicate } from "../../projections/interfaces/types.ts";
import { departmentName } from "../say/department.ts";
import type { NamedDepartment } from "../say/department.ts";
import { html } from "../view/html.ts";
import type { Language } from "../view/languages.ts";

interface Duplicates {
  readonly first: readonly Duplicate[];
  /** Of all there are, whether or not they are among the first. */
  readonly count: number;
}

/** Technologies that offer the same data to the same people, each named with its department. */
export function duplicatesPart(
  language: Language,
  departments: readonly NamedDepartment[],
  { first, count }: Duplicates,
) {
  const { t } = language;
  return {
    title: count === 0 ? t("interfaces:duplicate.none") : t("interfaces:duplicate.title", { count }),
    more: count > first.length ? t("interfaces:duplicate.first", { count: first.length }) : null,
    items: first.map(({ audience, data, technologies }) => ({
      text: t("interfaces:duplicate.same", { data, audience: t(`interfaces:audience.${audience}`) }),
      technologies: technologies.map(({ slug, name, department }) => ({
        link: html`<a href="/technologies/${slug}">${name}</a>`,
        department: departmentName(language, departments, department),
      })),
    })),
  };
}
