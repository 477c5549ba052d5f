import { accept, handIn } from "../deeds/safeguards.ts";
import { attach } from "../steps.ts";
import type { Step } from "../steps.ts";
import * as answers from "./answers.ts";

export const buildingModelCheck: readonly Step[] = [
  handIn(45, "personal-impact", {
    ...answers.triggers({ passedOn: ["The architect receives the list of findings.", "核查结果发给设计单位。"] }),
    purpose: [
      "Missing sheets are named on the first day, to the architect who handed the model in.",
      "报建当天就告知设计单位缺哪些图纸。",
    ],
    effects: [
      "The names of owners stand in the title block; a model shows where a family sleeps.",
      "图签里有业主姓名；模型能看出一家人睡在哪间。",
    ],
    measures: [
      "Title blocks are blanked before the check, and models of single houses stay on the reviewers' own machines.",
      "核查前抹去图签，独栋住宅模型只留在审图员电脑上。",
    ],
    madeOn: { daysAgo: 45 },
  }),
  accept(44, "approver2", "personal-impact"),
  handIn(7, "interfaces", {
    exchanges: "yes",
    interfaces: [
      {
        name: { en: "Borders of the site", zh: "用地界址" },
        direction: "consumes",
        kind: "service",
        data: { en: "parcel borders", zh: "宗地界址" },
        audience: "own-staff",
        standard: "city-api@2.0",
        counterpart: { technology: "Land register search" },
      },
    ],
  }),
  accept(6, "evaluator3", "interfaces"),
  attach(7, ["Protection of the model check, item by item", "模型核查防护逐项记录"], {
    kind: "paper",
    file: "model-check-protection.pdf",
    lines: [
      "Four items looked at in the hall on two mornings.",
      "The copy of each night is there; nobody has read it back.",
    ],
  }),
  handIn(7, "security-baseline", {
    ...answers.securityItem(
      "access",
      [
        "Reviewers sign in with their staff card; architects see their own models only.",
        "审图员刷工作证登录，设计单位只见自己的模型。",
      ],
      20,
      ["Protection of the model check, item by item", "模型核查防护逐项记录"],
    ),
    ...answers.securityItem(
      "logging",
      [
        "Who opened which model, for two years, on a machine of the archive.",
        "谁打开过哪个模型，日志在档案室机器上存两年。",
      ],
      20,
      ["Protection of the model check, item by item", "模型核查防护逐项记录"],
    ),
    ...answers.securityItem(
      "inTransit",
      ["Models arrive over the portal's own encrypted line.", "模型经门户加密通道上传。"],
      19,
      ["Protection of the model check, item by item", "模型核查防护逐项记录"],
    ),
    ...answers.securityItem(
      "backup",
      ["Every night to the second building hall, kept for thirty nights.", "每晚备份到第二建设大厅，保留三十天。"],
      19,
      ["Protection of the model check, item by item", "模型核查防护逐项记录"],
    ),
    restore: "no",
    level: "none",
  }),
  accept(6, "evaluator3", "security-baseline", [
    "Truly said, and it shows what is missing: a copy that was never read back is a hope. Try it on a Friday.",
    "填写属实，缺的也看得清楚：从没恢复过的备份只是心理安慰，找个周五试一次。",
  ]),
  handIn(7, "response-plan", {
    events: [
      {
        class: "outage",
        steps: [
          "Reviewers go on from sheet one; the desk calls architects whose models wait and tells them the day.",
          "审图员照旧从第一张图看起；窗口致电排队的设计单位，告知日期。",
        ],
        leads: { en: "Head of review room 2", zh: "二号审图室主任" },
        tells: { en: "Architects who wait", zh: "排队的设计单位" },
        beginWithin: 30,
        restoreWithin: 240,
      },
    ],
    drilled: "yes",
    drills: [
      {
        drillClass: "outage",
        drillOn: { daysAgo: 25 },
        drillFound: [
          "The list of waiting models could be read on the server only, which was the thing that was down.",
          "排队清单只存在停掉的那台服务器上。",
        ],
        drillChanged: ["It is printed at noon and at five.", "改为中午和下午五点各打印一份。"],
      },
    ],
  }),
  accept(6, "evaluator3", "response-plan"),
  handIn(6, "training", {
    contents: [
      "Reading the findings, covering the column, and what to do when sheet and model disagree.",
      "看懂核查结果、遮住提示列，以及图纸与模型不一致时怎么办。",
    ],
    courses: [
      {
        wave: 1,
        site: { en: "Northgate building hall", zh: "北闸建设大厅" },
        role: { en: "Reviewers", zh: "审图员" },
        planned: 24,
        by: { daysAgo: -21 },
        held: "no",
      },
    ],
  }),
  handIn(6, "channels-kept", {
    reaches: "public",
    channels: [
      {
        channel: "paper",
        place: { en: "Window 9, Northgate", zh: "北闸九号窗口" },
        hours: { en: "Weekdays, 9 to 17", zh: "工作日 9 时至 17 时" },
        accessibleTo: { ticks: ["everyone"] },
        how: ["Plans on paper are taken and read as before.", "照常接收和审读纸质图纸。"],
        ends: "yes",
        until: { daysAgo: -80 },
      },
      {
        channel: "phone",
        place: { en: "Chamber of architects, 555 0117", zh: "建筑师协会 5550117" },
        hours: { en: "Tuesdays, 14 to 17", zh: "周二 14 时至 17 时" },
        accessibleTo: { ticks: ["older", "noDevice"] },
        how: ["A colleague makes the model from the sheets.", "由同行按图纸代建模型。"],
        ends: "no",
      },
    ],
  }),
  accept(5, "evaluator3", "channels-kept", [
    "The paper window closes in eleven weeks, and offices of one person ask how they will manage. The gate sees it too.",
    "纸质窗口十一周后停办，个人事务所已在问怎么办，评审也会看到。",
  ]),
];
