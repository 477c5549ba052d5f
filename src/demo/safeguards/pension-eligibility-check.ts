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
];
