import { accept, handIn } from "../deeds/safeguards.ts";
import type { Step } from "../steps.ts";
import * as answers from "./answers.ts";

export const pensionEligibilityCheck: readonly Step[] = [
  handIn(4, "personal-impact", {
    ...answers.triggers({
      sensitive: ["Health and residence of pensioners.", "涉及退休人员健康和住址。"],
      passedOn: ["Three departments exchange registers.", "三个部门互换登记数据。"],
      majorEffect: ["A pension is what people live on.", "养老金是生活来源。"],
    }),
    purpose: [
      "Nobody over eighty has to stand in a queue to prove that they are alive.",
      "八十岁以上的人不必再排队证明自己健在。",
    ],
    effects: [
      "A wrong match stops a pension on which somebody lives, and they may not know whom to ask.",
      "错配会停发赖以生活的养老金，当事人可能不知道找谁。",
    ],
    measures: [
      "No payment stops without a visit by a person; the match is shown to the pensioner in writing beforehand.",
      "未经人员上门不停发；核对结果事先书面告知本人。",
    ],
    madeOn: { daysAgo: 4 },
  }),
  accept(4, "approver3", "personal-impact"),
  handIn(2, "impact-assessment", {
    people: "many",
    scale: "city",
    rights: "liberty",
    automation: "proposes",
    review: "before",
    reasons: "each",
    reversal: "effort",
    data: "sensitive",
    groups: "mainly",
    outage: "slower",
  }),
  handIn(2, "response-plan", {
    events: [
      {
        class: "wrong",
        steps: [
          "Stop the payments of the day; put the list of before in force; two clerks call everybody who was left out.",
          "停当日发放，启用前一份名单；两名经办人逐个致电被漏发的人。",
        ],
        leads: { en: "Head of payments", zh: "发放科负责人" },
        tells: { en: "Pension board, those concerned", zh: "养老金管理委员会和当事人" },
        beginWithin: 30,
        restoreWithin: 1440,
      },
      {
        class: "leak",
        steps: [
          "Cut the exchange between the registers, keep the logs, ask the data office within the hour.",
          "切断登记库之间的交换，保全日志，一小时内报数据管理部门。",
        ],
        leads: { en: "Duty officer for data", zh: "数据值班员" },
        tells: { en: "Cyberspace body, those concerned", zh: "网信部门和当事人" },
        beginWithin: 15,
        restoreWithin: 480,
      },
    ],
    drilled: "yes",
    drills: [
      {
        drillClass: "wrong",
        drillOn: { daysAgo: 432 },
        drillFound: [
          "The list of before lay on a disk that only one clerk could open, and she was on leave.",
          "前一份名单存在只有一人能打开的磁盘上，而她正在休假。",
        ],
        drillChanged: ["Two keys, in two offices.", "两把钥匙，分存两处。"],
      },
    ],
  }),
  accept(1, "approver3", "response-plan", [
    "A plan that one can follow at night. Its drill is old, which the gate will say by itself.",
    "夜里也能照着做。演练已久，评审会自行指出。",
  ]),
];
