import { risk } from "../deeds/risks.ts";
import type { Step } from "../steps.ts";

export const sourcedLetterRisks: readonly Step[] = [
  ...risk(2, "evaluator2", {
    name: ["Sources age with each amendment", "法条修订后出处变旧"],
    family: "algorithm",
    library: "data-drift",
    cause: ["The law of benefits was amended nine times in two years.", "待遇法规两年改了九次。"],
    event: ["A notice quotes a paragraph that ended in March.", "通知引用了三月已失效的条款。"],
    consequence: [
      "It is void, and the person has lived for a month on money that is asked back.",
      "通知无效，当事人用掉的一个月待遇要退回。",
    ],
    rated: ["H", "M"],
    treatment: "reduce",
    how: [
      "The index is bound to the day of the decision; a paragraph out of force cannot be quoted.",
      "索引按决定日取条款，失效条款无法引用。",
    ],
    owner: "planner6",
    by: -33,
  }),
  ...risk(2, "evaluator2", {
    name: ["The stopped predecessor has left doubt", "前一项目停掉留下疑虑"],
    family: "social",
    library: "trust-lost",
    cause: ["The same corridor tried it a year ago and stopped.", "同一条走廊去年试过又停了。"],
    event: ["Officers write by hand and paste it in.", "经办人员手写了再贴进去。"],
    consequence: ["The figures of the trial measure nobody's work.", "试点数据量的不是真实工作。"],
    rated: ["L", "L"],
    treatment: "accept",
    how: ["Whoever stopped the first one shows the second.", "由当年叫停的人来讲这一次。"],
    owner: "planner6",
  }),
];
