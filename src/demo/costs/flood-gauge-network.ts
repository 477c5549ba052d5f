import { planCosts, reportCosts } from "../deeds/costs.ts";
import type { Step } from "../steps.ts";

/** Paid in advance, and nothing is mounted yet. */
export const floodGaugeCosts: readonly Step[] = [
  planCosts(
    5,
    "both",
    [["Twenty-two gauges, mounted", "二十二处水位计安装"], "pilot", 4, -16, 110_000],
    [["Map for the flood desk", "值班室水位图"], "pilot", -1, -40, 40_000],
  ),
  reportCosts(
    1,
    [
      "Brackets are paid in advance. It has rained since Monday and nobody may stand on a bridge rail.",
      "支架款已预付。周一起一直下雨，不许上桥栏作业。",
    ],
    [0, 26_000],
    [0, 0],
  ),
];
