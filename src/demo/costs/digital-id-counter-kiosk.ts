import { amendCosts, planCosts, reportCosts } from "../deeds/costs.ts";
import type { Step } from "../steps.ts";

/** Amended once the trial had shown which printer lasts; the reports began anew. */
export const digitalIdCosts: readonly Step[] = [
  planCosts(
    77,
    "one-off",
    [["Four kiosks for two halls", "两个大厅四台终端"], "pilot", 76, 44, 230_000],
    [["Hosts beside the kiosks", "终端旁引导员"], "pilot", 76, 43, 50_000],
    [["Kiosks for five halls", "五个大厅终端"], "rollout", 28, 10, 410_000],
    [["Kiosks for ten more halls", "再装十个大厅"], "rollout", 9, -30, 820_000],
  ),
  reportCosts(42, null, [1, 241_000], [1, 48_500], [0, 0], [0, 0]),
  amendCosts(
    29,
    "one-off",
    [
      "The cheap printers jammed on market days. Heavier ones for all fifteen halls, and fewer halls in the first month.",
      "便宜的打印机赶集日老卡纸。十五个大厅一律换加固型，头一个月少装几个大厅。",
    ],
    4,
    [["Four kiosks for two halls", "两个大厅四台终端"], "pilot", 76, 44, 230_000],
    [["Hosts beside the kiosks", "终端旁引导员"], "pilot", 76, 43, 50_000],
    [["Kiosks for five halls", "五个大厅终端"], "rollout", 28, 10, 470_000],
    [["Kiosks for ten more halls", "再装十个大厅"], "rollout", 9, -45, 930_000],
    [["Printers of the trial exchanged", "更换试点打印机"], "rollout", 28, 18, 36_000],
  ),
  reportCosts(
    7,
    [
      "Five halls stand. The exchange went faster than planned; paper for the first quarter is in it.",
      "五个大厅已装好，换机比计划快，含首季度用纸。",
    ],
    [1, 241_000],
    [1, 48_500],
    [1, 462_000],
    [0.06, 52_000],
    [1, 34_200],
  ),
];
