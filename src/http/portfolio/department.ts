import type { Language } from "../view/languages.ts";
import type { Departments } from "./portfolio.ts";

/** A department's name in the reader's language; its key where it was never named. */
export function departmentName({ locale }: Language, departments: Departments, key: string): string {
  const named = departments.find((department) => department.key === key)?.name;
  return named === undefined ? key : locale === "zh-CN" ? named.zh : named.en;
}
