import { accept, handIn } from "../deeds/safeguards.ts";
import type { Step } from "../steps.ts";

export const libraryOneCard: readonly Step[] = [
  handIn(60, "interfaces", {
    exchanges: "no",
    alone: [
      "The card works in libraries only. The digital ID would do the same, but nobody has asked its office yet.",
      "借书卡只在图书馆用。数字身份也能做到，但还没人去找那个部门谈。",
    ],
  }),
  accept(58, "evaluator", "interfaces"),
];
