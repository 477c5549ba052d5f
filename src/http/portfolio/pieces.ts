import { lookConfidence } from "../../domain/statistics/looks.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import type { PortfolioList, PortfolioQuery } from "../../projections/portfolio/types.ts";
import { stateLegend } from "../charts/interval-list.ts";
import type { Deps } from "../deps.ts";
import type { Fragments } from "../kept/fragments.ts";
import { filesOf } from "../lists/files.ts";
import type { FilesModel } from "../lists/files.ts";
import { confidenceText } from "../say/chance.ts";
import type { NamedDepartment } from "../say/department.ts";
import { Html, html } from "../view/html.ts";
import type { Language } from "../view/languages.ts";
import { portfolioAddress, selectionAddress } from "../selection/address.ts";
import type { Look } from "../selection/department-field.ts";
import { emptyOrNoMatch } from "./empty.ts";
import { filterModel } from "../selection/filter.ts";
import type { FilterPlace } from "../selection/filter.ts";
import { lateModel, leadOf, pipelineModel } from "./overview.ts";
import { listsEdition } from "../selection/lists-edition.ts";
import { pagerModel } from "./pager.ts";
import { columnsOf, rowModel } from "./row.ts";
import { workbookAddress } from "./workbook.ts";
import { onceBeside } from "../../domain/words/once-beside.ts";

/** Who asks, as far as the page depends on it, and what they typed that filters nothing yet. */
export type Audience = {
  readonly mayPropose: boolean;
  readonly department: string | null;
  readonly look: Look;
  /** Chooses technologies for a comparison: each row has a box. */
  readonly comparing: boolean;
};

/** How an address says that technologies are being chosen for a comparison. */
const compare = "choose";

/** Another selection while they are being chosen. */
const comparingPlace: FilterPlace = {
  action: "/technologies",
  more: { compare },
  fields: html`<input type="hidden" name="compare" value="${compare}" />`,
  sorted: true,
};

export const isComparing = (asked: string | undefined): boolean => asked === compare;

/** Late ones that stand on top. */
const mostLate = 5;

/**
 * The pieces of the page, each kept by what it is a function of: a row by its face, whatever else was written; what
 * counts or orders technologies by the edition of the lists, until anything is written.
 */
export function portfolioPieces(deps: Deps, language: Language) {
  const { services, templates, fragments } = deps;
  const { views } = services;
  const [{ portfolio }, { locale }, today] = [views, language, services.today()];
  const edition = listsEdition(services, language);
  const departments = views.departments.all();
  const named = `${locale} ${today} ${namesOf(departments)}`;
  const part = (name: string, model: object): Html => templates.part(`pages/portfolio/${name}`, locale, model);

  /** Most of what is written moves nothing between stages and makes nothing late. */
  function overview(): Html {
    const pipeline = portfolio.pipeline();
    const latest = portfolio.list({ late: true, sort: "date", limit: mostLate }).entries;
    const faces = JSON.stringify([pipeline, latest.map(({ face }) => face)]);
    return fragments.of(`portfolio overview ${named} ${faces}`, () => {
      const rows = latest.map(({ key }) => portfolio.row(key));
      const late = lateModel(language, rows, departments, today, pipeline.late);
      return part("overview", { ...pipelineModel(language, pipeline), late });
    });
  }

  function filter(query: PortfolioQuery, { department: own, look, comparing }: Audience): Html {
    const { after: _after, before: _before, needs: _needs, ...typed } = query;
    return fragments.of(`portfolio filter ${named} ${JSON.stringify([typed, own, look, comparing])}`, () =>
      part("filter", filterModel(language, query, departments, { own, look }, comparing ? comparingPlace : undefined)),
    );
  }

  function list(query: PortfolioQuery, audience: Audience): Html {
    const page = portfolio.list(query);
    const [policy, { mayPropose, comparing }] = [views.policies.current(), audience];
    const address = (of: PortfolioQuery): string => selectionAddress("/technologies", of, comparing ? { compare } : {});
    return part("list", {
      // Where nothing is listed, what says so has the same button.
      propose: mayPropose && page.entries.length > 0,
      filter: filter(query, audience),
      ...emptyOrNoMatch(language, query, page, portfolio.pipeline().total, mayPropose),
      columns: columnsOf(language, policy),
      rows: rowsOf({ deps, language, named, today, comparing }, page),
      comparing,
      compare: selectionAddress("/technologies", query, comparing ? {} : { compare }),
      legend: legendOf(language, fragments, policy),
      files: filesBelow(query, page),
      pager: pagerModel(language, query, page, address),
    });
  }

  return {
    lead: () => fragments.of(`portfolio lead ${edition}`, () => leadOf(language, portfolio.pipeline())),
    /** Where a search looks into needs of one's own, the query names who asks. */
    body: (query: PortfolioQuery, audience: Audience): Html =>
      fragments.of(`portfolio body ${edition} ${JSON.stringify([query, audience])}`, () => {
        const [above, listed] = [overview().text, list(query, audience).text];
        // Whoever looks for something sees what answers first.
        return new Html(query.search === undefined ? above + listed : listed + above);
      }),
  };
}

/** Of the whole list, whichever page of it is shown. */
function filesBelow(query: PortfolioQuery, { entries }: PortfolioList): FilesModel | null {
  const { after: _after, before: _before, ...whole } = query;
  return entries.length === 0 ? null : { ...filesOf(portfolioAddress(whole)), workbook: workbookAddress(whole) };
}

interface Drawing {
  readonly deps: Deps;
  readonly language: Language;
  /** Names of departments, day and language, as they are part of each row. */
  readonly named: string;
  readonly today: string;
  readonly comparing: boolean;
}

function rowsOf({ deps, language, named, today, comparing }: Drawing, { entries }: PortfolioList): Html {
  const { views } = deps.services;
  const departments = views.departments.all();
  const keys = entries.map(({ key }) => key);
  const [marks, risks] = [views.warnings.marks(keys), views.risks.marks(keys)];
  const drawn = (key: number, face: string): string => {
    const [marked, risk] = [marks.get(key) ?? 0, risks.get(key) ?? null];
    const risen = risk === null ? "" : `${risk.residual} ${risk.answered}`;
    return deps.fragments.of(`portfolio row ${named} ${face} ${marked} ${risen}${comparing ? " compare" : ""}`, () =>
      deps.templates.part(
        "pages/portfolio/row",
        language.locale,
        rowModel(language, views.portfolio.row(key), departments, { today, marked, risk, comparing }),
      ),
    ).text;
  };
  return new Html(entries.map(({ key, face }) => drawn(key, face)).join(""));
}

function legendOf(language: Language, fragments: Fragments, { confidence, looks }: Policy): Html {
  const level = lookConfidence({ confidence, looks: looks.default });
  return fragments.of(`portfolio legend ${language.locale} ${level}`, () =>
    stateLegend(language.t, confidenceText(language, level)),
  );
}

/** Another number for another list of departments: rows name them, and seldom does one get another name. */
const namesOf = (departments: readonly NamedDepartment[]): number =>
  departments.length === 0 ? 0 : numberOf(departments);

let lists = 0;
const numberOf = onceBeside((_: readonly NamedDepartment[]) => (lists += 1));
