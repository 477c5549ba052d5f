import { cells, cellStates } from "../../../src/http/charts/cells.ts";
import { stateLegend } from "../../../src/http/charts/interval-list.ts";
import { tag } from "../../../src/http/view/tag.ts";
import { html } from "../../../src/http/view/html.ts";
import type { Html } from "../../../src/http/view/html.ts";
import type { Scene } from "./scene.ts";

/** Work, empty places, a wide table and its pager. */
export function listSections(scene: Scene): Html {
  const { language, t, say, part, section } = scene;
  const states = part("work-list", {
    items: [
      {
        title: say("Bus arrival prediction: rollout gate", "公交到站预测：推广评审关口"),
        href: "#",
        text: say(
          "All twelve conditions met; chance of 0.998 that the score is at least 70.",
          "十二项条件均已满足，总分不低于70的概率为0.998。",
        ),
        tag: tag(t, "met"),
        state: cells(cellStates({ met: 9, unmet: 1, unknown: 1, waived: 1 }), "9 of 12"),
        note: say("2 of 3 votes in", "3票已投2票"),
        due: language.format.due("2026-11-13", "2026-11-22"),
        dueNote: language.format.dateShort("2026-11-13"),
        late: true,
      },
    ],
  });
  return html`${section("s-work", say("Needs your decision", "待您决定"), states)}
  ${section("s-states", say("Empty and loading", "空白与载入"), html`<div class="ts-states">${part("empty", { title: say("No evidence yet", "尚无证据"), text: say("The plan asks for a load test by 30 November.", "方案要求11月30日前提交负载测试。"), action: { text: say("Attach evidence", "上传证据"), href: "#" } })}${part("no-match", { title: say("Nothing matches “paking”", "没有与“paking”相符的技术"), text: say("31 technologies searched.", "已搜索31项技术。"), clear: { text: say("Clear the filter", "清除筛选"), href: "#" } })}</div>`)}
  ${part("table", { caption: say("Files", "文件"), columns: [{ label: say("File", "文件") }, { label: say("Size", "大小"), num: true }, { label: "SHA-256" }, { label: say("State", "状态") }], rows: [{ cells: [{ content: html`<a href="#">load.jtl</a>`, header: true, sub: say("599 400 rows, 0 rejected", "599 400行，无拒收") }, { content: language.format.bytes(48.2e6), num: true }, { content: html`<span class="mono nowrap">9f2c71d041ab9f2c71d041ab9f2c71d041ab</span>` }, { content: part("tag", tag(t, "met", say("In force", "有效"))) }] }] })}
  ${part("pager", { position: say("50 of 31", "共31项"), previous: { text: t("common:pager.previous"), href: "#" }, next: { text: t("common:pager.next"), href: "#" } })}
  ${stateLegend(t, language.format.percent(0.975))} ${section("s-heat", say("Heat map", "热力图"), heatMap(scene))}`;
}

const heatSteps = [0, 1, 2, 3, 4] as const;

/** Every state on every shade. */
function heatMap({ t, say, part }: Scene): Html {
  const names = [say("Stability", "稳定性"), say("Data capacity", "数据能力"), say("Usability", "易用性")];
  const states = [tag(t, "met"), tag(t, "unknown"), tag(t, "unmet")];
  const cells = (step: number): readonly Html[] =>
    states.map(
      (state, at) =>
        html`<td role="cell" data-of="${names[at] ?? ""}" class="ts-heat-${step}">
          <b class="strong">${say("At least 89", "至少 89")}</b> ${part("tag", state)}<span class="sub">60</span>
        </td>`,
    );
  return html`<table class="govuk-table ts-table ts-table--heat" role="table">
    <caption class="visually-hidden">
      ${say("Heat map", "热力图")}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        <th scope="col" role="columnheader">${say("Technology", "技术")}</th>
        ${names.map((name) => html`<th scope="col" role="columnheader">${name}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${heatSteps.map(
        (step) =>
          html`<tr role="row">
            <th scope="row" role="rowheader">${String(step)}</th>
            ${cells(step)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}
