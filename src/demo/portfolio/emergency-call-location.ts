import type { Scene } from "../scene.ts";
import * as does from "../steps.ts";

/** Tier IV at its gate, passed narrowly; a real disagreement was moderated and no vote is in yet. */
export const emergencyCallLocation: Scene = {
  name: { en: "Emergency call location", zh: "报警位置定位" },
  summary: [
    "Shows dispatchers where an emergency call comes from, within fifty metres and four seconds.",
    "四秒内向接警员显示报警位置，误差五十米以内。",
  ],
  need: [
    "Callers cannot say where they are in one case of seven; crews looked for the wrong Lakeside Road twice this year.",
    "每七个报警人就有一个说不清位置，今年救援两次跑错了“湖滨路”。",
  ],
  needOf: [
    "Forty-eight dispatchers on three shifts, and everybody who ever calls them.",
    "三班四十八名接警员，以及每一个可能报警的人。",
  ],
  risks: [
    "A confident wrong dot sends the crew away; location data tempt other offices; the cell register of one operator is two years old.",
    "定位点错得理直气壮会误导救援；别的部门会惦记位置数据；一家运营商的基站表已是两年前的。",
  ],
  department: "services",
  planner: "planner3",
  sponsor: "sponsor",
  tier: "IV",
  kind: "system",
  dataClass: "important",
  personal: "sensitive",
  standards: ["ETSI TS 103 479"],
  users: 900,
  demand: 0.3,
  recordsPerHour: 3000,
  cost: { pilot: 420_000, annual: 1_700_000 },
  ago: 2,
  course: [
    does.propose(),
    does.vote(4, "approver2", "admission", "approve", [
      "Beside the old map, never instead of it, until ninety days are over: on that I agree.",
      "九十天内只在旧地图旁边显示，不取代它，这样我同意。",
    ]),
    does.vote(5, "approver3", "admission", "approve", [
      "The police asked for a copy of all positions. The proposal says no, and so do I.",
      "公安提出复制全部位置数据，申请里写明不给，我赞成。",
    ]),
    does.lock(7, {
      sites: [
        "All three dispatch rooms, night shifts included; dispatchers see the dot beside the old map.",
        "三个接警大厅，含夜班；定位点显示在旧地图旁。",
      ],
      siteCount: 3,
      starts: 10,
      days: 94,
      looks: [114],
      services: ["location", "dispatch-link"],
      latencyMs: 700,
      restoreMinutes: 10,
      exit: [
        "The second screen is unplugged at shift change; positions older than thirty days are gone already.",
        "交班时拔掉副屏即可，三十天前的位置本就自动清除。",
      ],
      rollback: [
        "Dispatchers ask the five questions as before; the card with them stays taped to every desk.",
        "接警员照旧问五个问题，提示卡一直贴在桌上。",
      ],
    }),
    does.openPilot(10),
    does.drill(30, 4, [
      "Location service killed during the Sunday night shift; the dot turned grey at once.",
      "周日夜班强停定位服务，定位点立即变灰。",
    ]),
    does.drill(55, 6, [
      "Link to dispatch cut at the exchange; the room went by voice.",
      "在机房切断调度链路，大厅改用语音。",
    ]),
    does.wentWrong(61, 2, [
      "For eleven minutes two calls from the harbour tunnel were shown at its southern mouth, 900 metres off.",
      "十一分钟内，海底隧道两通报警被显示在九百米外的南口。",
    ]),
    does.putRight(66, 1, [
      "Tunnel cells are marked; the dot becomes a stretch of road with a question mark.",
      "隧道基站已标记，定位点改为带问号的路段。",
    ]),
    does.drill(90, 5, [
      "Cold start of both servers in front of the night supervisor.",
      "在夜班长面前冷启动两台服务器。",
    ]),
    does.attach(105, ["New Year's Eve load, k6", "跨年夜负载（k6）"], {
      kind: "load",
      tool: "k6-csv",
      file: "new-years-eve.csv",
      asks: ["locate", "refine", "hand over"],
      levels: [
        [10, 0.4, 970, 230],
        [20, 0.85, 20, 240],
        [30, 1.24, 1495, 330, 0.0012],
        [45, 1.29, 20, 510, 0.003],
        [70, 1.31, 20, 690, 0.008],
      ],
      spread: 0.37,
    }),
    does.attach(105, ["Dispatch log of outages", "接警台中断日志"], {
      kind: "outages",
      tool: "outages",
      file: "dispatch-log.csv",
      down: [
        [0, 51, 20.3, 11],
        [1, 74, 4, 6],
      ],
      planned: [[0, 35, 4, 45]],
    }),
    does.attach(105, ["Positions handled per hour", "每小时定位处理量"], {
      kind: "volume",
      file: "positions-hourly.csv",
      runs: 40,
      share: 1.27,
      minutes: 60,
    }),
    does.attach(105, ["Dispatchers of three shifts, SUS", "三班接警员 SUS"], {
      kind: "sus",
      file: "dispatchers-sus.csv",
      shape: "wide",
      people: 90,
      mean: 75,
      sd: 11,
    }),
    does.attach(105, ["Forty-eight played calls", "四十八次模拟报警任务"], {
      kind: "tasks",
      file: "played-calls.csv",
      people: 48,
      success: 0.9,
      tasks: ["Same street name", "Tunnel", "Hiker on Pear Hill", "Boat"],
    }),
    does.vote(106, "approver2", "completion", "approve", [
      "Ninety-four days, every shift, and the tunnel case is told openly in the file.",
      "九十四天，各班都用过，隧道那次如实写进了材料。",
    ]),
    does.vote(107, "approver4", "completion", "approve", [
      "Evidence complete. I want the evaluators to look hard at tunnels and water.",
      "证据齐全，请评估人重点看隧道和水面。",
    ]),
    does.assign(107, "approver", "evaluator2", "evaluator3", "evaluator4"),
    does.noInterest(107, "evaluator2", [
      "My office supplies the base map, free of charge, to everybody.",
      "底图由我局无偿提供给所有单位。",
    ]),
    does.noInterest(107, "evaluator3"),
    does.noInterest(107, "evaluator4"),
    does.score(
      109,
      "evaluator2",
      [4, "Grey dot, voice, card: three layers, all rehearsed.", "灰点、语音、提示卡，三道防线都演练过。"],
      [
        5,
        "Open ETSI interface; the lake rescue joined without a meeting.",
        "采用公开 ETSI 接口，水上救援没开会就接入了。",
      ],
      [
        2,
        "A dispatcher who drags the dot by mistake gets no warning, and the crew follows it.",
        "接警员误拖定位点毫无提示，救援就跟着走。",
      ],
      [4, "One shift with a colleague, then alone.", "跟一个班就能独立上岗。"],
    ),
    does.score(
      109,
      "evaluator3",
      [4, "Four to six minutes, shown three times, never on a real call.", "四到六分钟，演练三次，未影响真实报警。"],
      [4, "Everything leaves with time, source and radius.", "数据均带时间、来源和误差半径。"],
      [
        4,
        "The first caller's words always stand beside the dot, so errors surface.",
        "报警人原话始终在旁，差错容易暴露。",
      ],
      [5, "Dispatchers read maps for a living; they needed nothing.", "接警员天天看图，拿来就会。"],
    ),
    does.score(
      110,
      "evaluator4",
      [3, "The link's recovery hangs on one switch that a technician must reach.", "链路恢复要靠技术员去扳一个开关。"],
      [4, "Call record and position arrive together in the archive.", "通话记录与位置一并归档。"],
      [4, "Undo is there, one key, and it says who moved the dot.", "有撤销键，并注明是谁移动的。"],
      [4, "Night staff wanted larger type and got it in week three.", "夜班要大字号，第三周就有了。"],
    ),
    does.moderate(
      111,
      "evaluator2",
      "recovery-from-error",
      3,
      "I saw the undo key only when shown. It is there, but it stands in a corner; three, not two.",
      "经指点才看到撤销键，确实有，但在角落里，改为三分。",
    ),
    does.moderate(
      111,
      "evaluator3",
      "recovery-from-error",
      4,
      "I keep my four: in the played calls every slip was caught within the same call.",
      "我维持四分：模拟报警中每次失误都在当通电话内发现。",
    ),
    does.moderate(
      112,
      "evaluator4",
      "recovery-from-error",
      3,
      "Mo's point stands for a tired shift; without a warning I go down to three.",
      "夜深人乏时莫的担心成立，没有警示，我降到三分。",
    ),
    does.planRollout(
      113,
      [
        [["Night shifts of all rooms", "三个大厅夜班"], 16, 122],
        [["All shifts, old map as spare", "全部班次，旧地图备用"], 48, 150],
      ],
      [
        ["within-share", 0.96, 5000],
        ["failed-share", 0.01, 5000],
      ],
    ),
    does.wait(114),
  ],
};
