import { density, normalCurve } from "../../../src/http/charts/density.ts";
import { intervalLegend, intervalList, intervalTable } from "../../../src/http/charts/interval-list.ts";
import { namedTerm } from "../../../src/http/say/term.ts";
import type { IntervalListModel } from "../../../src/http/charts/interval-list.ts";
import type { Html } from "../../../src/http/view/html.ts";
import type { Scene } from "./scene.ts";

/** The verdict of the evidence, with an indicator in each of its five states. */
export function verdictPanel({ language, t, say, part }: Scene): Html {
  const criteria: IntervalListModel = {
    headings: { value: t("charts:interval.value"), floor: t("charts:interval.floor") },
    rows: [
      {
        name: say("Stability", "系统稳定性"),
        level: "criterion",
        mark: { state: "met", lower: 79, estimate: 86, upper: 91, floor: 70, target: 85, min: 30 },
        value: "86",
        bounds: "79–91",
        floor: "≥ 70",
      },
      {
        name: say("Availability, agreed hours", "约定时段可用性"),
        level: "indicator",
        mark: { state: "met", lower: 99.04, estimate: 99.71, upper: 99.9, floor: 99, min: 98.5 },
        value: language.format.percent(0.9971, 2),
        bounds: "99.04–99.90",
        floor: "≥ 99.00 %",
      },
      {
        name: say("Failed requests", "失败请求"),
        level: "indicator",
        mark: { state: "met", direction: "atMost", lower: 0.2, estimate: 0.21, upper: 0.22, floor: 1, max: 1.5 },
        value: language.format.percent(0.0021, 2),
        bounds: "0.20–0.22",
        floor: "≤ 1.00 %",
      },
      {
        name: say("Usability", "易用性"),
        level: "criterion",
        mark: { state: "unknown", lower: 56, estimate: 66, upper: 74, floor: 60, target: 80, min: 30 },
        value: "66",
        bounds: "56–74",
        floor: "≥ 60",
      },
      {
        name: say("SUS, 65 and over", "SUS，65岁及以上"),
        sub: "n 23",
        level: "indicator",
        mark: { state: "unmet", lower: 38, estimate: 46, upper: 54, floor: 68, min: 30 },
        value: "46",
        bounds: "38–54",
        floor: "≥ 68",
      },
      {
        name: say("Task success", "任务完成"),
        level: "indicator",
        mark: { state: "none" },
        value: t("charts:state.none"),
        floor: "≥ 75 %",
      },
      {
        name: say("Processed volume", "处理数据量"),
        level: "indicator",
        mark: { state: "not-applicable" },
        value: t("charts:state.not-applicable"),
        floor: "",
      },
    ],
  };
  return part("verdict", {
    state: "unknown",
    label: say("What the evidence says", "证据的结论"),
    word: say("Not enough evidence", "证据不足"),
    help: "/help/states#outcome-not-enough-evidence",
    why: say(
      "The score very likely passes, but usability for people aged 65 and over may lie below its floor of 68. Floors cannot be outweighed.",
      "总分很可能达到合格线，但65岁及以上人群的易用性可能低于底线68。底线不能以其他得分弥补。",
    ),
    settles: {
      label: say("What would settle it", "怎样才能定论"),
      text: say(
        "20 more answers from people aged 65 and over, if their mean stays at 71.5.",
        "再收集20份65岁及以上人群的答卷（均值保持71.5）。",
      ),
    },
    chance: {
      figure: "0.981",
      text: say("chance that the score is at least 70", "总分不低于70的概率"),
      needed: say("0.95 is needed. Score 76.4, likely 71.3 to 81.5", "需达到0.95。总分76.4，区间71.3至81.5"),
      terms: [namedTerm(language, "passMark"), namedTerm(language, "confidence")],
    },
    figure: {
      chart: density({
        curve: normalCurve(76.4, 2.9),
        passMark: 70,
        label: say("Distribution of the overall score", "总分分布"),
        words: { mark: say("pass mark 70", "合格线70"), above: say("passes 0.981", "达到0.981"), below: "0.019" },
      }),
    },
    criteria: {
      title: say("Two criteria clear their floors; usability does not yet", "两项准则已达底线，易用性尚未"),
      chart: intervalList(criteria),
      legend: intervalLegend(t, language.format.percent(0.975)),
      notes: [
        say(
          "Criteria are drawn from 30 to 100; indicators on their own scales.",
          "准则按30至100绘制，各指标自有刻度。",
        ),
      ],
      table: intervalTable(t, "Criteria", criteria),
    },
    facts: {
      facts: [{ term: say("Coverage", "覆盖"), value: say("11 of 12 indicators measured", "12项指标已测11项") }],
    },
  });
}
