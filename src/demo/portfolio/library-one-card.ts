import type { Plan } from "../plan.ts";
import type { Scene } from "../scene.ts";
import * as does from "../steps.ts";
import { tell } from "../deeds/publication.ts";

const first: Plan = {
  sites: ["Central library and the reading room of Weir Town.", "市图书馆和堰镇阅览室。"],
  siteCount: 2,
  starts: 7,
  days: 16,
  looks: [28],
  services: ["card", "lending"],
  latencyMs: 500,
  restoreMinutes: 30,
  exit: ["Readers keep their old cards, which still open every gate.", "读者仍持旧证，旧证照样刷门。"],
  rollback: [
    "Lending desks stamp books by hand, as in the power cut of 2023.",
    "借阅台手工盖章，和 2023 年停电时一样。",
  ],
};

const second: Plan = {
  ...first,
  sites: [
    "The same two houses, the mobile library, and the school library of East Fields.",
    "原两处，加流动图书车和东畈校图书馆。",
  ],
  siteCount: 4,
  exit: [
    "Old cards open every gate as before; the van goes back to its card boxes.",
    "旧证照常刷门，图书车改回卡片盒。",
  ],
  rollback: [
    "Stamps and date cards lie in all four houses, the pupils' ones in East Fields included.",
    "四处都备有印章和日期卡，东畈学生那里也有。",
  ],
  starts: 36,
  days: 18,
  looks: [58],
};

/** Failed its first look, was sent back, changed its database, and came back to be adopted. */
export const libraryOneCard: Scene = {
  name: { en: "Library one card", zh: "图书馆一卡通" },
  summary: [
    "One card for all thirty-four public libraries and the mobile one.",
    "一卡通行三十四家公共图书馆和流动图书车。",
  ],
  need: [
    "Readers hold up to five cards, and a book of Reed Lake cannot be given back in Northgate.",
    "读者最多持五张证，芦湖借的书在北闸还不了。",
  ],
  needOf: ["150,000 readers, a third of them under fourteen.", "十五万读者，三分之一不到十四岁。"],
  risks: ["What somebody reads is nobody's business; a lost card of a child.", "读什么书与旁人无关；孩子容易丢卡。"],
  department: "culture",
  planner: "planner",
  sponsor: "sponsor",
  tier: "I",
  kind: "service",
  dataClass: "general",
  personal: "general",
  users: 150_000,
  demand: 0.8,
  recordsPerHour: 3500,
  cost: { pilot: 38_000, annual: 190_000 },
  ago: 7,
  course: [
    does.propose(),
    does.vote(3, "approver3", "admission", "approve", [
      "Lending history is deleted on return; children's cards need no photograph. Fine.",
      "还书即删记录，儿童证不用照片，可以。",
    ]),
    does.lock(5, first),
    does.openPilot(7),
    does.drill(10, 21, ["Lending stamped by hand in Weir Town for a morning.", "堰镇手工盖章借书一上午。"]),
    does.drill(15, 24, [
      "Card register restored while children queued for stickers.",
      "孩子们排队领贴纸时恢复读者库。",
    ]),
    does.drill(20, 26, ["Gate opened by old cards only.", "闸机仅认旧证运行。"]),
    does.attach(24, ["First run on a Sunday, JMeter", "首次周日负载（JMeter）"], {
      kind: "load",
      tool: "jmeter",
      file: "sunday-first.jtl",
      asks: ["Lend", "Return", "Reserve"],
      levels: [
        [10, 0.4, 150, 260],
        [20, 0.8, 15, 330],
        [40, 1.22, 230, 460, 0.02],
        [60, 1.0, 15, 900, 0.08],
        [90, 0.6, 15, 2100, 0.2],
      ],
    }),
    does.attach(24, ["Outages in the first fortnight", "前两周中断清单"], {
      kind: "outages",
      tool: "outages",
      file: "library-first.csv",
      down: [
        [1, 6, 14, 60],
        [1, 12, 15, 45],
      ],
    }),
    does.attach(24, ["Loans moved per night, old tables", "旧表结构夜间迁移量"], {
      kind: "volume",
      file: "loans-old-tables.csv",
      runs: 10,
      share: 1.31,
      minutes: 25,
    }),
    does.attach(24, ["Readers of two houses, SUS", "两馆读者 SUS"], {
      kind: "sus",
      file: "readers-first.csv",
      shape: "wide",
      people: 38,
      mean: 77,
      sd: 10,
    }),
    does.attach(24, ["Children borrow alone", "儿童独立借书任务"], {
      kind: "tasks",
      file: "children-alone.csv",
      people: 26,
      success: 0.93,
      tasks: ["Borrow", "Give back elsewhere", "Reserve"],
    }),
    does.vote(25, "approver", "completion", "approve", [
      "The fortnight is over and nothing is hidden, slow Sundays included.",
      "两周已满，周日变慢也如实写了。",
    ]),
    does.assign(26, "approver", "evaluator", "evaluator2"),
    does.noInterest(26, "evaluator"),
    does.noInterest(26, "evaluator2"),
    does.score(
      27,
      "evaluator",
      [3, "Came back by the procedure, but the Sunday queue went to the street.", "按流程恢复了，但周日队伍排到街上。"],
      [4, "Loans of both houses in one table with open names.", "两馆借阅同表，字段公开。"],
      [4, "A wrong book is taken off with one key.", "扫错书一键撤销。"],
      [5, "A six-year-old showed me.", "六岁孩子教会了我。"],
    ),
    does.score(
      27,
      "evaluator2",
      [
        3,
        "Restored in twenty-four minutes; the slow hour repeated itself next Sunday.",
        "二十四分钟恢复，可下个周日又慢了一小时。",
      ],
      [3, "Reservations travel as a nightly file.", "预约靠每晚一个文件传。"],
      [4, "Screens ask before a fine is booked.", "记罚款前会先询问。"],
      [4, "Older readers wanted the beep back.", "老读者想要回“滴”的一声。"],
    ),
    does.planRollout(
      27,
      [[["Houses with a return machine", "有自助还书机的馆"], 9, 40]],
      [["within-share", 0.9, 4320]],
    ),
    does.wait(28),
    does.vote(30, "approver", "rollout", "return", [
      "One Sunday request in three took longer than half a second and it got worse with more readers. Mend that and lock a new plan.",
      "周日三分之一请求超过半秒，人越多越慢。改好再锁定新方案。",
    ]),
    does.vote(30, "approver3", "rollout", "return", [
      "Return, not reject: children love it, the database does not.",
      "退回而不否决：孩子喜欢，数据库吃不消。",
    ]),
    does.lessons(31, "planner", [
      "Every loan locked the whole reader's card. Test a Sunday before the pilot, not in it.",
      "每借一本就锁整张读者卡。周日高峰应在试点前测，而不是在试点里测。",
    ]),
    does.lock(34, second),
    does.openPilot(36),
    does.drill(39, 11, ["New lending tables rebuilt in front of the librarians.", "当着馆员的面重建新借阅表。"]),
    does.drill(44, 9, [
      "Mobile library without network for a round, synchronised in the yard.",
      "流动图书车离线跑一圈，回场同步。",
    ]),
    does.drill(50, 10, [
      "East Fields pupils switched the reserve terminal on themselves.",
      "东畈学生自己启动备用终端。",
    ]),
    does.attach(55, ["Second run on a Sunday, Gatling", "第二次周日负载（Gatling）"], {
      kind: "load",
      tool: "gatling",
      file: "sunday-second.log",
      asks: ["Lend", "Return", "Reserve"],
      levels: [
        [10, 0.42, 150, 140],
        [20, 0.84, 15, 148],
        [30, 1.26, 15, 155],
        [40, 1.66, 228, 164],
        [60, 2.4, 15, 190],
      ],
      spread: 0.3,
    }),
    does.attach(55, ["Watch on cards and lending, plan two", "第二方案读者证与借阅监测"], {
      kind: "outages",
      tool: "kuma",
      file: "kuma-library.json",
      down: [[0, 9, 10, 20]],
    }),
    does.attach(55, ["Loans moved per night, new tables", "新表结构夜间迁移量"], {
      kind: "volume",
      file: "loans-new-tables.csv",
      runs: 18,
      share: 2.3,
      minutes: 25,
    }),
    does.attach(55, ["Readers of four houses, SUS", "四馆读者 SUS"], {
      kind: "sus",
      file: "readers-second.csv",
      shape: "words",
      people: 52,
      mean: 84,
      sd: 8,
    }),
    does.attach(55, ["Borrowing in the mobile library", "流动图书车借还任务"], {
      kind: "tasks",
      file: "mobile-library.csv",
      people: 28,
      success: 0.97,
      tasks: ["Borrow", "Give back elsewhere", "Renew offline"],
    }),
    does.vote(56, "approver", "completion", "approve", [
      "Two Sundays with twice the readers, no queue in the street.",
      "两个周日客流翻倍，门外没排队。",
    ]),
    does.assign(56, "approver", "evaluator", "evaluator2"),
    does.noInterest(56, "evaluator"),
    does.noInterest(56, "evaluator2"),
    does.score(
      57,
      "evaluator",
      [4, "The van lends without network and loses nothing on return.", "图书车断网照借，回来一条不丢。"],
      [4, "Reservations now pass in seconds through the interface.", "预约改走接口，数秒即达。"],
      [4, "Undo works offline as well.", "离线也能撤销。"],
      [5, "Still needs no guide, now in four houses.", "四个馆都不用说明书。"],
    ),
    does.score(
      57,
      "evaluator2",
      [4, "Ten minutes, three times, rebuilt in public.", "三次都十分钟左右，公开重建。"],
      [5, "The school library connected itself with the published page.", "校图书馆照公开文档自行接入。"],
      [4, "A fine booked by mistake goes back at the same desk.", "误记罚款同台退回。"],
      [4, "The beep is back.", "“滴”声回来了。"],
    ),
    does.planRollout(
      57,
      [
        [["Ten houses with most loans", "借阅量前十的馆"], 10, 64],
        [["All thirty-four and the van", "全部三十四馆和图书车"], 35, 78],
      ],
      [
        ["within-share", 0.92, 4320],
        ["failed-share", 0.03, 4320],
      ],
    ),
    does.wait(58),
    does.vote(61, "approver", "rollout", "approve", [
      "They mended what we sent back, and showed it with the same Sunday.",
      "退回的问题改好了，还用同样的周日来证明。",
    ]),
    does.vote(61, "approver3", "rollout", "approve", [
      "From 37 late requests in a hundred to under one: that is what a return is for.",
      "超时从三成多降到不足百分之一，退回就该这样用。",
    ]),
    does.openWave(64, 1),
    does.attach(76, ["Ten houses, school holidays", "十馆暑期监测"], {
      kind: "load",
      tool: "gatling",
      file: "ten-houses.log",
      asks: ["Lend", "Return"],
      levels: [[20, 0.22, 1440, 150]],
    }),
    does.completeWave(78, 1),
    does.openWave(78, 2),
    does.attach(90, ["Thirty-five places, a Saturday", "三十五处周六监测"], {
      kind: "load",
      tool: "gatling",
      file: "all-houses.log",
      asks: ["Lend", "Return"],
      levels: [[20, 0.26, 1440, 170]],
    }),
    does.completeWave(92, 2),
    does.vote(92, "approver3", "adoption", "approve", [
      "One card in every house, and what is read stays unknown. Adopt.",
      "馆馆一卡通，读什么仍无人知，同意采用。",
    ]),
    does.withdrawEvidence(
      96,
      ["Borrowing in the mobile library", "流动图书车借还任务"],
      [
        "Two children of the driver were among those who borrowed. They had seen the machine every day of the summer.",
        "参加借还的人里有司机的两个孩子，整个夏天天天见到这台机器。",
      ],
    ),
    does.confirmDrift(99, "approver3", "completion", [
      "The pilot was complete with the questionnaires alone; the tasks came on top.",
      "光凭问卷试点也已完整，任务测试是额外做的。",
    ]),
    does.confirmDrift(99, "approver3", "rollout", [
      "Two of the children out of the count change nothing: readers of four houses were asked beside them, and thirty-five places lend without a guide today.",
      "去掉这两个孩子也不影响结论：四个馆的读者另有问卷，如今三十五处都不用说明书照常借还。",
    ]),
    does.confirmDrift(99, "approver3", "adoption", [
      "Adoption stood on both waves, which nobody has taken back.",
      "正式采用依据的是两批推广，均未撤回。",
    ]),
    tell(92, {
      purpose: [
        "One card for every library of the city, and books come back anywhere.",
        "一张卡走遍全市图书馆，借还不分馆。",
      ],
      reasons: [
        "The first trial asked too few older readers, so we tried again with more. Two steps went well.",
        "第一次试点问到的老年读者太少，于是再试一次、扩大范围。两批推广都顺利。",
      ],
    }),
  ],
};
