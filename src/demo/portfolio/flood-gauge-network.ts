import type { Scene } from "../scene.ts";
import * as does from "../steps.ts";

/** A young pilot: nothing but its plan, its first days and a drill. */
export const floodGaugeNetwork: Scene = {
  name: { en: "Flood gauge network", zh: "洪水监测网" },
  summary: [
    "Radio gauges on 140 bridges and culverts report water levels each minute.",
    "一百四十处桥涵的无线水位计每分钟上报水位。",
  ],
  need: [
    "Warnings rest on eleven gauges and arrive forty minutes late; in July the Weir Town underpass filled in twenty-five.",
    "预警只靠十一个水位计，平均晚四十分钟，而七月堰镇下穿道二十五分钟就灌满了。",
  ],
  needOf: [
    "Sixty people of the flood desk, the fire brigade, and 48,000 residents below the weir.",
    "防汛值班六十人、消防支队，以及堰下四万八千居民。",
  ],
  risks: [
    "Batteries die in the cold; a gauge washed away looks like low water; radio shadows under steel bridges.",
    "低温电池失效；水位计被冲走会显示为低水位；钢桥下有信号盲区。",
  ],
  department: "water",
  planner: "planner",
  sponsor: "sponsor",
  tier: "III",
  kind: "device",
  dataClass: "general",
  personal: "none",
  standards: ["SL 651"],
  users: 60,
  demand: 2.5,
  recordsPerHour: 8400,
  cost: { pilot: 150_000, annual: 760_000 },
  ago: 1,
  course: [
    does.propose(),
    does.stateNeeds(
      1,
      [
        "The flood desk knows of rising water twenty minutes before a road floods.",
        "道路积水前二十分钟，值班室已知道水位上涨。",
      ],
      ["A dead gauge is noticed within five minutes.", "水位计失效五分钟内被发现。"],
    ),
    does.vote(3, "approver2", "admission", "approve", [
      "The July damage was nine million; the pilot is a sixtieth of it.",
      "七月损失九百万，试点费只有六十分之一。",
    ]),
    does.vote(4, "approver5", "admission", "approve", [
      "Start below the weir, where one hour matters most.",
      "先从堰下做起，那里一小时都耽误不起。",
    ]),
    does.lock(6, {
      sites: [
        "Twenty-two bridges on the Reed Lake outfall and the Weir Town underpasses.",
        "芦湖排水道二十二座桥和堰镇下穿道。",
      ],
      siteCount: 22,
      starts: 8,
      days: 64,
      looks: [82],
      services: ["gauges", "flood-desk"],
      latencyMs: 1500,
      restoreMinutes: 20,
      exit: [
        "Gauges are unscrewed by the bridge crew; readings go to the hydrology yearbook.",
        "由桥梁班拆除，读数并入水文年鉴。",
      ],
      rollback: ["The eleven old gauges and the patrol by bicycle never stop.", "十一个老水位计和骑行巡查始终保留。"],
    }),
    does.openPilot(8),
    does.drill(11, 14, [
      "Gateway on the pumping station switched off in the rain; patrol rode out.",
      "雨中关闭泵站网关，巡查员骑车上路。",
    ]),
  ],
};
