import type { Request, Response } from "express";
import type { ListedInterface, MapPlace } from "../../projections/interfaces/types.ts";
import { departmentChoices } from "../choices/departments.ts";
import { choiceField } from "../choices/fields.ts";
import type { Deps } from "../deps.ts";
import { filesOf } from "../lists/files.ts";
import { namedColumns, pagesByKey } from "../lists/list-file.ts";
import type { ListFile } from "../lists/list-file.ts";
import { blankForm } from "../forms/form.ts";
import { fieldsOf } from "../forms/show.ts";
import { render } from "../page.ts";
import { queryValue } from "../request-values.ts";
import { departmentName } from "../say/department.ts";
import type { NamedDepartment } from "../say/department.ts";
import type { Language } from "../view/languages.ts";
import { languageOf } from "../visitor.ts";
import { chimneyPart } from "./chimneys.ts";
import { duplicatesPart } from "./duplicates.ts";
import { mapPart } from "./map.ts";
import { departmentOf, exchangePlaceOf, interfacesAddress, typedOf } from "./query.ts";
import type { Typed } from "./query.ts";

export const departmentSearch = "/interfaces/departments";

/** Duplicates are named one by one; a house with more has its list in the file. */
const mostDuplicates = 20;
const filePage = 500;

/** `/interfaces`: who shares with whom through which standard, who shares with nobody, and who builds the same twice. */
export function interfacesPages({ services }: Deps) {
  const { views } = services;
  return {
    async show(req: Request, res: Response): Promise<void> {
      const language = languageOf(res);
      const { t } = language;
      const departments = views.departments.all();
      const typed = typedOf(req);
      const department = departmentOf(typed, departments, language);
      const queries = views.interfaces;
      const nothing = queries.count() === 0;
      const nameOf = (slug: string) => views.portfolio.bySlug(slug);
      const standardOf = (key: string) => views.standards.of(key);
      const after = (queryValue(req, "after") ?? "").slice(0, 200);
      await render(
        res,
        "pages/interfaces/interfaces",
        {
          title: t("interfaces:title"),
          section: "portfolio",
          crumbs: [{ text: t("portfolio:title"), href: "/technologies" }],
          lead: leadOf(language, department, departments, nothing),
          revalidated: true,
        },
        {
          filter: await filterModel(language, departments, { ...typed, department: department ?? "" }),
          empty: nothing ? { title: t("interfaces:empty.title"), text: t("interfaces:empty.text") } : null,
          map: mapPart({ language, queries, departments, nameOf, standardOf }, department, exchangePlaceOf(req)),
          chimneys: chimneyPart(language, queries, departments, { department, after }),
          duplicates: duplicatesPart(language, departments, {
            first: queries.duplicates(department, mostDuplicates),
            count: queries.duplicateCount(department),
          }),
          files: nothing ? null : filesOf(interfacesAddress(department)),
        },
      );
    },

    /** Every interface that is declared. */
    list(req: Request, res: Response): ListFile {
      const language = languageOf(res);
      const departments = views.departments.all();
      const department = departmentOf(typedOf(req), departments, language);
      return {
        name: "interfaces",
        title: language.t("interfaces:title"),
        columns: namedColumns(
          language,
          "interfaces:column",
          columns.map((name) => ({ name })),
        ),
        pages: pagesByKey<MapPlace>({ technology: "", place: -1 }, (after) => {
          const page: readonly ListedInterface[] = views.interfaces.page(department, after, filePage);
          const rows = page.map((row) => cellsOf(language, departments, row));
          return { rows, next: page.length < filePage ? null : (page.at(-1) ?? null) };
        }),
      };
    },
  };
}

const columns = [
  "technology",
  "department",
  "interface",
  "direction",
  "kind",
  "standard",
  "data",
  "other",
  "otherDepartment",
  "audience",
  "state",
] as const;

function cellsOf(language: Language, departments: readonly NamedDepartment[], row: ListedInterface): string[] {
  const { t } = language;
  const { otherName, otherDepartment, outside, audience } = row;
  return [
    row.name,
    departmentName(language, departments, row.department),
    row.interface,
    t(`interfaces:direction.${row.direction}`),
    t(`interfaces:kind.${row.kind}`),
    row.standard ?? "",
    row.data ?? "",
    otherName ?? outside ?? "",
    otherDepartment === null ? "" : departmentName(language, departments, otherDepartment),
    audience === null ? "" : t(`interfaces:audience.${audience}`),
    t(`interfaces:${row.accepted === 1 ? "accepted" : "handedIn"}`),
  ];
}

function leadOf(
  language: Language,
  department: string | null,
  departments: readonly NamedDepartment[],
  nothing: boolean,
): string {
  const { t } = language;
  if (nothing) return t("interfaces:lead.nothing");
  if (department === null) return t("interfaces:lead.all");
  return t("interfaces:lead.department", { department: departmentName(language, departments, department) });
}

async function filterModel(language: Language, departments: readonly NamedDepartment[], typed: Typed) {
  const { t } = language;
  const fields = fieldsOf(blankForm(typed), language);
  return {
    department: await choiceField(
      fields,
      "department",
      {
        label: t("interfaces:column.department"),
        none: t("portfolio:filter.allDepartments", { count: departments.length }),
      },
      departmentChoices(departments, language, departmentSearch),
    ),
    all: typed.department === "" ? undefined : "/interfaces",
  };
}
