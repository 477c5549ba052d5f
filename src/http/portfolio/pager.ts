import type { PortfolioPage, PortfolioQuery } from "../../projections/portfolio/types.ts";
import type { PagerModel } from "../view/components.ts";
import type { Language } from "../view/languages.ts";
import { portfolioAddress } from "./address.ts";

/** Previous and next by key; the count is exact up to what the read model counts. */
export function pagerModel({ t }: Language, query: PortfolioQuery, page: PortfolioPage, size: number): PagerModel {
  const { after: _after, before: _before, ...rest } = query;
  const shown = page.rows.length;
  return {
    position: page.more
      ? t("portfolio:pager.more", { shown, count: page.count })
      : t("portfolio:pager.shown", { shown, count: page.count }),
    ...(page.previous !== null && {
      previous: {
        text: t("portfolio:pager.previous", { count: size }),
        href: portfolioAddress({ ...rest, before: page.previous }),
      },
    }),
    ...(page.next !== null && {
      next: { text: t("portfolio:pager.next", { count: size }), href: portfolioAddress({ ...rest, after: page.next }) },
    }),
  };
}
