import type { Scene } from "../scene.ts";
import * as does from "../steps.ts";

/** Proposed a few days ago. */
export const noiseComplaintsMap: Scene = {
  name: { en: "Noise complaints map", zh: "噪声投诉地图" },
  summary: [
    "Maps complaints about noise against permits for night works, hour by hour.",
    "把噪声投诉与夜间施工许可逐时对照上图。",
  ],
  need: [
    "Inspectors learn of unpermitted night works the next day, when the excavator is gone.",
    "执法人员次日才知道违规夜间施工，挖机早开走了。",
  ],
  needOf: [
    "Fifty-five inspectors on call and the sleepless of East Fields.",
    "五十五名值班执法人员，和东畈睡不着的居民。",
  ],
  risks: ["A map of complaints becomes a map of complainers.", "投诉地图可能变成投诉人地图。"],
  department: "ecology",
  planner: "planner",
  sponsor: "sponsor2",
  tier: "I",
  kind: "system",
  dataClass: "general",
  personal: "general",
  users: 55,
  demand: 3,
  recordsPerHour: 600,
  cost: { pilot: 19_000, annual: 95_000 },
  ago: 5,
  course: [does.propose()],
};
