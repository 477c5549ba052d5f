import type { Language } from "../view/languages.ts";

export type NamedDepartment = { readonly key: string; readonly name: { readonly en: string; readonly zh: string } };

/** A department's name in the reader's language; its key where it was never named. */
export function departmentName({ locale }: Language, departments: readonly NamedDepartment[], key: string): string {
  const named = departments.find((department) => department.key === key)?.name;
  return named === undefined ? key : locale === "zh-CN" ? named.zh : named.en;
}
