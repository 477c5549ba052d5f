import type { PortfolioRow } from "../../projections/portfolio/types.ts";
import type { Crumb } from "../view/chrome.ts";

export const crumbsOf = (t: (key: string) => string, row: PortfolioRow): Crumb[] => [
  { text: t("portfolio:title"), href: "/technologies" },
  { text: row.name, href: `/technologies/${row.slug}` },
  { text: t("pilot:crumb"), href: `/technologies/${row.slug}/plan` },
];
