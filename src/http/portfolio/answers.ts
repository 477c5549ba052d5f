import type { PortfolioQuery } from "../../projections/portfolio/types.ts";
import type { Views } from "../../projections/views.ts";
import { departmentsFound } from "../choices/departments.ts";
import { departmentName } from "../say/department.ts";
import type { LinkModel } from "../view/components.ts";
import type { Language } from "../view/languages.ts";
import { portfolioAddress } from "./address.ts";

/** What a search answers beside technologies, and what it was taken to mean. */
export type Answers = {
  readonly query: PortfolioQuery;
  readonly respelt: string | null;
  readonly links: readonly Answer[];
};

/** A place, or somebody whose page is not for everyone: then there is nowhere to go. */
export type Answer = Omit<LinkModel, "href"> & { readonly href?: string; readonly note?: string };

const mostDepartments = 5;

/** A search that matches nothing is tried with a slip of one letter put right, which is said. */
export function answersTo(views: Views, language: Language, query: PortfolioQuery): Answers {
  const { portfolio, departments } = views;
  const { search } = query;
  if (search === undefined) return { query, respelt: null, links: [] };
  const { t } = language;
  const all = departments.all();
  const named = departmentsFound(all, language, search).slice(0, mostDepartments);
  const links = [
    ...entryOf(search, views.position().position, t),
    ...named.map(({ value }) => ({
      text: t("portfolio:answers.department", { name: departmentName(language, all, value) }),
      href: portfolioAddress({ department: value }),
    })),
  ];
  const meant = portfolio.list({ ...query, limit: 1 }).count === 0 ? portfolio.respelt(search) : null;
  if (meant === null) return { query, respelt: null, links };
  return {
    query: { ...query, search: meant },
    respelt: t("portfolio:answers.respelt", { meant, typed: search }),
    links,
  };
}

/** A number alone may be that of an entry. */
function entryOf(search: string, last: number, t: Language["t"]): LinkModel[] {
  const number = /^\d{1,12}$/.test(search) ? Number(search) : 0;
  if (number < 1 || number > last) return [];
  return [{ text: t("portfolio:answers.entry", { number }), href: `/ledger/${number}` }];
}
