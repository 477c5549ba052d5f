import { addDays } from "../../domain/words/days.ts";
import { departmentChoices } from "../choices/departments.ts";
import { choiceField } from "../choices/fields.ts";
import { blankForm } from "../forms/form.ts";
import { fieldsOf } from "../forms/show.ts";
import { leadershipAddress } from "./address.ts";
import type { Ground } from "./ground.ts";
import { periodName, quarterOf, yearOf } from "./period.ts";

export const departmentSearch = "/decision-information/departments";

/** Whose figures and of which days; the periods of the calendar are a link each. */
export async function filterModel(ground: Ground, path: string, { look }: { readonly look: string }) {
  const { language, departments, asked, today } = ground;
  const { t } = language;
  const { period, department } = asked;
  const fields = fieldsOf(
    blankForm({ department: department ?? "", departmentFind: look, from: period.from, to: period.to }),
    language,
  );
  const before = quarterOf(addDays(quarterOf(today).from, -1));
  const calendar = [quarterOf(today), before, yearOf(today), yearOf(addDays(yearOf(today).from, -1))];
  return {
    action: path,
    department: await choiceField(
      fields,
      "department",
      {
        label: t("leadership:filter.department"),
        none: t("portfolio:filter.allDepartments", { count: departments.length }),
      },
      departmentChoices(departments, language, departmentSearch),
    ),
    from: fields.date("from", { label: t("leadership:filter.from") }),
    to: fields.date("to", { label: t("leadership:filter.to") }),
    calendar: calendar.map((named) => ({
      text: periodName(language, { ...named, named, wrong: null }),
      href: leadershipAddress(path, { period: named, department }),
      current: named.from === period.from && named.to === period.to,
    })),
    wrong: period.wrong === null ? null : t("leadership:period.wrong", period.wrong),
  };
}
