import { risk } from "../deeds/risks.ts";
import type { Step } from "../steps.ts";

export const permitReplyRisks: readonly Step[] = [
  ...risk(24, "evaluator4", {
    name: ["A clerk signs what the machine wrote", "办事员照签机器写的"],
    family: "algorithm",
    library: "suggestion-followed-blindly",
    cause: ["It has been right eleven times since the coffee.", "从喝完咖啡起，它已对了十一回。"],
    event: ["The twelfth letter permits a shed on ground that floods.", "第十二封信准许在淹水地块搭棚。"],
    consequence: [
      "The city has promised in writing what it must forbid, and pays for the shed.",
      "市里书面答应了本该禁止的事，棚子得赔。",
    ],
    rated: ["H", "H"],
    treatment: "reduce",
    how: [
      "Every paragraph has to be touched; one letter in fifty is a trap with a mistake put in on purpose.",
      "每段都要点开；五十封里有一封故意放错。",
    ],
    owner: "planner",
    by: 24,
    done: 26,
    controls: [
      [
        ["Three hundred drafts read against the letters", "三百份草稿与发函比对"],
        "likelihood",
        "L",
        ["Audit of the drafts, Hetai", "答复草拟审计报告（和泰）"],
      ],
    ],
  }),
  ...risk(23, "approver5", {
    name: ["A letter binds the city", "函件对政府有约束力"],
    family: "legal",
    library: "decision-not-contestable",
    cause: ["A reply to a question is easily written like a permit.", "答复咨询容易写成批准。"],
    event: ["Somebody builds on it and is believed by a judge.", "有人照着盖了，法官也采信。"],
    consequence: [
      "What was advice becomes a right, for this plot and for all that are like it.",
      "建议成了权利，同类地块都可照办。",
    ],
    rated: ["M", "VH"],
    treatment: "share",
    how: [
      "The legal office reads every letter that names a plot; its stamp says that it is advice.",
      "凡涉及具体地块的函件由法规科审读，并加盖“仅供参考”章。",
    ],
    owner: "planner",
    by: -18,
  }),
];
