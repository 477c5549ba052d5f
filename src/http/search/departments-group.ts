import { departmentsFound } from "../choices/departments.ts";
import { departmentName } from "../say/department.ts";
import { portfolioAddress } from "../selection/address.ts";
import { groupOfAll } from "./group.ts";
import type { Asked, Group } from "./group.ts";

/** Departments by name, in either language: each leads to its technologies. */
export function departmentsGroup(asked: Asked, alone: boolean): Group {
  const { deps, language, typed } = asked;
  const departments = deps.services.views.departments.all();
  const all = departmentsFound(departments, language, typed, departments.length).map(({ value }) => ({
    text: departmentName(language, departments, value),
    href: portfolioAddress({ department: value }),
    note: "",
  }));
  return groupOfAll(asked, { id: "department", title: language.t("search:group.department"), all }, alone);
}
