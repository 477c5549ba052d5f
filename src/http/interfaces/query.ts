import type { Request } from "express";
import type { ExchangePlace } from "../../projections/interfaces/types.ts";
import { departmentsFound } from "../choices/departments.ts";
import type { NamedDepartment } from "../say/department.ts";
import { queryValue } from "../request-values.ts";
import type { Language } from "../view/languages.ts";

/** The filter as it stands in the address. */
export type Typed = Readonly<Record<"department" | "departmentFind" | "find", string>>;

export function typedOf(req: Request): Typed {
  const value = (name: keyof Typed): string => (queryValue(req, name) ?? "").slice(0, 120);
  return { department: value("department"), departmentFind: value("departmentFind"), find: value("find") };
}

/** The department meant; null: all. What is typed and not chosen counts where it finds one alone; unknown ones are left out. */
export function departmentOf(
  { department, departmentFind, find }: Typed,
  departments: readonly NamedDepartment[],
  language: Language,
): string | null {
  if (departments.some(({ key }) => key === department)) return department;
  if (departmentFind === "" || find !== "") return null;
  const [first, second] = departmentsFound(departments, language, departmentFind);
  return first !== undefined && second === undefined ? first.value : null;
}

/** Behind which exchange of a department the map goes on; what is no place is the beginning. */
export function exchangePlaceOf(req: Request): ExchangePlace {
  const [slug = "", other = ""] = (queryValue(req, "between") ?? "").slice(0, 200).split("~");
  return { slug, other };
}

export const exchangesAddress = (department: string, { slug, other }: ExchangePlace): string =>
  `/interfaces?${new URLSearchParams({ department, between: `${slug}~${other}` }).toString()}#map`;

export function interfacesAddress(department: string | null, after = ""): string {
  const pairs = Object.entries({ department: department ?? "", after }).filter(([, value]) => value !== "");
  const query = new URLSearchParams(pairs).toString();
  return `/interfaces${query === "" ? "" : `?${query}`}`;
}
