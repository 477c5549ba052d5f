import { risk } from "../deeds/risks.ts";
import type { Step } from "../steps.ts";

/** Two above what may stand, for which nobody was asked yet; the treatment of one is over its day. */
export const procurementRisks: readonly Step[] = [
  ...risk(22, "approver5", {
    name: ["A clean report is waved in front of a court", "核查报告被拿到法庭上当挡箭牌"],
    family: "legal",
    library: "tender-challenged",
    cause: ["The report looks like a certificate, with a green seal.", "报告样子像证书，还带绿章。"],
    event: ["A bidder shows it to say that the tender was in order.", "投标人拿它证明招标合规。"],
    consequence: [
      "The court asks who signed for it, and eleven awards of that month are open again.",
      "法院问是谁签的字，当月十一个项目重新受理质疑。",
    ],
    rated: ["H", "H"],
    treatment: "avoid",
    how: ["The seal goes; the report begins with what it did not look at.", "去掉印章，报告开头先写没有核查什么。"],
    owner: "planner6",
    by: 6,
  }),
  ...risk(22, "approver5", {
    name: ["The last evening before a deadline", "截止前最后一晚"],
    family: "feasibility",
    library: "load-unlike-trial",
    cause: ["Buyers finish when they have to, all at once.", "采购人员都拖到最后一刻一起交。"],
    event: ["A hundred tenders arrive between nine and midnight.", "九点到零点涌来一百份标书。"],
    consequence: [
      "The check answers after the hour has passed, and nobody waits for it again.",
      "核查结果过点才出来，以后没人再等它。",
    ],
    rated: ["VH", "H"],
    treatment: "reduce",
    how: [
      "Lots are given their own deadlines over three evenings; a second machine is rented for the quarter's end.",
      "各标段错开三晚截止，季末另租一台机器。",
    ],
    owner: "planner6",
    by: -21,
  }),
  ...risk(21, "evaluator4", {
    name: ["Lawyers lose the habit", "法务手生"],
    family: "management",
    library: "suggestion-followed-blindly",
    cause: ["Whoever is handed a list reads the list.", "给了清单，人就只看清单。"],
    event: ["A clause of a new kind passes two people.", "新式条款从两个人手里溜过。"],
    consequence: ["One tender in forty is challenged for it.", "四十个招标有一个因此被质疑。"],
    rated: ["L", "L"],
    treatment: "accept",
    how: ["Each reads one tender a week without the list.", "每人每周有一份不看清单。"],
    owner: "planner6",
  }),
];
