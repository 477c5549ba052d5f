import type { CriterionKey } from "../../domain/policy/policy.ts";
import type { PortfolioQuery, PortfolioRow } from "../../projections/portfolio/types.ts";
import type { Deps } from "../deps.ts";
import { namedColumns, pagesByKey } from "../lists/list-file.ts";
import type { ListColumn, ListFile, ListRow, NamedColumn } from "../lists/list-file.ts";
import { departmentName } from "../say/department.ts";
import type { NamedDepartment } from "../say/department.ts";
import { standingOf } from "../say/standing.ts";
import type { Language } from "../view/languages.ts";

/** Of the file at a time: others are answered in between. */
const filePage = 200;

const criteria: readonly CriterionKey[] = ["stability", "capacity", "usability"];

const before: readonly NamedColumn[] = [
  { name: "technology" },
  { name: "key" },
  { name: "department" },
  { name: "tier" },
  { name: "stage" },
  { name: "asserted" },
  { name: "held", holds: "yes-no" },
  { name: "gate" },
  { name: "met", holds: "number" },
  { name: "conditions", holds: "number" },
  { name: "evidence" },
];

const behind: readonly NamedColumn[] = [
  { name: "standing" },
  { name: "next" },
  { name: "nextOn", holds: "day" },
  { name: "decideBy", holds: "day" },
  { name: "proposed", holds: "moment" },
  { name: "changed", holds: "moment" },
];

const portfolioColumns = (language: Language): readonly ListColumn[] => [
  ...namedColumns(language, "portfolio:file", before),
  ...criteria.flatMap((key) => scoreColumns(language, key)),
  ...namedColumns(language, "portfolio:file", behind),
];

/** Every technology that the filter picks, in the order of the page. */
export function portfolioFile({ services }: Deps, language: Language, query: PortfolioQuery): ListFile {
  const { portfolio, departments } = services.views;
  const { after: _after, before: _before, ...whole } = query;
  return {
    name: "technologies",
    title: language.t("portfolio:title"),
    columns: portfolioColumns(language),
    pages: pagesByKey("", (after) => {
      const page = portfolio.page({ ...whole, limit: filePage, ...(after !== "" && { after }) });
      return { rows: page.rows.map((row) => portfolioLine(language, departments.all(), row)), next: page.next };
    }),
  };
}

function portfolioLine(language: Language, departments: readonly NamedDepartment[], row: PortfolioRow): ListRow {
  const { t } = language;
  const { conditions, outcome, nextWhat } = row;
  return [
    row.name,
    row.slug,
    departmentName(language, departments, row.department),
    t(`words:tier.${row.tier}`),
    t(`words:stage.${row.stage}`),
    row.asserted === null ? null : t(`words:stage.${row.asserted}`),
    row.held,
    row.gate === null ? null : t(`words:gate.${row.gate}`),
    conditions.length === 0 ? null : conditions.filter((status) => status === "met" || status === "waived").length,
    conditions.length === 0 ? null : conditions.length,
    outcome === null ? null : t(`words:outcome.${outcome}`),
    ...criteria.flatMap((criterion) => scoreCells(row, criterion)),
    t(`portfolio:file.standingOf.${standingOf(row)}`),
    nextWhat === null ? null : t(`portfolio:what.${nextWhat}`),
    row.nextDate,
    row.gateDue,
    row.proposedAt,
    row.updatedAt,
  ];
}

const scoreColumns = ({ t }: Language, key: CriterionKey): readonly ListColumn[] =>
  ["mean", "lower", "upper"].map((what) => ({
    heading: t(`portfolio:file.${what}`, { criterion: t(`words:criterion.${key}`) }),
    holds: "number",
  }));

/** The mean counts what is unknown 0: it is nobody's estimate. */
function scoreCells({ criteria: scored }: PortfolioRow, criterion: CriterionKey): ListRow {
  const score = scored[criterion];
  if (score === null) return [null, null, null];
  const { mean, lower, upper, state } = score;
  return [state === "unknown" ? null : inHundredths(mean), inHundredths(lower), inHundredths(upper)];
}

export const inHundredths = (score: number): number => Math.round(score * 100) / 100;
