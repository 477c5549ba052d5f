import type { PortfolioList, PortfolioQuery } from "../../projections/portfolio/types.ts";
import type { PagerModel } from "../view/components.ts";
import type { Language } from "../view/languages.ts";
import { portfolioAddress } from "../selection/address.ts";
import { pageSize } from "../selection/asked.ts";

/** Previous and next by key; the count is exact up to what the read model counts. */
export function pagerModel(
  { t }: Language,
  query: PortfolioQuery,
  page: PortfolioList,
  address: (query: PortfolioQuery) => string = portfolioAddress,
): PagerModel {
  const { after: _after, before: _before, ...rest } = query;
  const listed = page.entries.length;
  return {
    position: page.more
      ? t("portfolio:pager.more", { shown: listed, count: page.count })
      : t("portfolio:pager.shown", { shown: listed, count: page.count }),
    ...(page.previous !== null && {
      previous: {
        text: t("portfolio:pager.previous", { count: pageSize }),
        href: address({ ...rest, before: page.previous }),
      },
    }),
    ...(page.next !== null && {
      next: {
        text: t("portfolio:pager.next", { count: pageSize }),
        href: address({ ...rest, after: page.next }),
      },
    }),
  };
}
