import type { Named } from "../../domain/words/named.ts";
import type { Language } from "../view/languages.ts";
import { named } from "./named.ts";

export type NamedDepartment = { readonly key: string; readonly name: Named };

/** A department's name in the reader's language; its key where it was never named. */
export function departmentName(language: Language, departments: readonly NamedDepartment[], key: string): string {
  const name = departments.find((department) => department.key === key)?.name;
  return name === undefined ? key : named(language, name);
}
