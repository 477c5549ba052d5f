import { lookConfidence } from "../../domain/statistics/looks.ts";
import type { PortfolioList, PortfolioQuery } from "../../projections/portfolio/types.ts";
import { stateLegend } from "../charts/interval-list.ts";
import type { Deps } from "../deps.ts";
import { confidenceText } from "../say/chance.ts";
import type { NamedDepartment } from "../say/department.ts";
import { Html } from "../view/html.ts";
import type { Language } from "../view/languages.ts";
import type { Look } from "./department-field.ts";
import { emptyOrNoMatch } from "./empty.ts";
import { filterModel } from "./filter.ts";
import { lateModel, leadOf, pipelineModel } from "./overview.ts";
import { pagerModel } from "./pager.ts";
import { columnsOf, rowModel } from "./row.ts";

/** Who asks, as far as the page depends on it, and what they typed that filters nothing yet. */
export type Audience = { readonly mayPropose: boolean; readonly department: string | null; readonly look: Look };

/**
 * The pieces of the page, each kept by what it is a function of: a row by its face, whatever else was written; what
 * counts or orders technologies by the edition of the lists, until anything is written.
 */
export function portfolioPieces({ services, templates, fragments }: Deps, language: Language) {
  const { views } = services;
  const { portfolio } = views;
  const { locale } = language;
  const today = services.today();
  const edition = `${locale} ${today} ${views.edition()}`;
  const departments = views.departments.all();
  const part = (name: string, model: object): Html => templates.part(`pages/portfolio/${name}`, locale, model);

  const lead = (): Html => fragments.of(`portfolio lead ${edition}`, () => leadOf(language, portfolio.pipeline()));

  const overview = (): Html =>
    fragments.of(`portfolio overview ${edition}`, () => {
      const pipeline = portfolio.pipeline();
      const late = lateModel(language, portfolio.late(5), departments, today, pipeline.late);
      return part("overview", { ...pipelineModel(language, pipeline), late });
    });

  function rows({ entries }: PortfolioList): Html {
    const all = `portfolio row ${locale} ${today} ${namesOf(departments)}`;
    const row = (key: number): Html => part("row", rowModel(language, portfolio.row(key), departments, today));
    return new Html(entries.map(({ key, face }) => fragments.of(`${all} ${face}`, () => row(key)).text).join(""));
  }

  function list(query: PortfolioQuery, { mayPropose, department: own, look }: Audience): Html {
    const page = portfolio.list(query);
    const policy = views.policies.current();
    const confidence = lookConfidence({ confidence: policy.confidence, looks: policy.looks.default });
    return part("list", {
      propose: mayPropose,
      filter: filterModel(language, query, departments, { own, look }),
      ...emptyOrNoMatch(language, query, page, portfolio.pipeline().total, mayPropose),
      columns: columnsOf(language, policy),
      rows: rows(page),
      legend: stateLegend(language.t, confidenceText(language, confidence)),
      pager: pagerModel(language, query, page),
    });
  }

  return {
    lead,
    /** Where a search looks into needs of one's own, the query names who asks. */
    body: (query: PortfolioQuery, audience: Audience): Html =>
      fragments.of(
        `portfolio body ${edition} ${JSON.stringify([query, audience])}`,
        () => new Html(overview().text + list(query, audience).text),
      ),
  };
}

const names = new WeakMap<readonly NamedDepartment[], number>();
let lists = 0;

/** Another number for another list of departments: rows name them, and seldom does one get another name. */
function namesOf(departments: readonly NamedDepartment[]): number {
  if (departments.length === 0) return 0;
  const known = names.get(departments) ?? (lists += 1);
  names.set(departments, known);
  return known;
}
