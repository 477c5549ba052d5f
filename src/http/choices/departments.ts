import { onceBeside } from "../../domain/words/once-beside.ts";
import { inSimplified } from "../../domain/words/simplified.ts";
import { departmentName } from "../say/department.ts";
import type { NamedDepartment } from "../say/department.ts";
import type { Option } from "../view/fields.ts";
import type { Language } from "../view/languages.ts";
import { mostFound, mostListed } from "./choices.ts";
import type { Choices } from "./choices.ts";

/** Departments by their name in either language. */
export function departmentChoices(
  departments: readonly NamedDepartment[],
  language: Language,
  address: string,
): Choices {
  const option = optionIn(language);
  return {
    address,
    all: async () => (departments.length > mostListed ? null : departments.map(option)),
    find: async (text) => departmentsFound(departments, language, text),
    named: async (value) => departments.filter(({ key }) => key === value).map(option)[0] ?? null,
  };
}

/** @param most so many at most */
export function departmentsFound(
  departments: readonly NamedDepartment[],
  language: Language,
  text: string,
  most = mostFound,
): Option[] {
  const wanted = comparable(text.trim());
  if (wanted === "") return [];
  const names = comparableNames(departments);
  const named = departments.filter((_, at) => names[at]?.includes(wanted) === true);
  return named.slice(0, most).map(optionIn(language));
}

/** Each search of technologies asks all departments: of each both names, a line each. */
const comparableNames = onceBeside((departments: readonly NamedDepartment[]): readonly string[] =>
  departments.map(({ name }) => [name.en, name.zh].map(comparable).join("\n")),
);

function comparable(text: string): string {
  return inSimplified(text.normalize("NFKC").toLowerCase());
}

const optionIn =
  (language: Language) =>
  (department: NamedDepartment): Option => ({
    value: department.key,
    label: departmentName(language, [department], department.key),
  });
