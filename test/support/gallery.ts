import { cells, cellStates } from "../../src/http/charts/cells.ts";
import { density, normalCurve } from "../../src/http/charts/density.ts";
import { withDownloads } from "../../src/http/charts/downloads.ts";
import { guard } from "../../src/http/charts/guard.ts";
import { intervalLegend, intervalList, intervalTable, stateLegend } from "../../src/http/charts/interval-list.ts";
import type { IntervalListModel } from "../../src/http/charts/interval-list.ts";
import { load, loadLegend, loadTable } from "../../src/http/charts/load.ts";
import { pipeline } from "../../src/http/charts/pipeline.ts";
import { stepper } from "../../src/http/charts/stepper.ts";
import { strips, stripLegend, stripTable } from "../../src/http/charts/strip.ts";
import type { StripDay } from "../../src/http/charts/strip.ts";
import { susByGroup } from "../../src/http/charts/sus.ts";
import { waveWidths } from "../../src/http/charts/waves.ts";
import { chrome } from "../../src/http/view/chrome.ts";
import type { PageModel, Visit } from "../../src/http/view/chrome.ts";
import type { Views } from "../../src/http/view/engine.ts";
import { createForm } from "../../src/http/view/form.ts";
import { glyphNames } from "../../src/http/view/glyphs.ts";
import { html } from "../../src/http/view/html.ts";
import type { Html } from "../../src/http/view/html.ts";
import type { Locale } from "../../src/http/view/locale.ts";
import { tag } from "../../src/http/view/tag.ts";

/** Every component and chart in every state on one page: what people look at and tests walk through. */
export function gallery(views: Views, locale: Locale): string {
  const language = views.languages.of(locale);
  const { t } = language;
  const zh = locale === "zh-CN";
  const say = (en: string, cn: string): string => (zh ? cn : en);
  const part = (name: string, model: object): Html => views.part(`components/${name}`, locale, model);
  const section = (id: string, title: string, content: Html): Html =>
    html`<section class="ts-section" aria-labelledby="${id}">
      <div class="ts-section__head">
        <h2 id="${id}">${title}</h2>
        <span class="ts-section__aside">${say("aside", "旁注")}</span>
      </div>
      ${content}
    </section>`;

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
  const verdict = part("verdict", {
    state: "unknown",
    label: say("What the evidence says", "证据的结论"),
    word: say("Not enough evidence", "证据不足"),
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

  const form = createForm(t, {
    values: { peak: "about 300", decision: "return", anchor: "2", checks: ["a", "c"], reason: "<b>kept</b>\nas typed" },
    errors: [
      { field: "peak", message: say("Enter a number above 0", "请填写大于0的数字") },
      { field: "decision", message: say("Choose what should happen", "请选择下一步") },
    ],
  });
  const fields = html`<form class="ts-form" method="post" action="#" data-upload>
    ${part("field", form.text("title", { label: say("Name of the technology", "技术名称"), hint: say("As people will know it", "使用者熟悉的名称"), optional: true }))}
    ${part("field", form.number("peak", { label: say("Peak demand", "高峰需求"), unit: say("requests a second", "次请求/秒") }))}
    ${part("field", form.date("due", { label: say("Due", "截止日期") }))}
    ${part(
      "field",
      form.select("tier", {
        label: say("Impact tier", "影响等级"),
        choose: true,
        options: [
          { value: "1", label: "I" },
          { value: "2", label: "II" },
        ],
      }),
    )}
    ${part("field", form.textarea("reason", { label: say("Reason", "理由"), hint: say("Stands in the decision record. No names or personal data.", "将写入决定记录，请勿填写姓名或个人信息。") }))}
    ${part(
      "radios",
      form.radios("decision", {
        legend: say("What should happen next?", "下一步如何处理？"),
        options: [
          {
            value: "return",
            label: say("Return for more evidence", "退回补充证据"),
            hint: say("The pilot goes on at 2 counters.", "试点在2个窗口继续。"),
          },
          { value: "reject", label: say("Reject", "否决"), hint: say("Closes with lessons.", "以经验教训结项。") },
        ],
        closed: [
          {
            label: say("Approve: not open", "批准：未开放"),
            reason: say(
              "Two conditions are unknown. Missing evidence is never a pass.",
              "有两项条件未知。缺少证据不等于通过。",
            ),
          },
        ],
      }),
    )}
    ${part("radios", form.radios("anchor", { legend: say("Recovery from error", "差错恢复"), options: [1, 2, 3].map((n) => ({ value: String(n), anchor: String(n), label: say("Staff notice by chance; putting it right means starting again.", "工作人员偶然发现，更正须从头开始。") })) }))}
    ${part("checkboxes", form.checkboxes("checks", { legend: say("Evidence this score rests on", "评分所依据的证据"), options: ["a", "b", "c"].map((value) => ({ value, label: say(`File ${value}`, `文件${value}`) })) }))}
    ${part("file", form.file("files", { label: say("Files", "文件"), hint: say("CSV or JTL, up to 2 GB", "CSV或JTL，不超过2 GB"), multiple: true }))}
    ${part("upload-progress", {})}
    ${part("button-row", { filled: { text: say("Record my vote", "提交表决") }, quiet: [{ text: say("Keep as a draft", "存为草稿"), name: "draft", value: "yes" }] })}
  </form>`;

  const conditions = part("condition-list", {
    open: [
      {
        tag: tag(t, "unknown"),
        title: say("Usability clears its floor for every named group", "各指定人群的易用性均达底线"),
        why: say(
          "People aged 65 and over: lower bound 66.6, floor 68, n = 23.",
          "65岁及以上：下限66.6，底线68，n = 23。",
        ),
        how: [
          {
            term: t("common:conditions.how"),
            value: html`${say("Collect 20 more answers.", "再收集20份答卷。")}
              <a href="#">${say("Attach answers", "上传答卷")}</a>`,
          },
          {
            term: t("common:conditions.who"),
            value: say("Planner, Housing · 12 Dec", "住房城乡建设局规划人 · 12月12日"),
          },
        ],
      },
      {
        tag: tag(t, "unmet"),
        title: say("Rollback rehearsed within 90 days", "90天内演练过回滚"),
        why: say("The last drill was on 14 July 2026.", "上次演练为2026年7月14日。"),
      },
    ],
    met: {
      title: say("Nine conditions met", "九项条件已满足"),
      items: [
        say("Pilot of at least 60 days (ran 74)", "试点不少于60天（已运行74天）"),
        say("Headroom above 1.20", "余量高于1.20"),
      ],
    },
  });

  const steps = part(
    "steps",
    stepper(say("Stages and gates", "阶段与关口"), [
      {
        kind: "gate",
        state: "done",
        name: say("Admission gate", "准入关口"),
        notes: [say("admitted 19 Jun", "6月19日准入")],
      },
      {
        kind: "stage",
        state: "done",
        name: say("Pilot", "试点"),
        notes: [say("1 Sep to 13 Nov", "9月1日至11月13日"), say("2 counters, 74 days", "2个窗口，74天")],
      },
      {
        kind: "gate",
        state: "done",
        name: say("Completion gate", "试点完成关口"),
        notes: [say("passed 14 Nov", "11月14日通过")],
      },
      {
        kind: "stage",
        state: "now",
        name: say("Evaluate", "评估"),
        notes: [say("3 evaluators scored blind", "3名评估人已盲评")],
      },
      {
        kind: "gate",
        state: "now",
        name: say("Rollout gate", "推广评审关口"),
        href: "#",
        notes: [say("due 27 Nov", "11月27日前决定")],
      },
      { kind: "stage", state: "todo", name: say("Roll out", "推广"), notes: [say("4 waves planned", "计划4批")] },
      { kind: "gate", state: "todo", name: say("Adoption gate", "采用关口"), notes: [say("then adopted", "其后采用")] },
    ]),
  );

  const widths = waveWidths([3, 4, 7, 10]);
  const waves = part("waves", {
    waves: (
      [
        ["done", "met", "Complete", "完成"],
        ["held", "held", "Held", "暂停"],
        ["todo", "closed", "Not open", "未开放"],
        ["todo", "closed", "Not open", "未开放"],
      ] as const
    ).map(([state, glyph, en, cn], i) => ({
      title: say(`Wave ${i + 1}`, `第${i + 1}批`),
      state,
      width: widths[i]!,
      tag: tag(t, glyph, say(en, cn)),
      sub: say("13 Oct to 2 Nov · 3 hospitals", "10月13日至11月2日 · 3家医院"),
      text: say("All guards within.", "各护栏均在限值内。"),
    })),
  });
  const series = Array.from({ length: 34 }, (_, i) => (i < 23 ? 97.9 + Math.sin(i) / 10 : 97.9 - (i - 23) * 0.25));
  const guards = part("guards", {
    guards: (
      [
        ["unmet", "atLeast", series, 97],
        ["met", "atMost", series.map(() => 0.31), 1],
        ["unknown", "atLeast", series.map((_, i) => (i < 17 ? null : 3.9 - i / 100)), 3.8],
      ] as const
    ).map(([state, direction, values, limit]) => ({
      name: say("Answered within 800 ms", "800毫秒内应答"),
      tag: tag(t, state),
      value: "95.2 %",
      limit: say("limit ≥ 97.0", "限值 ≥ 97.0"),
      chart: guard({
        label: "guard",
        state,
        direction,
        values,
        limit,
        wave: { day: 14, text: say("wave 2, 3 Nov", "第2批，11月3日") },
        ...(state === "unmet" && { held: { day: 29, text: say("held 18 Nov", "11月18日暂停") } }),
        from: say("20 Oct", "10月20日"),
        to: say("22 Nov", "11月22日"),
      }),
    })),
  });

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
  const body = html` ${section("s-glyphs", "Glyphs", html`<p class="ts-legend">${glyphNames.map((name) => part("tag", tag(t, name)))}</p>`)}
    ${steps}${verdict}
    <div class="ts-cols ts-cols--8-4">
      <div>${section("s-conds", say("Three of twelve conditions are open", "十二项条件中三项未决"), conditions)}</div>
      <aside>
        ${part("note", { title: say("What could go wrong", "可能出现的问题"), count: "4", items: [{ content: html`<a href="#">${say("A reply cites a repealed rule", "答复引用了废止的规定")}</a>`, sub: say("Legal and policy · residual moderate", "法律与政策 · 剩余风险中等"), tag: tag(t, "late", say("After data were seen", "在看到数据之后")) }] })}${part(
          "votes",
          {
            label: say("Votes", "表决"),
            votes: [
              { who: say("Approver, Finance", "财政局审批人"), vote: say("Return", "退回"), cast: true },
              { who: say("Approver, Audit", "审计局审批人"), vote: say("not yet", "未投"), cast: false },
            ],
            note: say("Quorum 3 of the 4 who may vote.", "有权表决4人，法定3人。"),
          },
        )}
      </aside>
    </div>
    ${section(
      "s-pipe",
      say("Where everything is", "全部进度"),
      pipeline(language, [
        {
          name: say("Proposed", "提案"),
          href: "#",
          count: 5,
          waiting: 1,
          late: 0,
          gate: { name: say("Admission gate", "准入关口"), waiting: 1 },
        },
        {
          name: say("Pilot", "试点"),
          href: "#",
          count: 9,
          waiting: 0,
          late: 2,
          gate: { name: say("Completion gate", "试点完成关口"), waiting: 0 },
        },
        {
          name: say("Evaluate", "评估"),
          href: "#",
          count: 5,
          waiting: 2,
          late: 1,
          gate: { name: say("Rollout gate", "推广评审关口"), waiting: 3 },
        },
        {
          name: say("Roll out", "推广"),
          href: "#",
          count: 4,
          waiting: 0,
          late: 0,
          gate: { name: say("Adoption gate", "采用关口"), waiting: 0 },
        },
        { name: say("Adopted", "已采用"), href: "#", count: 8, waiting: 0, late: 0 },
      ]),
    )}
    ${section("s-load", say("Data capacity: 412 requests a second at the service level, 1.33 times the demand", "数据处理能力：服务水平内每秒412次，为需求的1.33倍"), part("figure", withDownloads("load", { chart: load(language, loadModel), legend: loadLegend(language, say("95 % of requests within 800 ms", "95%的请求在800毫秒内"), true), table: loadTable(language, "Load", loadModel) })))}
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
    </div>
    ${part("held", { title: say("Held: the share answered within 800 ms fell below its limit", "暂停：800毫秒内应答的比例低于限值"), text: say("On five days of fresh evidence the share is 95.9 %, at least 95.2 %. The guard asks for at least 97.0 %.", "五天新证据中该比例为95.9%，不低于95.2%；护栏限值为97.0%。"), who: { title: say("Who has it", "由谁处理"), lines: [say("Operations, Health: cause and fix by 25 Nov", "卫生健康委运维：11月25日前查明并修复")] }, buttons: { filled: { text: say("Record fresh evidence", "上传新证据"), href: "#" }, quiet: [{ text: say("Propose to resume", "提议恢复"), href: "#" }] } })}
    ${section("s-waves", say("Four waves", "四个批次"), waves)}${section("s-guards", say("Guards", "护栏"), guards)}
    ${section("s-form", say("A form with two errors", "有两处错误的表单"), html`<div class="ts-text">${fields}</div>`)}
    ${section("s-work", say("Needs your decision", "待您决定"), states)}
    ${section("s-states", say("Empty and loading", "空白与载入"), html`<div class="ts-states">${part("empty", { title: say("No evidence yet", "尚无证据"), text: say("The plan asks for a load test by 30 November.", "方案要求11月30日前提交负载测试。"), action: { text: say("Attach evidence", "上传证据"), href: "#" } })}${part("no-match", { title: say("Nothing matches “paking”", "没有与“paking”相符的技术"), text: say("31 technologies searched.", "已搜索31项技术。"), clear: { text: say("Clear the filter", "清除筛选"), href: "#" } })}</div>`)}
    ${part("table", { caption: say("Files", "文件"), columns: [{ label: say("File", "文件") }, { label: say("Size", "大小"), num: true }, { label: "SHA-256" }, { label: say("State", "状态") }], rows: [{ cells: [{ content: html`<a href="#">load.jtl</a>`, header: true, sub: say("599 400 rows, 0 rejected", "599 400行，无拒收") }, { content: language.format.bytes(48.2e6), num: true }, { content: html`<span class="mono nowrap">9f2c71d041ab9f2c71d041ab9f2c71d041ab</span>` }, { content: part("tag", tag(t, "met", say("In force", "有效"))) }] }] })}
    ${part("pager", { position: say("50 of 31", "共31项"), previous: { text: t("common:pager.previous"), href: "#" }, next: { text: t("common:pager.next"), href: "#" } })}
    ${stateLegend(t, language.format.percent(0.975))}`;

  const page: PageModel = {
    title: say("Every state", "全部状态"),
    section: "portfolio",
    crumbs: [
      { text: t("common:nav.portfolio"), href: "#" },
      { text: say("Every state", "全部状态"), href: "#" },
    ],
    eyebrow: [say("Housing and Construction", "住房城乡建设局"), say("Impact tier III", "影响等级三级")],
    lead: html`${say("Every state says what is the case,", "每种状态都说明情况、")}
      <strong>${say("why, and what to do next.", "原因和下一步。")}</strong>`,
    errors: form.summary(),
    refusal: {
      title: t("common:refusal.title", { count: 2 }),
      reasons: [
        say("You proposed this technology.", "此技术由您提出。"),
        say("The quorum was already complete.", "表决人数已满。"),
      ],
      kept: t("common:refusal.kept"),
    },
    notice: say("Your vote was recorded.", "您的表决已记录。"),
    asOfHref: "#",
  };
  const visit: Visit = {
    path: "/gallery?x=1",
    person: { name: say("Wang Fang", "王芳"), openWork: 4, administrator: true },
    ledger: { position: 18402, at: "2026-11-22T14:05:00Z", checkpoint: 18396 },
    demonstration: true,
    organisation: say("Jiangwan City Digital Office", "江湾市数字政务局"),
  };
  return views.part("layouts/page", locale, { ...chrome(views.languages.of(locale), visit, page), body }).text;
}
