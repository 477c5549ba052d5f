import type { Indicator } from "../../measures/measures.ts";

/** Anchor 3 is the least that reaches the pass mark; from there on it takes evidence, not goodwill, to gain. */
export const anchorValue: Indicator["value"] = [
  [1, 0],
  [2, 40],
  [3, 70],
  [4, 85],
  [5, 100],
];
