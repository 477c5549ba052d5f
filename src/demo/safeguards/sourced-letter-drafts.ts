import { accept, giveBack, handIn } from "../deeds/safeguards.ts";
import type { Step } from "../steps.ts";
import * as answers from "./answers.ts";

export const sourcedLetterDrafts: readonly Step[] = [
  handIn(29, "personal-impact", {
    ...answers.triggers({ sensitive: ["Benefits tell of illness and need.", "待遇情况会透露病情和困难。"] }),
    purpose: ["Letters are drafted faster and say the same thing to everybody.", "函件写得更快，口径一致。"],
    effects: ["A wrong amount frightens somebody who lives on it.", "金额写错会吓到靠它生活的人。"],
    measures: ["Officers read every letter before it goes.", "每封函由经办人审读后发出。"],
    madeOn: { daysAgo: 29 },
  }),
  giveBack(28, "approver3", "personal-impact", [
    "You name one harm and one measure. What does the model keep of a letter once it is sent, and who can read that? The tax office stumbled exactly there.",
    "只写了一种影响、一项措施。函件发出后模型留存什么、谁能看到？税务那次正是栽在这里。",
  ]),
  handIn(24, "personal-impact", {
    ...answers.triggers({ sensitive: ["Benefits tell of illness and need.", "待遇情况会透露病情和困难。"] }),
    purpose: [
      "Officers of two districts draft benefit notices from decisions already taken; the law stands beside each sentence.",
      "两个片区经办人员依据已作决定起草待遇通知，每句旁有法条。",
    ],
    effects: [
      "A wrong amount frightens somebody who lives on it; drafts left in the model's store could be read by its keepers.",
      "金额写错会吓到靠它生活的人；草稿若留在模型库里，运维人员可能看到。",
    ],
    measures: [
      "Drafts are erased from the store each night, the keepers sign for every look, and an officer reads each letter twice.",
      "草稿每晚从库中清除，运维查看须签字，每封函经办人读两遍。",
    ],
    madeOn: { daysAgo: 24 },
  }),
  accept(23, "approver3", "personal-impact", [
    "Now it says what is kept and who sees it. I accept it.",
    "留存什么、谁能看，这次写清楚了，同意。",
  ]),
];
