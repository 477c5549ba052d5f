import { accept, handIn } from "../deeds/safeguards.ts";
import type { Step } from "../steps.ts";
import * as answers from "./answers.ts";

export const buildingModelCheck: readonly Step[] = [
  handIn(45, "personal-impact", {
    ...answers.triggers({ passedOn: ["The architect receives the list of findings.", "核查结果发给设计单位。"] }),
    purpose: [
      "Missing sheets are named on the first day, to the architect who handed the model in.",
      "报建当天就告知设计单位缺哪些图纸。",
    ],
    effects: [
      "The names of owners stand in the title block; a model shows where a family sleeps.",
      "图签里有业主姓名；模型能看出一家人睡在哪间。",
    ],
    measures: [
      "Title blocks are blanked before the check, and models of single houses stay on the reviewers' own machines.",
      "核查前抹去图签，独栋住宅模型只留在审图员电脑上。",
    ],
    madeOn: { daysAgo: 45 },
  }),
  accept(44, "approver2", "personal-impact"),
  handIn(7, "interfaces", {
    exchanges: "yes",
    interfaces: [
      {
        name: { en: "Borders of the site", zh: "用地界址" },
        direction: "consumes",
        kind: "service",
        data: { en: "parcel borders", zh: "宗地界址" },
        audience: "own-staff",
        standard: "city-api@2.0",
        counterpart: { technology: "Land register search" },
      },
    ],
  }),
  accept(6, "evaluator3", "interfaces"),
];
