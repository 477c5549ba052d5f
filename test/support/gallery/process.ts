import { pipeline } from "../../../src/http/charts/pipeline.ts";
import { stepper } from "../../../src/http/charts/stepper.ts";
import { tag } from "../../../src/http/view/tag.ts";
import { html } from "../../../src/http/view/html.ts";
import type { Html } from "../../../src/http/view/html.ts";
import type { Scene } from "./scene.ts";

/** Where a technology stands: its conditions, votes and risks, and the pipeline of all. */
export function processSections({ language, t, say, part, section }: Scene): Html {
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

  return html`<div class="ts-cols ts-cols--8-4">
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
          held: 0,
          late: 0,
          gate: { name: say("Admission gate", "准入关口"), waiting: 1 },
        },
        {
          name: say("Pilot", "试点"),
          href: "#",
          count: 9,
          waiting: 0,
          held: 0,
          late: 2,
          gate: { name: say("Completion gate", "试点完成关口"), waiting: 0 },
        },
        {
          name: say("Evaluate", "评估"),
          href: "#",
          count: 5,
          waiting: 2,
          held: 0,
          late: 1,
          gate: { name: say("Rollout gate", "推广评审关口"), waiting: 3 },
        },
        {
          name: say("Roll out", "推广"),
          href: "#",
          count: 4,
          waiting: 0,
          held: 1,
          late: 0,
          gate: { name: say("Adoption gate", "采用关口"), waiting: 0 },
        },
        { name: say("Adopted", "已采用"), href: "#", count: 8, waiting: 0, held: 0, late: 0 },
      ]),
    )}`;
}

/** Stages and gates. */
export function steps({ say, part }: Scene): Html {
  return part(
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
}
