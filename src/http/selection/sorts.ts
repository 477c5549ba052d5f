import type { PortfolioSort } from "../../projections/portfolio/types.ts";

/** Orders that the portfolio offers, the usual one first. */
export const sorts = ["date", "name", "stage", "updated"] as const satisfies readonly PortfolioSort[];
