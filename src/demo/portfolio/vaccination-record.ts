import type { Scene } from "../scene.ts";
import * as does from "../steps.ts";

/** Has waited for admission for a month: its date is past. */
export const vaccinationRecord: Scene = {
  name: { en: "Vaccination record", zh: "预防接种记录" },
  summary: [
    "Residents see their vaccination record and share a single line of it with a school.",
    "居民可查看接种记录，并只把其中一行分享给学校。",
  ],
  need: [
    "Schools still collect copies of paper booklets; 1,900 children were vaccinated twice last year for want of one.",
    "学校仍收纸质接种本复印件，去年一千九百名儿童因找不到本子重复接种。",
  ],
  needOf: [
    "Parents of 74,000 school children and forty-six vaccination rooms.",
    "七万四千名学生的家长和四十六个接种门诊。",
  ],
  risks: [
    "Health data in a parents' chat; records of migrant children lie in other provinces.",
    "健康数据流进家长群；外来儿童记录在外省。",
  ],
  department: "health",
  planner: "planner",
  sponsor: "sponsor",
  tier: "IV",
  kind: "system",
  dataClass: "important",
  personal: "sensitive",
  users: 300_000,
  demand: 7,
  recordsPerHour: 7000,
  cost: { pilot: 170_000, annual: 830_000 },
  ago: 30,
  course: [does.propose()],
};
