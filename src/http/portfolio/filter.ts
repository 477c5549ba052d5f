import { stages } from "../../domain/technology/state/stage.ts";
import type { PortfolioQuery } from "../../projections/portfolio/types.ts";
import type { LinkModel } from "../view/components.ts";
import type { Language } from "../view/languages.ts";
import { portfolioAddress } from "./address.ts";
import type { NamedDepartment } from "../say/department.ts";
import { departmentName } from "../say/department.ts";

type OptionModel = { readonly value: string; readonly text: string; readonly selected: boolean };
export type FilterModel = {
  readonly search: string;
  readonly stages: readonly OptionModel[];
  readonly departments: readonly OptionModel[];
  readonly states: readonly OptionModel[];
  readonly sorts: readonly OptionModel[];
  readonly saved: readonly LinkModel[];
};

export function filterModel(
  language: Language,
  query: PortfolioQuery,
  departments: readonly NamedDepartment[],
  own: string | null,
): FilterModel {
  const { t } = language;
  const state = query.late === true ? "late" : query.held === true ? "held" : "";
  const option = (value: string, text: string, chosen: string): OptionModel => ({
    value,
    text,
    selected: value === chosen,
  });
  return {
    search: query.search ?? "",
    stages: [
      option("", t("portfolio:filter.allStages"), query.stage ?? ""),
      ...stages.map((stage) => option(stage, t(`words:stage.${stage}`), query.stage ?? "")),
    ],
    departments: [
      option("", t("portfolio:filter.allDepartments", { count: departments.length }), query.department ?? ""),
      ...departments.map(({ key }) => option(key, departmentName(language, departments, key), query.department ?? "")),
    ],
    states: [
      option("", t("portfolio:filter.anyState"), state),
      option("late", t("portfolio:filter.onlyLate"), state),
      option("held", t("portfolio:filter.onlyHeld"), state),
    ],
    sorts: (["date", "name", "stage", "updated"] as const).map((sort) =>
      option(sort, t(`portfolio:sort.${sort}`), query.sort),
    ),
    saved: [
      ...(own === null ? [] : [{ text: t("portfolio:filter.mine"), href: portfolioAddress({ department: own }) }]),
      { text: t("portfolio:filter.work"), href: "/work" },
      { text: t("portfolio:filter.onlyLate"), href: portfolioAddress({ late: true }) },
    ],
  };
}
