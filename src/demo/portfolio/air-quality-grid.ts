import type { Scene } from "../scene.ts";
import * as does from "../steps.ts";

/** Its pilot is complete and waits for the completion gate: four kinds of evidence from four tools. */
export const airQualityGrid: Scene = {
  name: { en: "Air quality grid", zh: "空气质量网格" },
  summary: [
    "Low-cost sensors in a 500 m grid, calibrated nightly against the six stations.",
    "以五百米网格布设低成本传感器，每夜与六个国控站校准。",
  ],
  need: [
    "Six stations cannot show why asthma is twice as common along Kiln Road.",
    "六个站点说不清为什么窑路沿线哮喘多一倍。",
  ],
  needOf: [
    "Seventy inspectors and school doctors, and 31 schools with a playground on a main road.",
    "七十名执法人员和校医，以及操场临主干道的三十一所学校。",
  ],
  risks: [
    "Cheap sensors drift in damp weather; a red square on a map lowers the price of flats.",
    "廉价传感器受潮漂移；地图上一个红格会影响房价。",
  ],
  department: "ecology",
  planner: "planner4",
  sponsor: "sponsor2",
  tier: "II",
  kind: "device",
  dataClass: "general",
  personal: "none",
  users: 70,
  demand: 0.6,
  recordsPerHour: 26_000,
  cost: { pilot: 110_000, annual: 520_000 },
  ago: 3,
  course: [
    does.propose(),
    does.vote(3, "approver2", "admission", "approve", [
      "Forty sensors against one new station: the cheaper question first.",
      "四十个传感器对一座新站，先问便宜的问题。",
    ]),
    does.lock(5, {
      sites: ["Kiln Road, the container port gate and two parks in Reed Lake.", "窑路、集装箱港大门和芦湖两个公园。"],
      siteCount: 40,
      starts: 7,
      days: 36,
      looks: [56],
      services: ["grid", "calibration"],
      latencyMs: 1000,
      restoreMinutes: 60,
      exit: ["Sensors go to school science clubs; raw data stay open.", "传感器赠给学校科学社，原始数据保持公开。"],
      rollback: ["The six stations are the only official ones throughout.", "全程仍以六个国控站为准。"],
    }),
    does.openPilot(7),
    does.drill(14, 36, ["Gateway of Kiln Road swapped in the rain.", "雨天更换窑路网关。"]),
    does.drill(23, 48, ["Calibration run without station 4, marked as such.", "四号站缺席时校准并加注。"]),
    does.wentWrong(27, 4, [
      "A sensor beside a noodle stall reported a smog alarm each noon.",
      "面摊旁的传感器每天中午报重污染。",
    ]),
    does.putRight(30, 1, [
      "Sensors stand four metres from any chimney; the stall got a friendly visit.",
      "传感器离烟道至少四米，并上门与摊主说明。",
    ]),
    does.drill(35, 41, ["Map server down on a Sunday; stations page stayed up.", "周日地图服务停机，站点页面照常。"]),
    does.attach(44, ["Smog-day load, k6", "重污染日负载（k6）"], {
      kind: "load",
      tool: "k6-csv",
      file: "smog-day.csv",
      asks: ["map", "square", "history"],
      levels: [
        [5, 0.35, 365, 300],
        [10, 0.7, 15, 330],
        [15, 1.0, 15, 360],
        [25, 1.4, 562, 410],
        [40, 1.52, 15, 640],
        [60, 1.3, 20, 1300, 0.02],
        [90, 0.9, 20, 2900, 0.09],
      ],
    }),
    does.attach(44, ["Probes of grid and calibration", "网格与校准探测"], {
      kind: "outages",
      tool: "probes",
      file: "grid-probes.csv",
      down: [
        [0, 20, 11, 55],
        [1, 28, 3, 95],
      ],
    }),
    does.attach(44, ["Readings per calibration run", "每次校准读数量"], {
      kind: "volume",
      file: "calibration-runs.csv",
      runs: 34,
      share: 1.25,
      minutes: 20,
    }),
    does.attach(44, ["Inspectors and school doctors, SUS", "执法人员与校医 SUS"], {
      kind: "sus",
      file: "inspectors-sus.csv",
      shape: "wide",
      people: 57,
      mean: 78,
      sd: 11,
    }),
    does.attach(44, ["Reading the map, 33 people", "三十三人读图任务"], {
      kind: "tasks",
      file: "reading-the-map.csv",
      people: 33,
      success: 0.91,
      tasks: ["Worst square today", "Compare two schools", "Doubtful sensor"],
    }),
  ],
};
