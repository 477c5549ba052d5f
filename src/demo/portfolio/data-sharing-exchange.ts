import type { Scene } from "../scene.ts";
import * as does from "../steps.ts";

/** Both waves are complete, the condition of its approval is fulfilled, and the adoption gate is open. */
export const dataSharingExchange: Scene = {
  name: { en: "Data-sharing exchange", zh: "数据共享交换" },
  summary: [
    "One door through which offices ask each other's registers, with purpose and receipt.",
    "各部门经同一入口互查登记数据，注明用途并留回执。",
  ],
  need: [
    "Residents carry 190,000 paper proofs a year from one office of this city to another.",
    "群众每年替各部门搬运十九万份纸质证明。",
  ],
  needOf: [
    "Everyone who needs a proof, and twenty-three offices that issue or ask for them.",
    "所有要开证明的人，以及二十三个开证或要证的部门。",
  ],
  risks: [
    "One door is one target; a register asked too often may fall; purposes written as “work”.",
    "一个入口就是一个靶子；查询过多会压垮登记库；用途只写“工作需要”。",
  ],
  department: "services",
  planner: "planner5",
  sponsor: "sponsor2",
  tier: "II",
  kind: "data",
  dataClass: "core",
  personal: "sensitive",
  standards: ["GB/T 39477"],
  users: 3100,
  demand: 0.9,
  recordsPerHour: 12_500,
  cost: { pilot: 260_000, annual: 1_150_000 },
  ago: 2,
  course: [
    does.propose(),
    does.stateNeeds(
      1,
      [
        "No office asks a resident for what another office of the city holds.",
        "任何部门不再向群众索要市内已有的材料。",
      ],
      ["Every query can be traced to a case.", "每次查询都能追溯到具体事项。"],
    ),
    does.vote(4, "approver3", "admission", "approve", [
      "Purpose as a case number, not as prose. With that rule I want it tried.",
      "用途填案号而不是一句话，有这条规则就值得试。",
    ]),
    does.lock(6, {
      sites: [
        "Marriage, residence, school and housing registers; four offices asking.",
        "婚姻、户籍、学籍、房屋四类登记，四个部门查询。",
      ],
      siteCount: 4,
      starts: 8,
      days: 35,
      looks: [54],
      services: ["exchange", "receipts"],
      latencyMs: 900,
      restoreMinutes: 15,
      exit: [
        "Each register closes its own valve; receipts are kept five years.",
        "各登记库自行关闭阀门，回执留存五年。",
      ],
      rollback: [
        "Paper proofs are issued at every counter until the adoption gate.",
        "正式采用前各窗口照常开纸质证明。",
      ],
    }),
    does.openPilot(8),
    does.drill(17, 7, [
      "School register closed its valve; the exchange said so to those who asked.",
      "学籍库关闭阀门，平台如实告知查询方。",
    ]),
    does.drill(26, 6, ["Receipts rebuilt from the registers' own logs.", "用各登记库日志重建回执。"]),
    does.wentWrong(31, 2, [
      "An office asked 4,000 residents overnight under one case number.",
      "某部门一夜用同一案号查询四千人。",
    ]),
    does.putRight(35, 1, [
      "One case number now covers ten persons; more needs a second signature.",
      "一个案号至多查十人，超过须双签。",
    ]),
    does.drill(38, 8, ["Second site took over on a Tuesday morning.", "周二上午切到第二机房。"]),
    does.attach(44, ["School enrolment week, JMeter", "入学报名周负载（JMeter）"], {
      kind: "load",
      tool: "jmeter",
      file: "enrolment-week.jtl",
      asks: ["Ask", "Receipt", "Valve"],
      levels: [
        [12, 0.3, 365, 240],
        [24, 0.66, 15, 250],
        [36, 0.99, 15, 270],
        [52, 1.42, 560, 300],
        [72, 1.9, 15, 350],
        [96, 2.2, 15, 470],
      ],
      spread: 0.34,
      wobble: 0.15,
    }),
    does.attach(44, ["Two sites watched every five minutes", "双机房五分钟探测"], {
      kind: "outages",
      tool: "probes",
      file: "two-sites.csv",
      down: [
        [0, 14, 2, 15],
        [1, 27, 12, 20],
      ],
      planned: [[0, 21, 1, 60]],
    }),
    does.attach(44, ["Answers per hour of four registers", "四库每小时应答量"], {
      kind: "volume",
      file: "four-registers.csv",
      runs: 36,
      share: 1.47,
      minutes: 60,
    }),
    does.attach(44, ["Case officers, SUS", "经办人员 SUS"], {
      kind: "sus",
      file: "case-officers.csv",
      shape: "long",
      people: 59,
      mean: 77,
      sd: 10,
    }),
    does.attach(44, ["Ask with purpose, read a receipt", "注明用途查询、看回执任务"], {
      kind: "tasks",
      file: "ask-and-receipt.csv",
      people: 35,
      success: 0.93,
      tasks: ["Ask with a case number", "Read the receipt", "Object to a query"],
    }),
    does.vote(45, "approver", "completion", "approve", [
      "The night of 4,000 was stopped by its own log within six hours, and the rule that followed is right.",
      "四千人那一夜六小时内被自身日志发现，随后的规则也对。",
    ]),
    does.assign(46, "approver", "evaluator2", "evaluator4"),
    does.noInterest(46, "evaluator2", [
      "My office runs one of the four registers; I had no part in it.",
      "四库之一属我局，我未参与。",
    ]),
    does.noInterest(46, "evaluator4"),
    does.score(
      48,
      "evaluator2",
      [5, "Second site in eight minutes, and those who asked were told.", "八分钟切换机房，查询方均得到告知。"],
      [5, "National exchange standard on every valve.", "每个阀门都按国家交换标准。"],
      [4, "A wrong case number is refused with the reason.", "案号有误当场拒绝并说明。"],
      [4, "Half a day for case officers who know their forms.", "熟悉表单的经办半天即可。"],
    ),
    does.score(
      48,
      "evaluator4",
      [4, "When a valve closes, paper still works.", "阀门关了还有纸质证明。"],
      [4, "Receipts are readable by the resident, in one page.", "回执一页，群众自己能看懂。"],
      [4, "Residents objected to two queries, and both were answered.", "有两次群众对查询提出异议，均已答复。"],
      [3, "Small offices asked for a second training day.", "小部门要求再培训一天。"],
    ),
    does.judgeNeed(50, "evaluator2", 1, "partly", [
      "Four registers end four proofs; nine kinds of paper remain.",
      "四个库取消了四类证明，还剩九类。",
    ]),
    does.judgeNeed(50, "evaluator4", 2, "met", [
      "I traced forty queries to forty cases.",
      "抽查四十次查询，对上四十件事项。",
    ]),
    does.planRollout(
      52,
      [
        [["Offices around the citizen's hall", "政务大厅周边各部门"], 9, 61],
        [["All twenty-three offices", "全部二十三个部门"], 23, 78],
      ],
      [
        ["within-share", 0.95, 4320],
        ["failed-share", 0.02, 4320],
      ],
    ),
    does.wait(54),
    does.draftCondition(57, "approver3", "extra-1", 90, [
      "Publish by the date which office asked which register how often.",
      "按期公布各部门查询各登记库的次数。",
    ]),
    does.vote(57, "approver3", "rollout", "approve-with-conditions", [
      "Power to ask needs daylight: yes, with the yearly figures in public.",
      "有权查询就要见光：同意，但须公布查询次数。",
    ]),
    does.vote(57, "approver2", "rollout", "approve-with-conditions", [
      "190,000 errands a year saved; publication costs nothing.",
      "每年省下十九万趟，公布数据又不花钱。",
    ]),
    does.openWave(61, 1),
    does.attach(75, ["Nine offices, enrolment Monday", "九部门报名周一监测"], {
      kind: "load",
      tool: "jmeter",
      file: "nine-offices.jtl",
      asks: ["Ask", "Receipt"],
      levels: [[24, 0.2, 1440, 260]],
    }),
    does.completeWave(77, 1),
    does.openWave(78, 2),
    does.fulfil(84, "extra-1", [
      "Figures of the first quarter stand on the city's open data page, office by office.",
      "首季度查询次数已逐部门发布在市开放数据网。",
    ]),
    does.attach(92, ["Twenty-three offices, a working day", "二十三部门工作日监测"], {
      kind: "load",
      tool: "jmeter",
      file: "all-offices.jtl",
      asks: ["Ask", "Receipt"],
      levels: [[24, 0.24, 1440, 280]],
    }),
    does.completeWave(94, 2),
  ],
};
