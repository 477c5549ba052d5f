/** Pages that show the portfolio each in its way, and the same selection of it. */
export const portfolioViews = {
  table: "/technologies",
  pipeline: "/portfolio/pipeline",
  heatMap: "/portfolio/heat-map",
  timeline: "/portfolio/timeline",
  radar: "/radar",
} as const;
export type PortfolioView = keyof typeof portfolioViews;
