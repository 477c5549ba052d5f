import { stages } from "../../domain/technology/state/stage.ts";
import type { PortfolioQuery } from "../../projections/portfolio/types.ts";
import type { LinkModel } from "../view/components.ts";
import type { Html } from "../view/html.ts";
import type { Language } from "../view/languages.ts";
import { selectionAddress } from "./address.ts";
import type { Selected } from "./address.ts";
import type { NamedDepartment } from "../say/department.ts";
import { departmentName } from "../say/department.ts";
import type { FieldModel } from "../view/fields.ts";
import { decisionSelects } from "./decision-filter.ts";
import type { SelectModel } from "./decision-filter.ts";
import { departmentField } from "./department-field.ts";
import type { Look } from "./department-field.ts";
import { sorts } from "./sorts.ts";
import { stateOf } from "./states.ts";

type OptionModel = { readonly value: string; readonly text: string; readonly selected: boolean };
export type FilterModel = {
  readonly action: string;
  /** Fields of what the page is asked beside the selection. */
  readonly fields: Html | null;
  readonly search: string;
  readonly stages: readonly OptionModel[];
  /** A field to look for them, in place of a list, where they are many. */
  readonly department: FieldModel | null;
  readonly departments: readonly OptionModel[];
  readonly states: readonly OptionModel[];
  /** None where the page has an order of its own. */
  readonly sorts: readonly OptionModel[];
  readonly decisions: readonly SelectModel[];
  readonly saved: readonly LinkModel[];
};

/** The page on which a selection is made. */
export type FilterPlace = {
  readonly action: string;
  /** What the page is asked beside the selection, as its address says it, and the fields to change it. */
  readonly more?: Readonly<Record<string, string>>;
  readonly fields?: Html;
  readonly sorted?: boolean;
};

export function filterModel(
  language: Language,
  query: PortfolioQuery,
  departments: readonly NamedDepartment[],
  { own, look }: { readonly own: string | null; readonly look: Look },
  { action, more = {}, fields, sorted = false }: FilterPlace = { action: "/technologies", sorted: true },
): FilterModel {
  const { t } = language;
  const department = departmentField(language, departments, query.department, look);
  const state = stateOf(query);
  const at = (parts: Selected): string => selectionAddress(action, parts, more);
  const option = (value: string, text: string, chosen: string): OptionModel => ({
    value,
    text,
    selected: value === chosen,
  });
  const listed = (all: readonly NamedDepartment[]): OptionModel[] => [
    option("", t("portfolio:filter.allDepartments", { count: all.length }), query.department ?? ""),
    ...all.map(({ key }) => option(key, departmentName(language, all, key), query.department ?? "")),
  ];
  return {
    action,
    fields: fields ?? null,
    search: query.search ?? "",
    stages: [
      option("", t("portfolio:filter.allStages"), query.stage ?? ""),
      ...stages.map((stage) => option(stage, t(`words:stage.${stage}`), query.stage ?? "")),
    ],
    department,
    departments: department === null ? listed(departments) : [],
    states: [
      option("", t("portfolio:filter.anyState"), state),
      option("late", t("portfolio:filter.onlyLate"), state),
      option("held", t("portfolio:filter.onlyHeld"), state),
      option("warned", t("portfolio:filter.onlyWarned"), state),
      option("risk", t("portfolio:filter.onlyRisky"), state),
      option("asserted", t("imports:filter"), state),
    ],
    sorts: sorted ? sorts.map((sort) => option(sort, t(`portfolio:sort.${sort}`), query.sort)) : [],
    decisions: decisionSelects(language, query),
    saved: [
      { text: t("portfolio:decision.ready"), href: at({ decision: "ready" }) },
      ...(own === null ? [] : [{ text: t("portfolio:filter.mine"), href: at({ department: own }) }]),
      { text: t("portfolio:filter.work"), href: "/work" },
      { text: t("portfolio:filter.onlyLate"), href: at({ late: true }) },
    ],
  };
}
