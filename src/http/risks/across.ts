import type { Request, Response } from "express";
import { riskFamilies } from "../../domain/policy/safeguards/risk-register.ts";
import { listedRiskStates } from "../../projections/risks/types.ts";
import type { ListedRisk, RiskFilter } from "../../projections/risks/types.ts";
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
import type { TableModel } from "../view/components.ts";
import { html } from "../view/html.ts";
import type { Language } from "../view/languages.ts";
import { languageOf } from "../visitor.ts";

export const riskDepartments = "/risks/departments";

const pageSize = 50;
const filePage = 500;

/** `/risks`: those of all technologies that are above what may stand, or whose treatment is overdue, the worst first. */
export function acrossPages({ services }: Deps) {
  const { views } = services;
  return {
    async show(req: Request, res: Response): Promise<void> {
      const language = languageOf(res);
      const { t } = language;
      const departments = views.departments.all();
      const filter = filterOf(req, departments);
      const after = queryValue(req, "after") ?? null;
      const { items, next } = views.risks.page({ ...filter, after, limit: pageSize });
      await render(
        res,
        "pages/risks/across",
        {
          title: t("risks:across.title"),
          section: "portfolio",
          crumbs: [{ text: t("portfolio:title"), href: "/technologies" }],
          lead: t("risks:across.lead", { count: views.risks.count(filter) }),
        },
        {
          filter: await filterModel(language, departments, filter),
          table: items.length === 0 ? null : tableOf(language, departments, items),
          pager: {
            ...(after !== null && { previous: { text: t("risks:across.first"), href: address(filter) } }),
            ...(next !== null && { next: { text: t("risks:across.next"), href: address(filter, next) } }),
          },
          files: filesOf(address(filter)),
          library: "/risks/library",
        },
      );
    },

    list(req: Request, res: Response): ListFile {
      const language = languageOf(res);
      const departments = views.departments.all();
      const filter = filterOf(req, departments);
      return {
        name: "risks",
        title: language.t("risks:across.title"),
        columns: namedColumns(
          language,
          "risks:column",
          columns.map((name) => ({ name })),
        ),
        pages: pagesByKey("", (after) => {
          const page = views.risks.page({ ...filter, after: after === "" ? null : after, limit: filePage });
          return { rows: page.items.map((risk) => cellsOf(language, departments, risk)), next: page.next };
        }),
      };
    },
  };
}

function filterOf(req: Request, departments: readonly NamedDepartment[]): RiskFilter {
  const asked = (name: string): string => queryValue(req, name) ?? "";
  return {
    family: riskFamilies.find((family) => family === asked("family")),
    state: listedRiskStates.find((state) => state === asked("state")),
    department: departments.find(({ key }) => key === asked("department"))?.key,
  };
}

function address({ family, department, state }: RiskFilter, after = ""): string {
  const pairs = Object.entries({ family, department, state, after }).filter(
    (pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== "",
  );
  const query = new URLSearchParams(pairs).toString();
  return `/risks${query === "" ? "" : `?${query}`}`;
}

async function filterModel(language: Language, departments: readonly NamedDepartment[], filter: RiskFilter) {
  const { t } = language;
  const { family = "", state = "", department = "" } = filter;
  const fields = fieldsOf(blankForm({ family, state, department }), language);
  return {
    family: fields.select("family", {
      label: t("risks:column.family"),
      options: [
        { value: "", label: t("risks:across.anyFamily") },
        ...riskFamilies.map((value) => ({ value, label: t(`words:riskFamily.${value}`) })),
      ],
    }),
    state: fields.select("state", {
      label: t("risks:column.state"),
      options: [
        { value: "", label: t("risks:across.anyState") },
        ...listedRiskStates.map((value) => ({ value, label: t(`risks:across.state.${value}`) })),
      ],
    }),
    department: await choiceField(
      fields,
      "department",
      {
        label: t("interfaces:column.department"),
        none: t("portfolio:filter.allDepartments", { count: departments.length }),
      },
      departmentChoices(departments, language, riskDepartments),
    ),
    all: family === "" && state === "" && department === "" ? undefined : "/risks",
  };
}

const columns = [
  "name",
  "technology",
  "department",
  "family",
  "inherent",
  "residual",
  "acceptance",
  "treatment",
] as const;

function cellsOf(language: Language, departments: readonly NamedDepartment[], risk: ListedRisk): string[] {
  const { t, format } = language;
  const { technology, above, acceptance, until } = risk;
  return [
    risk.name,
    technology.name,
    departmentName(language, departments, technology.department),
    t(`words:riskFamily.${risk.family}`),
    t(`words:riskStep.${risk.inherent}`),
    t(`words:riskStep.${risk.residual}`),
    above && acceptance === "standing" && until !== null
      ? t("risks:across.until", { until: format.date(until) })
      : t(`risks:across.acceptance.${above ? acceptance : "standing"}`),
    risk.overdue ? t("risks:state.overdue") : "",
  ];
}

function tableOf(
  language: Language,
  departments: readonly NamedDepartment[],
  risks: readonly ListedRisk[],
): TableModel {
  return {
    caption: language.t("risks:across.title"),
    columns: columns.map((name) => ({ label: language.t(`risks:column.${name}`) })),
    rows: risks.map((risk) => {
      const [name = "", technology = "", ...rest] = cellsOf(language, departments, risk);
      const at = `/technologies/${risk.technology.slug}`;
      return {
        cells: [
          { content: html`<a href="${at}/risks/${risk.item}">${name}</a>`, header: true },
          { content: html`<a href="${at}">${technology}</a>` },
          ...rest.map((content) => ({ content })),
        ],
      };
    }),
  };
}
