import type { Scene } from "../scene.ts";
import * as does from "../steps.ts";

/** In its first wave; a deputy voted for an approver who was away, and the needs were judged. */
export const courtDateReminders: Scene = {
  name: { en: "Court date reminders", zh: "开庭提醒" },
  summary: [
    "Reminds parties and witnesses of court dates by message, a week and a day before.",
    "开庭前一周和前一天，短信提醒当事人和证人。",
  ],
  need: [
    "One hearing in eight is adjourned because somebody is missing; the next free date is nine weeks off.",
    "每八次开庭就有一次因有人缺席改期，再排要等九周。",
  ],
  needOf: [
    "26,000 parties and witnesses a year and eleven court clerks who write envelopes.",
    "每年两万六千名当事人和证人，以及十一名写信封的书记员。",
  ],
  risks: [
    "A message to the wrong person tells of a case; legal notice must stay on paper; people change numbers.",
    "发错人等于泄露案情；法定送达仍须纸质；有人会换号。",
  ],
  department: "justice",
  planner: "planner",
  sponsor: "sponsor",
  tier: "II",
  kind: "service",
  dataClass: "general",
  personal: "sensitive",
  users: 26_000,
  demand: 0.4,
  recordsPerHour: 1100,
  cost: { pilot: 30_000, annual: 120_000 },
  ago: 9,
  course: [
    does.propose(),
    does.stateNeeds(
      1,
      ["Fewer than one hearing in twelve is adjourned for absence.", "因缺席改期降到十二分之一以下。"],
      ["A message never says what the case is about.", "短信不得透露案由。"],
      ["Clerks write no more second envelopes.", "书记员不再补写信封。"],
    ),
    does.vote(3, "approver2", "admission", "approve", [
      "A tenth of what one day of empty courtrooms costs us.",
      "花费只有空庭一天损失的十分之一。",
    ]),
    does.lock(5, {
      sites: ["District court, chambers 3 and 4, civil cases only.", "区法院民事三庭、四庭，仅限民事案件。"],
      siteCount: 2,
      starts: 7,
      days: 30,
      looks: [46],
      services: ["reminders", "case-link"],
      latencyMs: 3000,
      restoreMinutes: 120,
      exit: ["Messages stop; paper notices were never replaced.", "停止发短信；纸质通知从未取消。"],
      rollback: ["Clerks post the second envelope again from the same list.", "书记员照同一名单恢复寄第二封信。"],
    }),
    does.openPilot(7),
    does.drill(14, 75, [
      "Gateway of the telephone company down for the afternoon, queue kept.",
      "运营商网关停一下午，待发队列保留。",
    ]),
    does.drill(21, 62, [
      "Case link broken; yesterday's hearings were sent from the copy.",
      "断开案件接口，改用副本发送昨日排期。",
    ]),
    does.wentWrong(24, 3, [
      "A landlord received the reminder of his former tenant, who had kept the number.",
      "房东收到前租客的提醒，号码早已换人。",
    ]),
    does.putRight(28, 1, [
      "Numbers older than a year are confirmed by a code before any reminder.",
      "一年以上的号码先用验证码确认再发。",
    ]),
    does.drill(33, 58, ["Sent a day's list by hand from the clerks' room.", "在书记员室手工发出一天的名单。"]),
    does.attach(38, ["Evening dispatch, Gatling", "晚间批量发送（Gatling）"], {
      kind: "load",
      tool: "gatling",
      file: "evening-dispatch.log",
      asks: ["list", "send", "receipt"],
      levels: [
        [3, 0.3, 365, 820],
        [6, 0.7, 20, 850],
        [9, 1.1, 20, 870],
        [14, 1.9, 560, 900],
        [18, 2.45, 20, 930],
      ],
      spread: 0.45,
    }),
    does.attach(38, ["Probe log, reminders and link", "提醒与接口探测日志"], {
      kind: "outages",
      tool: "probes",
      file: "court-probes.csv",
      down: [[0, 7, 13, 75]],
      planned: [[1, 15, 20, 120]],
    }),
    does.attach(38, ["Hearings loaded per night", "每夜导入庭审数"], {
      kind: "volume",
      file: "hearings-loaded.csv",
      runs: 16,
      share: 2.1,
      minutes: 25,
    }),
    does.attach(38, ["Parties asked at the door, SUS", "法院门口当事人 SUS"], {
      kind: "sus",
      file: "court-door.csv",
      shape: "long",
      people: 60,
      mean: 85,
      sd: 8,
    }),
    does.attach(38, ["Confirm, move, ask: 30 people", "确认、改期、询问任务"], {
      kind: "tasks",
      file: "court-tasks.csv",
      people: 30,
      success: 0.93,
      tasks: ["Confirm", "Ask to move", "Find the room"],
    }),
    does.vote(39, "approver", "completion", "approve", [
      "Thirty days, two chambers, and the landlord's case was closed with a rule.",
      "三十天、两个庭，房东那件事以一条规则收尾。",
    ]),
    does.assign(40, "approver", "evaluator2", "evaluator4"),
    does.noInterest(40, "evaluator2"),
    does.noInterest(40, "evaluator4", [
      "I was a witness once, years before this system.",
      "多年前做过一次证人，与本系统无关。",
    ]),
    does.score(
      42,
      "evaluator2",
      [
        4,
        "The queue survived a dead gateway for seventy-five minutes; nobody was reminded twice.",
        "网关停了七十五分钟，队列无损，没有重复提醒。",
      ],
      [4, "Takes hearings from the case system by its published interface.", "经公开接口从案件系统取排期。"],
      [4, "A wrong number is found by the code, before the first reminder.", "号码有误，首次提醒前的验证码就能发现。"],
      [5, "There is nothing to learn for the parties.", "当事人不需要学任何东西。"],
    ),
    does.score(
      43,
      "evaluator4",
      [4, "Clerks sent a day by hand and were done before lunch.", "书记员手工发一天，午饭前就完成。"],
      [4, "Receipts go back into the case file as they should.", "回执如实写回案卷。"],
      [5, "“Not me” is one reply, and the number is silent from then on.", "回复“不是本人”，该号码即停发。"],
      [4, "Clerks read two pages and knew.", "书记员看两页纸就明白。"],
    ),
    does.judgeNeed(44, "evaluator2", 1, "met", [
      "One in fifteen over 640 hearings, against one in eight before.",
      "六百四十次开庭中缺席率十五分之一，此前为八分之一。",
    ]),
    does.judgeNeed(44, "evaluator4", 2, "met", [
      "I read three hundred messages; they name place and hour and nothing else.",
      "抽读三百条短信，只有时间地点。",
    ]),
    does.judgeNeed(45, "evaluator4", 3, "partly", [
      "Second envelopes fell from forty a week to six, for people without a phone.",
      "补寄信封由每周四十封降到六封，都是没有手机的人。",
    ]),
    does.planRollout(
      45,
      [
        [["All civil chambers", "全部民事庭"], 9, 52],
        [["Family and labour cases", "家事与劳动案件"], 7, 75],
      ],
      [
        ["within-share", 0.95, 4320],
        ["failed-share", 0.02, 4320],
      ],
    ),
    does.wait(46),
    does.nameDeputy(49, "approver3", "deputy", 70),
    does.vote(
      49,
      "deputy",
      "rollout",
      "approve",
      [
        "In Mr Cen's absence and after his note: absence fell by half, and paper notices stay.",
        "受岑主任委托并依其批注：缺席减半，纸质通知保留，同意。",
      ],
      { office: "approver3" },
    ),
    does.vote(49, "approver2", "rollout", "approve", [
      "Nine weeks of waiting saved for each hearing that takes place; I ask for the yearly figure in June.",
      "每开成一次庭就省下九周等待，六月请报年度数据。",
    ]),
    does.openWave(52, 1),
  ],
};
