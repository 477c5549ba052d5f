import { planCosts, reportCosts } from "../deeds/costs.ts";
import type { Step } from "../steps.ts";

/** Late and dear: its forecast ends well above what was asked for. */
export const busCosts: readonly Step[] = [
  planCosts(
    46,
    "typical",
    [["Position feed of six lines", "六条线位置接入"], "pilot", 45, 31, 120_000],
    [["Forty displays at stops", "四十块站牌"], "pilot", 45, 22, 260_000],
    [["Prediction engine and app", "预测引擎与应用"], "pilot", 38, 12, 130_000],
    [["Two hundred stops, first part", "首批二百个站点"], "rollout", 8, -40, 900_000],
    [["Lines of the west", "西部各线"], "rollout", -30, -95, 1_100_000],
  ),
  reportCosts(30, null, [1, 131_000], [0.45, 168_000], [0.2, 31_000], [0, 0], [0, 0]),
  reportCosts(
    16,
    [
      "Nineteen of forty stops have no power. Each hole in the pavement costs what a display costs.",
      "四十站有十九站没电，挖一个坑抵一块站牌的钱。",
    ],
    [1, 131_000],
    [0.7, 284_000],
    [0.75, 118_000],
    [0, 0],
    [0, 0],
  ),
  reportCosts(
    2,
    [
      "The forty stand. What digging cost here will be the same at two stops in three of the rollout.",
      "四十块都立起来了。这里的开挖费，推广时三站里有两站也一样。",
    ],
    [1, 131_000],
    [1, 398_000],
    [1, 152_000],
    [0.04, 61_000],
    [0, 0],
  ),
];
