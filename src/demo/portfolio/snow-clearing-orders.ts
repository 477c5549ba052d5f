import type { Scene } from "../scene.ts";
import * as does from "../steps.ts";

/** Its plan is locked; nobody has opened the pilot yet. */
export const snowClearingOrders: Scene = {
  name: { en: "Snow clearing orders", zh: "扫雪调度" },
  summary: [
    "Orders ploughs and salt by road temperature instead of the hour.",
    "按路面温度而不是按钟点调度除雪车和融雪剂。",
  ],
  need: [
    "Ploughs leave at four whether it froze or not; the bridge to Heron Island iced at half past two.",
    "无论冻没冻都四点出车，而鹭洲大桥两点半就结冰了。",
  ],
  needOf: ["Ninety drivers on winter duty and the first bus of each line.", "冬季值班的九十名司机，以及各线首班车。"],
  risks: [
    "A late order on the first night; salt saved on the wrong slope.",
    "首夜指令下达太晚；在不该省的坡上省了盐。",
  ],
  department: "urban",
  planner: "planner",
  sponsor: "sponsor",
  tier: "I",
  kind: "system",
  dataClass: "general",
  personal: "none",
  users: 90,
  demand: 0.3,
  recordsPerHour: 2800,
  cost: { pilot: 26_000, annual: 130_000 },
  ago: 1,
  course: [
    does.propose(),
    does.vote(3, "approver", "admission", "approve", [
      "Salt alone cost 900,000 last winter. Two bridges and a slope are a fair test.",
      "去冬光融雪剂就花了九十万，两座桥一道坡，试得合理。",
    ]),
    does.lock(5, {
      sites: [
        "Heron bridge, the Northgate overpass and Pear Hill's school slope.",
        "鹭洲大桥、北闸立交和梨山学校坡道。",
      ],
      siteCount: 3,
      starts: 9,
      days: 30,
      looks: [46],
      services: ["road-temperature", "orders"],
      latencyMs: 2500,
      restoreMinutes: 30,
      exit: ["Probes stay in the asphalt, unread.", "路面探头留在沥青中不再读取。"],
      rollback: ["The duty officer phones at four, as every winter.", "值班员照旧四点打电话派车。"],
    }),
  ],
};
