import { accept, handIn } from "../deeds/safeguards.ts";
import type { Step } from "../steps.ts";
import * as answers from "./answers.ts";

export const elderCareCheckIn: readonly Step[] = [
  handIn(77, "personal-impact", {
    ...answers.triggers({
      sensitive: ["Health and habits of people over seventy-five.", "涉及七十五岁以上老人的健康与起居。"],
      automated: ["A missed call alone sends a nurse out.", "漏接电话即自动派护理员上门。"],
    }),
    purpose: [
      "A daily sign of life from somebody who lives alone, so that a fall is noticed within the hour and not the next morning.",
      "独居老人每天报一次平安，跌倒一小时内有人知道，不必等到次日早上。",
    ],
    effects: [
      "A list of who lives alone is a list for burglars; a missed call could send a stranger to the door at night.",
      "独居名单落到窃贼手里就是目标；漏接一通电话，夜里可能来陌生人敲门。",
    ],
    measures: [
      "The list stays with the nurses' own station, only initials are shown on the wall, and two calls precede any visit.",
      "名单只留在护理站，墙上只显示姓氏首字，上门前先打两通电话。",
    ],
    madeOn: { daysAgo: 77 },
  }),
  accept(76, "approver2", "personal-impact", [
    "Two calls before a visit is what my own mother would have wanted.",
    "上门前先打两通电话，我母亲当年要的就是这个。",
  ]),
];
