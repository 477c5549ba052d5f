import type { PortfolioRow } from "../../projections/portfolio/types.ts";
import type { Crumb } from "../view/chrome.ts";
import type { Language } from "../view/languages.ts";

export const crumbsOf = ({ t }: Language, row: PortfolioRow): Crumb[] => [
  { text: t("portfolio:title"), href: "/technologies" },
  { text: row.name, href: `/technologies/${row.slug}` },
  { text: t("evidence:crumb"), href: `/technologies/${row.slug}/evidence` },
];
