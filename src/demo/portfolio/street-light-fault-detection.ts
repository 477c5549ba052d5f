import type { Scene } from "../scene.ts";
import * as does from "../steps.ts";

/** Late with its evidence: answers are in, load, outages and volume are missing, and a waiver is asked for. */
export const streetLightFaultDetection: Scene = {
  name: { en: "Street-light fault detection", zh: "路灯故障识别" },
  summary: [
    "Finds failed lamps from the meter readings of each feeder, night by night.",
    "逐夜从各回路电表读数中识别故障路灯。",
  ],
  need: [
    "A dark lamp waits nine days until somebody reports it; on Heron Island it was three weeks.",
    "路灯坏了平均九天才有人报，鹭洲那盏等了三周。",
  ],
  needOf: [
    "Forty electricians of the lighting yard and everyone who walks home from the late ferry.",
    "照明所四十名电工，以及下末班轮渡走夜路的人。",
  ],
  risks: [
    "Christmas strings look like faults; a saved patrol may miss a leaning mast.",
    "节日彩灯会被当成故障；少了巡查，可能漏掉歪斜的灯杆。",
  ],
  department: "urban",
  planner: "planner2",
  sponsor: "sponsor2",
  tier: "I",
  kind: "device",
  dataClass: "general",
  personal: "none",
  users: 40,
  demand: 0.3,
  recordsPerHour: 22_000,
  cost: { pilot: 45_000, annual: 210_000 },
  ago: 2,
  course: [
    does.propose(),
    does.vote(2, "approver", "admission", "approve", [
      "Six feeders, no people's data, switched off by a fuse: go.",
      "六条回路，不涉个人信息，拔个保险就停，可以。",
    ]),
    does.lock(4, {
      sites: [
        "Six feeders: Heron Island pier, Old Quay, and the Reed Lake embankment.",
        "鹭洲码头、老码头和芦湖堤岸六条回路。",
      ],
      siteCount: 3,
      starts: 6,
      days: 30,
      looks: [46],
      services: ["fault-finder", "work-orders"],
      latencyMs: 800,
      restoreMinutes: 60,
      exit: [
        "Electricians go back to the night drive; readings stay in the meter archive.",
        "恢复夜间巡灯，读数留在电表档案。",
      ],
      rollback: ["The night drive on Tuesdays continues beside the pilot.", "试点期间周二夜巡照常。"],
    }),
    does.openPilot(6),
    does.drill(13, 25, ["Work orders written by hand for one night from the paper map.", "照纸质灯位图手写一晚工单。"]),
    does.drill(20, 33, ["Fault finder restarted after a cut of the feeder link.", "切断回路通信后重启识别服务。"]),
    does.attach(26, ["Electricians, SUS after three weeks", "三周后电工 SUS"], {
      kind: "sus",
      file: "electricians-sus.csv",
      shape: "wide",
      people: 34,
      mean: 73,
      sd: 13,
    }),
    does.attach(26, ["Finding twelve marked lamps", "找出十二盏标记灯任务"], {
      kind: "tasks",
      file: "twelve-lamps.csv",
      people: 26,
      success: 0.92,
      tasks: ["Open the order", "Find the mast", "Report a false alarm"],
    }),
    does.drill(30, 28, [
      "Rain test: cabinet four opened, service moved to cabinet five.",
      "雨天打开四号箱，服务切到五号箱。",
    ]),
    does.askWaiver(
      36,
      ["completion", "plan-evidence-complete"],
      60,
      [
        "The load run needs the new meter head-end, which the supplier delivers two weeks late.",
        "负载测试要用新的集抄主站，供应商晚到货两周。",
      ],
      [
        "The Tuesday night drive is doubled until the run is in, and its finds are compared.",
        "测试补齐前周二夜巡加倍，并与系统结果比对。",
      ],
    ),
    does.grantWaiver(38, "approver2"),
  ],
};
