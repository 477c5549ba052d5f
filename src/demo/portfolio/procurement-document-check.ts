import type { Scene } from "../scene.ts";
import * as does from "../steps.ts";

/** Complete but failing already at its first look: a service that cannot take the last day before a deadline. */
export const procurementDocumentCheck: Scene = {
  name: { en: "Procurement document check", zh: "采购文件核查" },
  summary: [
    "Points out clauses in tender documents that exclude bidders without need.",
    "指出招标文件中无必要排斥投标人的条款。",
  ],
  need: [
    "One tender in five is challenged, most often over a brand name in the specification.",
    "每五个招标就有一个被质疑，多半因为技术要求写了品牌。",
  ],
  needOf: [
    "120 buyers in all offices, and small firms who read 200 pages to find one word.",
    "各部门一百二十名采购人员，以及翻二百页找一个词的小企业。",
  ],
  risks: [
    "A clean report may be waved at a court; drafts are confidential until published.",
    "“核查通过”可能被拿去当挡箭牌；公告前文件属保密。",
  ],
  department: "finance",
  planner: "planner6",
  sponsor: "sponsor2",
  tier: "II",
  kind: "algorithm",
  dataClass: "important",
  personal: "none",
  users: 120,
  demand: 0.4,
  recordsPerHour: 450,
  cost: { pilot: 55_000, annual: 260_000 },
  ago: 3,
  course: [
    does.propose(),
    does.vote(3, "approver2", "admission", "approve", [
      "Each challenge costs us eleven weeks; even a tenth fewer pays.",
      "每次质疑耗十一周，少一成也值。",
    ]),
    does.lock(5, {
      sites: [
        "Central purchasing and the hospital buyers, tenders above 400,000 yuan.",
        "集中采购中心和医院采购科，四十万元以上项目。",
      ],
      siteCount: 2,
      starts: 7,
      days: 32,
      looks: [41, 58],
      services: ["clause-check"],
      latencyMs: 2000,
      restoreMinutes: 60,
      exit: ["Drafts are shredded after publication, as the secrecy rule asks.", "按保密规定，公告后销毁草稿。"],
      rollback: ["Two lawyers read every tender, as they do now.", "照旧由两名法务审读。"],
    }),
    does.openPilot(7),
    does.drill(15, 58, ["Check restarted during a quiet hour.", "闲时重启核查服务。"]),
    does.drill(25, 83, ["Clause library restored from the lawyers' copy.", "用法务留存副本恢复条款库。"]),
    does.wentWrong(30, 3, [
      "The check passed a tender that named one brand of gloves in an annex scanned as a picture.",
      "附件扫描件中写明某品牌手套，核查未发现。",
    ]),
    does.putRight(36, 1, [
      "Scanned annexes are now refused with a request for text.",
      "扫描附件一律退回，要求提供文本。",
    ]),
    does.drill(37, 76, ["Both lawyers worked a day without it.", "两名法务脱离系统工作一天。"]),
    does.attach(40, ["Deadline eve, JMeter", "截止前夜负载（JMeter）"], {
      kind: "load",
      tool: "jmeter",
      file: "deadline-eve.jtl",
      asks: ["Upload", "Check", "Report"],
      levels: [
        [3, 0.4, 365, 900],
        [6, 0.8, 15, 1100],
        [12, 1.22, 560, 2600, 0.05],
        [20, 1.05, 20, 4200, 0.12],
        [30, 0.7, 20, 7800, 0.25],
      ],
      spread: 0.5,
      stalling: 0.01,
    }),
    does.attach(40, ["Outages of the clause check", "条款核查中断"], {
      kind: "outages",
      tool: "outages",
      file: "clause-outages.csv",
      down: [
        [0, 8, 16, 180],
        [0, 20, 15, 240],
        [0, 29, 16.5, 150],
      ],
    }),
    does.attach(40, ["Tenders per night", "每夜核查标书"], {
      kind: "volume",
      file: "tenders-per-night.csv",
      runs: 12,
      share: 0.91,
      minutes: 35,
    }),
    does.attach(40, ["Buyers of two houses, SUS", "两家采购人员 SUS"], {
      kind: "sus",
      file: "buyers-sus.csv",
      shape: "wide",
      people: 51,
      mean: 70,
      sd: 13,
    }),
    does.attach(40, ["Brand names hidden in 12 tenders", "十二份标书藏品牌任务"], {
      kind: "tasks",
      file: "hidden-brands.csv",
      people: 28,
      success: 0.84,
      tasks: ["Brand name", "Local office demanded", "Too short a deadline"],
    }),
    does.wait(41),
  ],
};
