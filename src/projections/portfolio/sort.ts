import type { PortfolioSort } from "./types.ts";

export const sortColumns: { readonly [S in PortfolioSort]: "nameKey" | "stageRank" | "dateSort" | "updatedAt" } = {
  name: "nameKey",
  stage: "stageRank",
  date: "dateSort",
  updated: "updatedAt",
};
