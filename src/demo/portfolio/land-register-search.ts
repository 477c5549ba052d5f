import type { Scene } from "../scene.ts";
import * as does from "../steps.ts";

/** At its gate with one vote in; what went wrong there is waived by two approvers for a time. */
export const landRegisterSearch: Scene = {
  name: { en: "Land register search", zh: "不动产登记查询" },
  summary: [
    "Full-text search in the land register for notaries and courts, with a reason recorded for every access.",
    "供公证处和法院全文检索不动产登记簿，每次查询须填写事由。",
  ],
  need: [
    "A search takes two days and a paper form; the district court sends a driver to Salt Market for each extract.",
    "查一次要两天和一张纸质表格，区法院每份摘录都要派车去盐市取。",
  ],
  needOf: [
    "Forty-one notaries, six courts and the 2,300 officials who need an owner's name for their work.",
    "四十一名公证员、六家法院，以及因公需要查询权属的两千三百名工作人员。",
  ],
  risks: [
    "Curiosity about neighbours; a leaked list of owners is worth money; scanned volumes before 1998 are hard to read.",
    "出于好奇查邻居；权属名单外泄可以卖钱；一九九八年以前的扫描卷难以识别。",
  ],
  department: "resources",
  planner: "planner",
  sponsor: "sponsor2",
  tier: "II",
  kind: "system",
  dataClass: "important",
  personal: "sensitive",
  users: 2300,
  demand: 0.6,
  recordsPerHour: 5200,
  cost: { pilot: 140_000, annual: 680_000 },
  ago: 1,
  course: [
    does.propose(),
    does.vote(3, "approver3", "admission", "approve", [
      "Courts asked for this in three annual reports; the access log answers the data protection letter.",
      "法院连续三年提出；查询留痕回应了个人信息保护的来函。",
    ]),
    does.lock(5, {
      sites: [
        "Salt Market registry, the notary chamber, and the district court's land division.",
        "盐市登记中心、公证协会和区法院民事土地庭。",
      ],
      siteCount: 3,
      starts: 7,
      days: 31,
      looks: [46],
      services: ["search", "extracts"],
      latencyMs: 1500,
      restoreMinutes: 60,
      exit: [
        "Accounts end at midnight; the log of accesses is kept seven years by the registry.",
        "账号当夜零时停用，查询日志由登记中心保存七年。",
      ],
      rollback: [
        "The counter in Salt Market keeps both its window clerks until the adoption gate.",
        "盐市窗口两名工作人员保留到正式采用为止。",
      ],
    }),
    does.openPilot(7),
    does.drill(14, 31, ["Search index rebuilt from the registry's nightly dump.", "用登记中心夜间转储重建检索索引。"]),
    does.drill(22, 44, ["Extract printing moved to the spare machine and back.", "摘录打印切换到备用机再切回。"]),
    does.wentWrong(25, 4, [
      "A notary got the volume of Plum Ferry instead of Plum Terrace and noticed by the map.",
      "一名公证员查梅台却得到梅渡的卷宗，看图才发现。",
    ]),
    does.putRight(27, 1, [
      "Place names are matched by code first, by spelling second.",
      "地名先按代码、再按字面匹配。",
    ]),
    does.drill(33, 38, [
      "Power cut simulated at the notary chamber; open requests survived.",
      "模拟公证协会停电，未完成的查询未丢失。",
    ]),
    does.attach(39, ["Court week load, Gatling", "法院集中查询周负载（Gatling）"], {
      kind: "load",
      tool: "gatling",
      file: "court-week.log",
      asks: ["search", "open volume", "extract"],
      levels: [
        [6, 0.35, 365, 480],
        [12, 0.75, 20, 505],
        [18, 1.1, 20, 540],
        [28, 1.29, 565, 640],
        [44, 1.33, 20, 1050],
        [60, 1.35, 20, 1480],
      ],
    }),
    does.attach(39, ["Uptime Kuma export", "Uptime Kuma 导出"], {
      kind: "outages",
      tool: "kuma",
      file: "kuma-land.json",
      down: [
        [0, 11, 10, 50],
        [1, 23, 15, 30],
      ],
    }),
    does.attach(39, ["Volumes read per hour", "每小时识读卷宗量"], {
      kind: "volume",
      file: "ocr-volumes.csv",
      runs: 18,
      share: 1.18,
      minutes: 90,
    }),
    does.attach(39, ["Notaries and clerks, SUS", "公证员与书记员 SUS"], {
      kind: "sus",
      file: "notaries-sus.csv",
      shape: "wide",
      people: 58,
      mean: 76,
      sd: 12,
    }),
    does.attach(39, ["Five searches each", "每人五次检索任务"], {
      kind: "tasks",
      file: "five-searches.csv",
      people: 30,
      success: 0.9,
      tasks: ["Owner of a parcel", "All parcels of a firm", "Encumbrances", "Old volume", "Order an extract"],
    }),
    does.vote(40, "approver", "completion", "approve", [
      "Thirty-one days, three houses, every access with its reason; nothing is missing.",
      "三十一天、三家单位，每次查询都有事由，材料不缺。",
    ]),
    does.assign(41, "approver", "evaluator3", "evaluator4"),
    does.noInterest(41, "evaluator3"),
    does.noInterest(41, "evaluator4", [
      "I own a flat in Plum Ferry and have not looked it up.",
      "我在梅渡有一套房，没有查过。",
    ]),
    does.score(
      43,
      "evaluator3",
      [
        3,
        "Forty-four minutes for extracts is within the promise, and people waited.",
        "摘录恢复用了四十四分钟，在承诺之内，但有人在等。",
      ],
      [
        4,
        "Extracts carry a signed data sheet that the court's system reads.",
        "摘录附签名数据表，法院系统可直接读取。",
      ],
      [4, "Wrong parcel: the map beside the list shows it before you order.", "地块选错，下单前旁边的地图就能看出来。"],
      [3, "Notaries needed two days for the old volumes.", "旧卷部分公证员学了两天。"],
    ),
    does.score(
      43,
      "evaluator4",
      [4, "During the power cut my half-typed reason was still there.", "停电后我填了一半的事由还在。"],
      [3, "Volumes before 1998 are pictures with a few key words.", "一九九八年以前的卷只是图片加几个关键词。"],
      [4, "It asked whether I meant the firm or its director; good question.", "它会问我查的是公司还是法人，问得好。"],
      [4, "Search box, list, map: clear by lunchtime.", "检索框、列表、地图，一上午就熟了。"],
    ),
    does.planRollout(
      44,
      [
        [["All courts and the notary chamber", "全部法院和公证协会"], 14, 55],
        [["Officials with a standing reason", "有常设查询事由的部门"], 120, 80],
      ],
      [
        ["within-share", 0.95, 4320],
        ["failed-share", 0.02, 4320],
      ],
    ),
    does.wentWrong(45, 2, [
      "A former intern's account stayed open for a day after she left; she made no search.",
      "一名实习生离职后账号多开了一天，期间没有查询。",
    ]),
    does.wait(46),
    does.askWaiver(
      47,
      ["rollout", does.allPutRight],
      45,
      [
        "Closing needs the personnel system to report leavers daily; that interface is built by February.",
        "彻底解决要等人事系统每日推送离职名单，该接口二月完成。",
      ],
      [
        "Until then the registry compares accounts with the personnel list every evening and signs the sheet.",
        "在此之前，登记中心每晚核对账号与在册人员并签字。",
      ],
    ),
    does.grantWaiver(47, "approver"),
    does.grantWaiver(47, "approver2"),
    does.vote(48, "approver2", "rollout", "approve", [
      "The evening check is a fair fence until February, and the search itself clears every floor.",
      "二月之前每晚核对足以兜底，检索本身各项底线均已通过。",
    ]),
  ],
};
