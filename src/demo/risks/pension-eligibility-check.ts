import { unreviewedRisk } from "../deeds/risks.ts";
import type { Step } from "../steps.ts";

/** Just handed in: nobody independent has looked at them. */
export const pensionRisks: readonly Step[] = [
  unreviewedRisk(1, {
    name: ["A pension stops by a wrong match", "比对出错停发养老金"],
    family: "social",
    cause: ["Three registers spell one name in three ways.", "一个名字，三个登记库三种写法。"],
    event: ["Somebody living is taken for somebody who died.", "活人被当成已故的人。"],
    consequence: [
      "An old woman has no money in the first week of a month and nobody whom she dares to ask.",
      "老人月初断了生活费，又不敢去问谁。",
    ],
    rated: ["M", "VH"],
    treatment: "reduce",
    how: [
      "No payment stops without a visit; the list of before stays in force for a month.",
      "不上门不停发，前一份名单保留一个月。",
    ],
    owner: "planner6",
    by: -35,
  }),
  unreviewedRisk(1, {
    name: ["Registers of other provinces are closed", "外省登记数据不开放"],
    family: "legal",
    library: "no-legal-basis",
    cause: ["No agreement names pensions as a purpose.", "现有协议都没写养老金用途。"],
    event: ["One pensioner in nine lives with a child elsewhere.", "九个退休人员就有一个随子女住外省。"],
    consequence: [
      "For nine thousand people the queue stays, and they are the ones who travel farthest.",
      "仍有九千人要排队，偏偏是路最远的。",
    ],
    rated: ["VH", "M"],
    treatment: "avoid",
    how: [
      "They prove themselves by a video call with their own clerk until an agreement is signed.",
      "协议签订前，由经办人视频核验。",
    ],
    owner: "planner6",
    by: -70,
  }),
];
