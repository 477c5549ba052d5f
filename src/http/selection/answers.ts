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

/** Of departments, and of people. */
export const fewAnswers = 5;

/** The page of all that a search finds of one kind. */
export const searchFor = (text: string, kind: string): string =>
  `/search?${new URLSearchParams({ q: text, kind }).toString()}`;

/**
 * A search that matches nothing is tried with a slip of one letter put right, which is said.
 *
 * @param entries of the ledger that the search may mean, by their number or hash
 */
export function answersTo(
  views: Views,
  language: Language,
  query: PortfolioQuery,
  entries: readonly number[],
): Answers {
  const { portfolio, departments } = views;
  const { search } = query;
  if (search === undefined) return { query, respelt: null, links: [] };
  const { t } = language;
  const all = departments.all();
  const named = departmentsFound(all, language, search, all.length);
  const links = [
    ...entries.map((number) => ({ text: t("portfolio:answers.entry", { number }), href: `/ledger/${number}` })),
    ...named.slice(0, fewAnswers).map(({ value }) => ({
      text: t("portfolio:answers.department", { name: departmentName(language, all, value) }),
      href: portfolioAddress({ department: value }),
    })),
    ...(named.length > fewAnswers
      ? [{ text: t("portfolio:answers.departments", { count: named.length }), href: searchFor(search, "department") }]
      : []),
  ];
  const meant = portfolio.holds(query) ? null : portfolio.respelt(search);
  if (meant === null) return { query, respelt: null, links };
  return {
    query: { ...query, search: meant },
    respelt: t("portfolio:answers.respelt", { meant, typed: search }),
    links,
  };
}
