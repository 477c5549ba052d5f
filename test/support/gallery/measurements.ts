import { withDownloads } from "../../../src/http/charts/downloads.ts";
import { loadLegend, loadTable } from "../../../src/http/charts/load-table.ts";
import { load } from "../../../src/http/charts/load.ts";
import { stripLegend, strips, stripTable } from "../../../src/http/charts/strip.ts";
import type { StripDay } from "../../../src/http/charts/strip.ts";
import { susByGroup } from "../../../src/http/charts/sus.ts";
import { tag } from "../../../src/http/view/tag.ts";
import { html } from "../../../src/http/view/html.ts";
import type { Html } from "../../../src/http/view/html.ts";
import type { Scene } from "./scene.ts";

/** What was measured: load, availability, SUS, and the history beside it. */
export function measurements({ language, t, say, part, section }: Scene): Html {
  const loadModel = {
    label: "Throughput",
    demand: 310,
    headroom: { text: say("headroom 1.33 × (at least 1.24)", "余量1.33 ×（不低于1.24）"), short: "1.33 ×" },
    steps: [
      [10, 62, 1],
      [20, 120, 1],
      [40, 230, 1],
      [60, 318, 1],
      [80, 380, 1],
      [100, 412, 1],
      [120, 420, 0],
      [140, 402, 0],
    ].map(([c, x, ok]) => ({ concurrency: c!, throughputPerSecond: x!, holds: ok === 1 })),
    model: Array.from(
      { length: 90 },
      (_, i) => [2 + i * 2, 470 * ((2 + i * 2) / (70 + i * 2 + (i * i) / 60))] as const,
    ),
  };
  const days: StripDay[] = Array.from({ length: 74 }, (_, i) =>
    i === 33 || i === 34
      ? { day: String(i), kind: "planned" }
      : i > 51 && i < 55
        ? { day: String(i), kind: "unknown" }
        : { day: String(i), kind: "measured", minutesDown: [8, 21, 47].includes(i) ? i * 2 : 0 },
  );
  const stripRows = [
    {
      name: say("Reply service", "答复服务"),
      label: "x",
      days,
      value: language.format.percent(0.9971, 2),
      bound: language.format.atLeast(language.format.percent(0.9904, 2)),
      sub: say("5 outages, 151 min", "中断5次，151分钟"),
    },
  ];
  return html`${section("s-load", say("Data capacity: 412 requests a second at the service level, 1.33 times the demand", "数据处理能力：服务水平内每秒412次，为需求的1.33倍"), part("figure", withDownloads("load", { chart: load(language, loadModel), legend: loadLegend(language, say("95 % of requests within 800 ms", "95%的请求在800毫秒内"), loadModel.steps, true), table: loadTable(language, "Load", loadModel) })))}
    ${section("s-strip", say("Stability: five outages in 74 days", "系统稳定性：74天中断5次"), part("figure", { chart: strips(stripRows, [say("1 Sep", "9月1日"), say("1 Oct", "10月1日"), say("13 Nov", "11月13日")]), legend: stripLegend(language), table: stripTable(language, "Days", stripRows) }))}
    <div class="ts-cols ts-cols--2">
      ${section(
        "s-sus",
        say("Usability: good for all, not certain for 65 and over", "易用性：总体良好，65岁及以上尚不确定"),
        susByGroup(language, {
          floor: 68,
          groups: [
            { name: say("All", "全部"), n: 64, mean: 75.3, lower: 72.4, upper: 78.2, state: "met" },
            { name: say("With a disability", "残障人士"), n: 6, mean: 66, lower: 51, upper: 81, state: "unknown" },
          ],
        }),
      )}${section(
        "s-history",
        say("History", "历史"),
        part("timeline", {
          entries: [
            {
              at: say("Today", "今天"),
              iso: "2026-11-22",
              text: say("An approver of Government Services voted to return it.", "政务服务局审批人表决退回。"),
            },
            {
              at: "19 Oct",
              iso: "2026-10-19",
              tag: tag(t, "late", say("Amended after data were seen", "看到数据后修改")),
              text: say("The minimum sample went from 40 to 20.", "最低样本由40改为20。"),
            },
          ],
        }),
      )}
    </div>`;
}
