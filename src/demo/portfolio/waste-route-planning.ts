import type { Scene } from "../scene.ts";
import * as does from "../steps.ts";

/** A dissent that proved right: the tablets failed in the hills, and the first wave was rolled back. */
export const wasteRoutePlanning: Scene = {
  name: { en: "Waste route planning", zh: "垃圾收运路线规划" },
  summary: [
    "Plans each morning's collection routes from fill levels and sends them to a tablet in the cab.",
    "每天早上按满溢程度规划收运路线，发到驾驶室平板。",
  ],
  need: [
    "Lorries drive the same route whether bins are full or not; a third of stops in Pear Hill empty nothing.",
    "无论桶满不满，车都走同一路线，梨山三分之一的停靠点白跑。",
  ],
  needOf: [
    "Sixty-four drivers and loaders of the Northgate depot, and streets that smell on Mondays.",
    "北闸车队六十四名司机和装卸工，以及每到周一就有异味的街道。",
  ],
  risks: [
    "Drivers know alleys that no map has; sensors freeze; a route that saves diesel may cost backs.",
    "司机熟悉地图上没有的小巷；传感器会冻住；省油的路线可能更伤腰。",
  ],
  department: "urban",
  planner: "planner3",
  sponsor: "sponsor",
  tier: "I",
  kind: "algorithm",
  dataClass: "general",
  personal: "none",
  users: 130,
  demand: 0.3,
  recordsPerHour: 5000,
  cost: { pilot: 60_000, annual: 240_000 },
  ago: 6,
  course: [
    does.propose(),
    does.vote(3, "approver", "admission", "approve", [
      "Eight lorries on flat ground for a month costs less than the diesel it may save.",
      "八辆车在平地试一个月，花费还不及可能省下的油钱。",
    ]),
    does.lock(5, {
      sites: ["Eight lorries of the Northgate depot, flat districts only.", "北闸车队八辆车，只在平地片区。"],
      siteCount: 1,
      starts: 7,
      days: 28,
      looks: [44],
      services: ["routing", "cab-tablets"],
      latencyMs: 900,
      restoreMinutes: 30,
      exit: [
        "Tablets go back to the lender; fill data stay with the depot as a spreadsheet.",
        "平板退还出租方，满溢数据以表格留在车队。",
      ],
      rollback: ["The laminated route cards hang in every cab as before.", "塑封路线卡仍挂在每个驾驶室。"],
    }),
    does.openPilot(7),
    does.drill(12, 12, ["Routing stopped before the early shift; cards came out.", "早班前停掉规划，司机改用路线卡。"]),
    does.drill(19, 16, ["Tablet swapped on the road at the Weir Town bridge.", "在堰镇桥头途中更换平板。"]),
    does.attach(25, ["Drivers and loaders, SUS", "司机与装卸工 SUS"], {
      kind: "sus",
      file: "drivers-sus.csv",
      shape: "wide",
      people: 40,
      mean: 75,
      sd: 12,
    }),
    does.attach(25, ["Reading a route on the move", "行车中读路线任务"], {
      kind: "tasks",
      file: "route-reading.csv",
      people: 26,
      success: 0.92,
      tasks: ["Next stop", "Skip a blocked lane", "Report a full bin"],
    }),
    does.drill(31, 14, [
      "Sensor gateway unplugged; yesterday's levels were used and marked.",
      "拔掉传感器网关，系统改用昨日数据并标注。",
    ]),
    does.attach(36, ["Early-shift load, JMeter", "早班负载（JMeter）"], {
      kind: "load",
      tool: "jmeter",
      file: "early-shift.jtl",
      asks: ["Route", "Skip", "Done"],
      levels: [
        [2, 0.4, 150, 210],
        [4, 0.8, 15, 220],
        [6, 1.1, 15, 240],
        [8, 1.62, 230, 270],
        [10, 1.98, 15, 285],
      ],
      spread: 0.32,
    }),
    does.attach(36, ["Depot list of outages", "车队中断清单"], {
      kind: "outages",
      tool: "service-desk",
      file: "depot-desk.csv",
      down: [[1, 17, 5.5, 40]],
    }),
    does.attach(36, ["Fill levels handled at night", "夜间满溢数据处理"], {
      kind: "volume",
      file: "fill-levels.csv",
      runs: 20,
      share: 1.72,
      minutes: 15,
    }),
    does.vote(37, "approver", "completion", "approve", [
      "Twenty-eight days on flat ground, seven tonnes less driven for nothing.",
      "平地二十八天，少跑七吨冤枉路。",
    ]),
    does.assign(38, "approver", "evaluator", "evaluator4"),
    does.noInterest(38, "evaluator"),
    does.noInterest(38, "evaluator4"),
    does.score(
      40,
      "evaluator",
      [4, "Route cards make every failure harmless.", "有路线卡兜底，故障不伤筋骨。"],
      [4, "Fill data in and tonnages out by interface, both documented.", "满溢数据入、吨位出，均有接口说明。"],
      [4, "A skipped stop comes back at the end of the list by itself.", "跳过的点会自动排到末尾。"],
      [4, "Loaders had it after half a shift.", "装卸工半个班就会了。"],
    ),
    does.score(
      40,
      "evaluator4",
      [
        3,
        "Swapping a tablet took sixteen minutes at the roadside, on flat ground with full signal.",
        "路边换平板用了十六分钟，而且是平地、信号满格。",
      ],
      [4, "Tonnages went to the treasury's system without retyping.", "吨位直接进财政系统，无须重录。"],
      [4, "Big buttons; gloves work.", "按钮大，戴手套也能按。"],
      [4, "Older drivers asked colleagues for two mornings.", "老司机问了同事两个早上。"],
    ),
    does.dissent(41, "evaluator4", [
      "The pilot stayed where the signal is good. In the lanes of Pear Hill the tablet waits for the network at every stop, and the first wave begins exactly there. I would test the hills first.",
      "试点只选了信号好的地方。到梨山巷子里，平板每停一次都要等网络，而首批推广恰恰从那里开始。我主张先测山区。",
    ]),
    does.planRollout(
      42,
      [
        [["Pear Hill and the quay quarter", "梨山与码头片区"], 14, 50],
        [["All thirty-one lorries", "全部三十一辆车"], 31, 70],
      ],
      [
        ["within-share", 0.9, 4320],
        ["failed-share", 0.05, 4320],
      ],
    ),
    does.wait(44),
    does.vote(46, "approver", "rollout", "approve", [
      "I read the dissent; the cards hang in the cab, so the hills can be tried with little to lose.",
      "异议我看了；驾驶室有路线卡，山区试一试损失不大。",
    ]),
    does.vote(47, "approver5", "rollout", "approve", [
      "Less diesel and every floor cleared. If the hills are slow, the guard will say so in a fortnight.",
      "省油，底线都过。山区要是慢，护栏两周内会报警。",
    ]),
    does.openWave(50, 1),
    does.attach(64, ["Pear Hill, the first wave's fortnight", "梨山首批两周监测"], {
      kind: "load",
      tool: "jmeter",
      file: "pear-hill-cabs.jtl",
      asks: ["Route", "Skip", "Done"],
      levels: [[8, 0.5, 1440, 1150]],
      spread: 0.5,
    }),
    does.rollBack(67, "approver", [
      "Four stops in ten waited longer than agreed, all of them in the lanes, as the dissent of the evaluation had said. Cabs are back on their cards.",
      "十个停靠点有四个超时，全在巷子里，与评估时的异议一字不差。各车已恢复路线卡。",
    ]),
    does.lessons(68, "approver", [
      "Begin a rollout where the pilot was weakest, or pilot there. An evaluator had said which place that was.",
      "推广首批应避开试点没测过的薄弱处，或先在那里试点。评估人早已指明是哪里。",
    ]),
  ],
};
