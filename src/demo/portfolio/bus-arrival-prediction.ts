import type { Scene } from "../scene.ts";
import * as does from "../steps.ts";

/** At its gate with one vote in: passengers rated it, and the supplier's own load table stands beside the city's run. */
export const busArrivalPrediction: Scene = {
  name: { en: "Bus arrival prediction", zh: "公交到站预测" },
  summary: [
    "Predicts arrival times at every stop from vehicle positions, on displays at the stop and in the city app.",
    "根据车辆位置预测各站到站时间，显示在站牌和市民应用中。",
  ],
  need: [
    "Timetables are off by more than five minutes at peak, so people in Pear Hill leave home ten minutes early and still stand in the rain.",
    "高峰时刻表误差超过五分钟，梨山居民提前十分钟出门仍要在雨里等车。",
  ],
  needOf: [
    "260,000 daily passengers, above all school children and shift workers at the container port.",
    "每天二十六万乘客，尤其是学生和集装箱港的倒班工人。",
  ],
  risks: [
    "A display that lies is worse than none; the position feed stops in the Heron tunnel; drivers fear being watched.",
    "报错时间的站牌不如没有；鹭洲隧道内收不到车辆位置；司机担心被监视。",
  ],
  department: "transport",
  planner: "planner2",
  sponsor: "sponsor2",
  tier: "II",
  kind: "algorithm",
  dataClass: "general",
  personal: "none",
  standards: ["GTFS-RT"],
  users: 260_000,
  demand: 1,
  recordsPerHour: 42_000,
  cost: { pilot: 510_000, annual: 2_400_000 },
  ago: 1,
  course: [
    does.propose(),
    does.vote(4, "approver2", "admission", "approve", [
      "Six lines and forty displays for a month tell us whether the sum of 2.4 million a year is worth asking for.",
      "六条线、四十块站牌试一个月，就知道每年二百四十万该不该要。",
    ]),
    does.lock(6, {
      sites: [
        "Lines 3, 7, 11, 18, 24 and the Heron ferry shuttle: forty stops with displays.",
        "三、七、十一、十八、二十四路及鹭洲摆渡线，共四十个有屏站点。",
      ],
      siteCount: 6,
      starts: 9,
      days: 33,
      looks: [51],
      services: ["predictions", "stop-displays"],
      latencyMs: 1200,
      restoreMinutes: 20,
      exit: [
        "Displays fall back to the printed timetable; position history is deleted after ninety days as the works council was promised.",
        "站牌恢复显示时刻表；按对工会的承诺，车辆轨迹九十天后删除。",
      ],
      rollback: [
        "A switch in the control room returns all displays to the timetable within four minutes.",
        "调度室一个开关，四分钟内全部站牌恢复时刻表。",
      ],
      choices: { satisfaction: {}, accessibility: {} },
    }),
    does.openPilot(9),
    does.drill(15, 4, [
      "Control room flipped all forty displays to the timetable during the noon lull.",
      "中午客流低谷，调度室把四十块站牌全部切到时刻表。",
    ]),
    does.drill(24, 6, [
      "Restarted the prediction engine with a cold cache on a Friday evening.",
      "周五晚以冷缓存重启预测引擎。",
    ]),
    does.wentWrong(28, 3, [
      "Line 11 showed buses of the night before for twenty-five minutes after the clock change.",
      "换季调时后，十一路站牌有二十五分钟显示的是前一晚的车次。",
    ]),
    does.putRight(31, 1, [
      "Times are kept in UTC inside the engine; a test replays both clock changes of last year.",
      "引擎内部统一用世界时，并用去年两次调时数据回放测试。",
    ]),
    does.drill(36, 5, [
      "Cut the mobile link of the Heron shuttle; stops said “no forecast” rather than a wrong one.",
      "切断鹭洲摆渡线的移动网络，站牌显示“暂无预测”，没有报错时间。",
    ]),
    does.attach(43, ["Peak-hour load, k6", "高峰负载（k6）"], {
      kind: "load",
      tool: "k6-csv",
      file: "peak-k6.csv",
      asks: ["stop", "line", "nearby"],
      levels: [
        [8, 0.3, 370, 260],
        [16, 0.7, 15, 270],
        [24, 1.05, 15, 285],
        [32, 1.42, 575, 300],
        [40, 1.76, 15, 310],
      ],
      spread: 0.3,
    }),
    does.attach(43, ["Supplier's own load table", "供应商自测负载表"], {
      kind: "load-table",
      file: "supplier-benchmark.csv",
      levels: [
        [50, 2, 10, 180],
        [100, 3.8, 10, 210],
        [200, 5.1, 10, 340],
      ],
    }),
    does.attach(43, ["Probes every five minutes", "五分钟一次的探测记录"], {
      kind: "outages",
      tool: "probes",
      file: "uptime-probes.csv",
      down: [
        [0, 12, 7.5, 25],
        [1, 19, 18, 40],
      ],
      planned: [[1, 8, 2, 90]],
    }),
    does.attach(43, ["Vehicle positions, daily batches", "车辆位置日批处理"], {
      kind: "volume",
      file: "positions-per-day.csv",
      runs: 30,
      share: 1.34,
      minutes: 45,
    }),
    does.attach(43, ["Passengers at six stops, SUS", "六站乘客 SUS 问卷"], {
      kind: "sus",
      file: "stop-interviews.csv",
      shape: "long",
      people: 71,
      mean: 80,
      sd: 11,
    }),
    does.attach(43, ["Finding the next bus, 36 people", "三十六人“找下一班车”任务"], {
      kind: "tasks",
      file: "next-bus-tasks.csv",
      people: 36,
      success: 0.94,
      tasks: ["Find the next bus", "Plan a change", "Read a delay"],
    }),
    does.attach(43, ["Ratings in the app", "应用内评分"], {
      kind: "ratings",
      file: "app-ratings.csv",
      people: 412,
      mean: 4.1,
    }),
    does.attach(43, ["Accessibility audit of the app", "应用无障碍审核"], {
      kind: "audit",
      file: "wcag-bus-app.csv",
      pages: ["/", "/stop", "/line", "/nearby", "/alerts", "/settings"],
      failed: [["/alerts", "1.4.10", "moderate"]],
    }),
    does.vote(44, "approver2", "completion", "approve", [
      "The clock-change slip is understood and tested; passengers, drivers and the depot all answered.",
      "调时差错已查清并有测试；乘客、司机、车队的意见都收齐了。",
    ]),
    does.assign(45, "approver", "evaluator", "evaluator4"),
    does.noInterest(45, "evaluator"),
    does.noInterest(45, "evaluator4", [
      "I ride line 7 to work, like half the building.",
      "我上班坐七路，楼里一半人都坐。",
    ]),
    does.score(
      47,
      "evaluator",
      [
        4,
        "Engine restarts cost passengers one blank line on the display, six minutes at most.",
        "引擎重启时站牌只空一行，最多六分钟。",
      ],
      [
        5,
        "Open GTFS-RT feed; the map society wired it up over a weekend unaided.",
        "公开 GTFS-RT 接口，地图协会一个周末自行接入。",
      ],
      [
        4,
        "A wrong stop is put right from the list of nearby ones in two taps.",
        "选错站点，从附近列表点两下即可改正。",
      ],
      [5, "It is a clock with minutes; nobody needed telling.", "就是个带分钟的表，谁都看得懂。"],
    ),
    does.score(
      48,
      "evaluator4",
      [
        4,
        "In the tunnel it says so honestly; on the Heron shuttle it recovered by itself.",
        "隧道里会如实说明，鹭洲摆渡线自行恢复。",
      ],
      [4, "Lost-property staff pulled arrival logs through the same feed.", "失物招领处从同一接口取到了到站记录。"],
      [4, "Back button keeps the chosen line, which the old app never did.", "返回键保留所选线路，旧应用做不到。"],
      [4, "Blind passengers needed a morning with the talking displays.", "视障乘客用语音站牌练了一上午。"],
    ),
    does.planRollout(
      50,
      [
        [["All lines through the old town", "经过老城的全部线路"], 22, 56],
        [["Outer districts and the port", "外围各区及港区"], 61, 84],
      ],
      [
        ["within-share", 0.95, 4320],
        ["failed-share", 0.02, 4320],
      ],
    ),
    does.wait(51),
    does.vote(53, "approver2", "rollout", "approve", [
      "Headroom of four tenths over the demand and passengers at 4.1 of 5: I would put it on every line.",
      "余量高出需求四成，乘客打了四点一分（满分五分），值得推到每一条线。",
    ]),
  ],
};
