import type { PortfolioList, PortfolioQuery } from "../../projections/portfolio/types.ts";
import type { EmptyModel, NoMatchModel } from "../view/components.ts";
import type { Language } from "../view/languages.ts";

/** Nothing there at all, or nothing that matches: two different things to do next. */
export function emptyOrNoMatch(
  { t }: Language,
  query: PortfolioQuery,
  page: PortfolioList,
  total: number,
  mayPropose: boolean,
): { readonly empty?: EmptyModel; readonly noMatch?: NoMatchModel } {
  if (total === 0) {
    return {
      empty: {
        title: t("portfolio:empty.title"),
        text: t(mayPropose ? "portfolio:empty.text" : "portfolio:empty.readOnly"),
        ...(mayPropose && { action: { text: t("portfolio:propose"), href: "/technologies/new" } }),
      },
    };
  }
  if (page.entries.length > 0) return {};
  return {
    noMatch: {
      title:
        query.search === undefined
          ? t("portfolio:noMatch.title")
          : t("portfolio:noMatch.titleFor", { query: query.search }),
      text: t("portfolio:noMatch.text", { count: total }),
      ...(query.search !== undefined && {
        ways: ["word", "letters", "language"].map((way) => t(`portfolio:noMatch.way.${way}`)),
        ...(mayPropose && { propose: { text: t("portfolio:noMatch.propose"), href: "/technologies/new" } }),
      }),
      clear: { text: t("portfolio:noMatch.clear"), href: "/technologies" },
    },
  };
}
