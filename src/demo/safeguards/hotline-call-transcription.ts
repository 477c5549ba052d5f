import { accept, handIn } from "../deeds/safeguards.ts";
import type { Step } from "../steps.ts";
import * as answers from "./answers.ts";

export const hotlineCallTranscription: readonly Step[] = [
  handIn(63, "personal-impact", {
    ...answers.triggers({
      sensitive: ["Callers say whatever weighs on them.", "来电内容无法预料，常含敏感信息。"],
      passedOn: ["The responsible office reads the transcript.", "承办部门会看到转写内容。"],
    }),
    purpose: [
      "Clerks listen instead of typing, and a complaint reaches the right office the first time.",
      "话务员专心听，不必打字；诉求一次派对部门。",
    ],
    effects: [
      "Callers name neighbours, illnesses and debts; a transcript lives longer than a memory and can be searched.",
      "来电会说到邻居、病情和债务；文字比记忆留得久，还能检索。",
    ],
    measures: [
      "Transcripts are deleted after thirty days, names are hidden from the offices, and callers are told first and may refuse.",
      "转写三十天后删除，承办部门看不到姓名；先告知来电人，可拒绝。",
    ],
    madeOn: { daysAgo: 63 },
  }),
  accept(62, "approver5", "personal-impact"),
];
