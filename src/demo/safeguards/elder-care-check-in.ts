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
  handIn(6, "algorithm-dossier", {
    decides: "supports",
    version: "1.3",
    purpose: [
      "It decides after which missed calls a nurse is asked to go and look.",
      "判断哪些漏接电话要请护理员上门查看。",
    ],
    logic: [
      "Two calls ten minutes apart; then it weighs the hour at which this person answers on other days.",
      "相隔十分钟打两次，再看此人平日这一时段是否接听。",
    ],
    data: [
      "Times of calls and keys of the last sixty days. No voices, no illnesses, no doctors' letters.",
      "只用近六十天的来电和按键时间，不用录音和病历。",
    ],
    limits: [
      "Whoever moved in last week has no other days yet: then every missed call is passed on.",
      "刚搬来的人没有往日记录，每次漏接都会上报。",
    ],
    explained: [
      "You did not answer twice, at an hour at which you mostly do. So somebody comes to see whether you are well.",
      "平时这个钟点您都接电话，今天两次没接，所以有人来看看您是否安好。",
    ],
    explainedVersion: "1.3",
    review: "each",
    reviewHow: [
      "The nurse on duty sees both calls and the usual hour, and sends nobody if a neighbour has just seen the person.",
      "值班护理员看到两次通话和平日时段；邻居刚见过本人的，可不派人。",
    ],
    contest: [
      "Tell any nurse, or ring 555 0160; the hour can be changed the same day, and the calls ended for good.",
      "告诉任一护理员或拨 5550160，当天就能改时段，也可永久停打。",
    ],
    filing: "no",
    filingWhy: ["It serves 12,000 known people and nobody over the internet.", "只服务登记老人，不上互联网。"],
  }),
  accept(5, "approver3", "algorithm-dossier"),
  handIn(5, "bias", {
    version: "1.3",
    outcomes: { piece: ["False alarms by quarter", "各片误报情况"] },
    reading: [
      "Nurses ring in vain as seldom in Tile Kiln and the almshouse as on Pear Hill; the difference lies within the limit by its outer bound too.",
      "瓦窑和敬老院的误上门与梨山一样少，差距的上界也在允许范围内。",
    ],
    done: [
      "Nothing had to be changed; the figure is made anew each quarter, with the almshouse apart.",
      "无须调整；每季度重算一次，敬老院单列。",
    ],
  }),
  accept(4, "evaluator4", "bias", [
    "I counted the file again with the almshouse alone: it holds.",
    "我单独重算了敬老院的数据，结论成立。",
  ]),
];
