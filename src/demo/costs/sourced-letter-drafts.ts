import { planCosts, reportCosts } from "../deeds/costs.ts";
import type { Step } from "../steps.ts";

/** Work is done and no bill has come: nobody can say what it costs. */
export const sourcedLetterCosts: readonly Step[] = [
  planCosts(
    18,
    "typical",
    [["Index of paragraphs", "法条索引"], "pilot", 17, -4, 45_000],
    [["Two offices write with it", "两个经办所试用"], "pilot", 10, -46, 75_000],
  ),
  reportCosts(
    2,
    [
      "The legal library bills at the end of the quarter; until then nothing has been paid.",
      "法律图书室按季结账，目前分文未付。",
    ],
    [0.75, 0],
    [0.12, 0],
  ),
];
