import type { PortfolioSort } from "./types.ts";

export const sortColumns: { readonly [S in PortfolioSort]: "nameSort" | "stageRank" | "dateSort" | "updatedAt" } = {
  name: "nameSort",
  stage: "stageRank",
  date: "dateSort",
  updated: "updatedAt",
};
