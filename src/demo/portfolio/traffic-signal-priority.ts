import type { Scene } from "../scene.ts";
import * as does from "../steps.ts";

/** Scored and a few days before its look: the answers are too few for how close they lie, and more may still come. */
export const trafficSignalPriority: Scene = {
  name: { en: "Traffic signal priority", zh: "信号灯优先通行" },
  summary: [
    "Gives a late bus or an ambulance its green wave along four corridors, and nobody else.",
    "在四条走廊上为晚点公交和救护车放绿波，其余车辆不受理。",
  ],
  need: [
    "An ambulance waits ninety seconds at red between Reed Lake and the hospital, a bus seven minutes an hour.",
    "救护车从芦湖到医院路上要等九十秒红灯，公交每小时等七分钟。",
  ],
  needOf: [
    "Ambulance crews, 240 bus drivers, and the signal room that switches by telephone today.",
    "急救车组、二百四十名公交司机，以及如今靠电话切灯的信号中心。",
  ],
  risks: [
    "Pedestrians lose their seconds; a forged request opens every junction; drivers learn to be late on purpose.",
    "行人过街时间被挤占；伪造请求能打开所有路口；有司机会故意晚点。",
  ],
  department: "transport",
  planner: "planner2",
  sponsor: "sponsor2",
  tier: "II",
  kind: "infrastructure",
  dataClass: "important",
  personal: "none",
  standards: ["GB/T 20999"],
  users: 320,
  demand: 0.7,
  recordsPerHour: 5800,
  cost: { pilot: 210_000, annual: 760_000 },
  ago: 2,
  course: [
    does.propose(),
    does.stateNeeds(
      1,
      ["An ambulance loses no more than twenty seconds at red on a run.", "救护车一趟等红灯不超过二十秒。"],
      ["A pedestrian's green never falls under twelve seconds.", "行人绿灯任何时候不少于十二秒。"],
    ),
    does.vote(3, "approver4", "admission", "approve", [
      "The twelve seconds for people on foot stand in the plan, so the corridor may be tried.",
      "行人十二秒写进了方案，这条走廊可以试。",
    ]),
    does.lock(5, {
      sites: [
        "Nineteen junctions between Reed Lake, the hospital and Northgate depot.",
        "芦湖、医院到北闸车队之间十九个路口。",
      ],
      siteCount: 19,
      starts: 7,
      days: 32,
      looks: [54],
      services: ["requests", "controllers"],
      latencyMs: 600,
      restoreMinutes: 10,
      exit: [
        "Controllers return to their fixed plan by themselves once no request comes.",
        "不再有请求时，信号机自动回到固定配时。",
      ],
      rollback: [
        "The signal room keeps its telephone and the ambulance its driver's sense.",
        "信号中心电话照旧，救护车司机照旧凭经验走。",
      ],
    }),
    does.openPilot(7),
    does.drill(13, 5, [
      "Request server cut at the evening peak; junctions fell back to fixed time.",
      "晚高峰切断请求服务器，路口回到固定配时。",
    ]),
    does.drill(22, 6, [
      "A false key was tried against three junctions and refused by all.",
      "用假密钥试了三个路口，全部被拒。",
    ]),
    does.wentWrong(27, 3, [
      "A bus on the way to the depot kept asking for green with nobody aboard.",
      "一辆空驶回场的公交一路要绿灯。",
    ]),
    does.putRight(30, 1, [
      "Requests need a trip number; runs to the depot have none.",
      "请求须带班次号，回场车没有班次号。",
    ]),
    does.drill(34, 4, [
      "Controller of junction 12 exchanged under a policeman's hand.",
      "交警手势指挥下更换十二号路口信号机。",
    ]),
    does.attach(40, ["Corridor load, JMeter", "走廊请求负载（JMeter）"], {
      kind: "load",
      tool: "jmeter",
      file: "corridor-requests.jtl",
      asks: ["Ask green", "Grant", "Release"],
      levels: [
        [6, 0.33, 365, 110],
        [12, 0.68, 15, 118],
        [18, 1.04, 15, 126],
        [26, 1.5, 562, 140],
        [34, 1.88, 15, 171],
        [44, 1.97, 15, 260],
      ],
      spread: 0.36,
      wobble: 0.2,
    }),
    does.attach(40, ["Signal room log", "信号中心日志"], {
      kind: "outages",
      tool: "service-desk",
      file: "signal-room.csv",
      down: [[1, 15, 17.2, 22]],
      planned: [[0, 10, 2, 75]],
    }),
    does.attach(40, ["Requests settled per hour", "每小时处理请求"], {
      kind: "volume",
      file: "requests-settled.csv",
      runs: 21,
      share: 1.29,
      minutes: 60,
    }),
    does.attach(40, ["Drivers of the first shift, SUS", "早班司机 SUS"], {
      kind: "sus",
      file: "first-shift.csv",
      shape: "wide",
      people: 50,
      mean: 68.5,
      sd: 14,
    }),
    does.attach(40, ["Ask, see, release", "请求、确认、释放任务"], {
      kind: "tasks",
      file: "ask-see-release.csv",
      people: 33,
      success: 0.94,
      tasks: ["Ask for green", "See that it is granted", "Release early"],
    }),
    does.vote(41, "approver", "completion", "approve", [
      "Nineteen junctions and no complaint from people on foot; the empty bus is dealt with.",
      "十九个路口，行人没有投诉，空驶那辆也处理了。",
    ]),
    does.assign(42, "approver", "evaluator3", "evaluator4"),
    does.noInterest(42, "evaluator3"),
    does.noInterest(42, "evaluator4"),
    does.score(
      44,
      "evaluator3",
      [
        4,
        "Fixed plans take over within a second; nobody on the street could tell.",
        "一秒内回到固定配时，路上没人看得出。",
      ],
      [4, "Requests and grants by the national signal interface.", "请求与放行均走国标信号接口。"],
      [4, "A request made by mistake is released with the same key.", "误请求用同一按键释放。"],
      [4, "One shift with a card on the dashboard.", "仪表台放张卡，跑一个班就会。"],
    ),
    does.score(
      45,
      "evaluator4",
      [4, "Exchanging a controller took four minutes with a policeman at hand.", "有交警配合，换信号机四分钟。"],
      [4, "The bus company reads the waiting times without asking.", "公交公司可自行读取等待时间。"],
      [3, "A driver who forgets to release holds the side street for a cycle.", "司机忘了释放，支路要多等一个周期。"],
      [4, "Ambulance crews wanted the tone louder, bus drivers softer.", "急救车组嫌提示音小，公交司机嫌大。"],
    ),
    does.planRollout(
      46,
      [
        [["The hospital corridors", "医院各走廊"], 19, 62],
        [["All corridors with ten buses an hour", "每小时十班以上的走廊"], 74, 90],
      ],
      [
        ["within-share", 0.95, 4320],
        ["failed-share", 0.02, 4320],
      ],
    ),
  ],
};
