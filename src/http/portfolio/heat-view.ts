import type { Request, Response } from "express";
import { criterionKeys } from "../../domain/policy/policy.ts";
import type { CriterionKey, Policy } from "../../domain/policy/policy.ts";
import type { Drawing } from "../../projections/drawings/types.ts";
import type { CriterionScore, PortfolioQuery, PortfolioRow } from "../../projections/portfolio/types.ts";
import type { Deps } from "../deps.ts";
import { filesOf } from "../lists/files.ts";
import { namedColumns, pagesByKey } from "../lists/list-file.ts";
import type { ListColumn, ListFile, ListRow } from "../lists/list-file.ts";
import { departmentName } from "../say/department.ts";
import { markText, scoreText } from "../say/score-text.ts";
import { selectionAddress, wholeOf } from "../selection/address.ts";
import { selectionOf } from "../selection/asked.ts";
import { portfolioViews } from "../selection/portfolio-views.ts";
import { tag } from "../view/tag.ts";
import type { TagModel } from "../view/components.ts";
import type { Language } from "../view/languages.ts";
import { languageOf } from "../visitor.ts";
import { inHundredths } from "./portfolio-file.ts";
import { markOfState } from "./row.ts";
import { renderLook } from "./view-page.ts";

/** `/portfolio/heat-map`: criteria by technology, each cell by how sure it is and not by how good. */
export function heatViewPages(deps: Deps) {
  return {
    show: (req: Request, res: Response): Promise<void> =>
      renderLook(deps, req, res, (language, { query }) => ({
        view: "heatMap",
        place: { sorted: true },
        lead: language.t("portfolio:heat.lead"),
        shown: () => heatOf(deps, language, query),
      })),

    list(req: Request, res: Response): ListFile {
      return heatFile(deps, languageOf(res), selectionOf(deps, req, res).query);
    },
  };
}

function heatOf({ services: { views } }: Deps, language: Language, query: PortfolioQuery) {
  const page = views.portfolio.list(query);
  const keys = page.entries.map(({ key }) => key);
  const drawings = views.drawings.of(keys);
  const departments = views.departments.all();
  return {
    page,
    model: {
      columns: columnsOf(language, views.policies.current().criteria),
      rows: keys.map((key) => {
        const row = views.portfolio.row(key);
        const cells = criterionKeys.map((criterion) => cellOf(language, row, criterion, drawings.get(key)));
        const department = departmentName(language, departments, row.department);
        return { name: row.name, href: `/technologies/${row.slug}`, department, cells };
      }),
      steps: widths.map(([most], at) => ({ step: at, text: language.t("portfolio:heat.width", { most }) })),
      files: filesOf(selectionAddress(portfolioViews.heatMap, wholeOf(query))),
    },
  };
}

const columnsOf = (language: Language, criteria: Policy["criteria"]) =>
  criterionKeys.map((key) => {
    const floor = criteria.find((criterion) => criterion.key === key)?.floor;
    return {
      label: language.t(`words:criterion.${key}`),
      sub: floor === undefined ? "" : language.t("portfolio:comparison.floor", { floor: markText(language, floor) }),
    };
  });

/** Points between the bounds up to which a cell has a shade, the surest first; wider ones have none. */
const widths = [[5], [10], [20], [40]] as const;

function stepOf({ lower, upper }: CriterionScore): number {
  const step = widths.findIndex(([most]) => upper - lower <= most);
  return step === -1 ? widths.length : step;
}

type CellModel = {
  readonly label: string;
  /** None where nothing is measured. */
  readonly bound: {
    readonly text: string;
    readonly range: string;
    readonly step: number;
    readonly state: TagModel;
  } | null;
  readonly reach: string;
};

function cellOf(
  language: Language,
  row: PortfolioRow,
  criterion: CriterionKey,
  drawing: Drawing | undefined,
): CellModel {
  const { t } = language;
  const score = row.criteria[criterion];
  const reach = drawing?.evidence?.reach[criterion];
  return {
    label: t(`words:criterion.${criterion}`),
    bound: score === null ? null : boundOf(language, score),
    reach: reach === undefined ? t("portfolio:table.noEvidence") : t("portfolio:heat.reach", reach),
  };
}

function boundOf(language: Language, score: CriterionScore): NonNullable<CellModel["bound"]> {
  const { t } = language;
  const { lower, upper, floor, state } = score;
  const word = t(`words:indicatorState.${state}`);
  const mark = markOfState[state];
  return {
    text: t("portfolio:heat.atLeast", { bound: scoreText(language, lower, { mark: floor }) }),
    range:
      floor === null
        ? t("portfolio:heat.upTo", { upper: scoreText(language, upper, {}) })
        : t("portfolio:heat.upToFloor", { upper: scoreText(language, upper, {}), floor: markText(language, floor) }),
    step: stepOf(score),
    state: tag(t, mark === "none" ? "withdrawn" : mark, word),
  };
}

const filePage = 200;

function heatFile({ services }: Deps, language: Language, query: PortfolioQuery): ListFile {
  const { portfolio, drawings, departments } = services.views;
  return {
    name: "heat-map",
    title: language.t("portfolio:view.heatMap"),
    columns: heatColumns(language),
    pages: pagesByKey("", (after) => {
      const page = portfolio.list({ ...wholeOf(query), limit: filePage, ...(after !== "" && { after }) });
      const drawn = drawings.of(page.entries.map(({ key }) => key));
      const rows = page.entries.map(({ key }): ListRow => {
        const row = portfolio.row(key);
        return [
          row.name,
          row.slug,
          departmentName(language, departments.all(), row.department),
          ...criterionKeys.flatMap((criterion) =>
            heatCells(language, row.criteria[criterion], drawn.get(key), criterion),
          ),
        ];
      });
      return { rows, next: page.next };
    }),
  };
}

const heatColumns = (language: Language): readonly ListColumn[] => [
  ...namedColumns(language, "portfolio:file", [{ name: "technology" }, { name: "key" }, { name: "department" }]),
  ...criterionKeys.flatMap((criterion) =>
    ["lower", "upper", "floor", "state", "measured", "applicable"].map((what) => ({
      heading: language.t(`portfolio:heat.column.${what}`, { criterion: language.t(`words:criterion.${criterion}`) }),
      holds: what === "state" ? ("text" as const) : ("number" as const),
    })),
  ),
];

function heatCells(
  { t }: Language,
  score: CriterionScore | null,
  drawing: Drawing | undefined,
  criterion: CriterionKey,
): ListRow {
  const reach = drawing?.evidence?.reach[criterion];
  const known =
    score === null
      ? [null, null, null, null]
      : [inHundredths(score.lower), inHundredths(score.upper), score.floor, t(`words:indicatorState.${score.state}`)];
  return [...known, reach?.measured ?? null, reach?.applicable ?? null];
}
