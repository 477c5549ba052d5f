import { giveBack, handIn } from "../deeds/safeguards.ts";
import type { Step } from "../steps.ts";

export const trafficSignalPriority: readonly Step[] = [
  handIn(20, "impact-assessment", {
    people: "most",
    scale: "city",
    rights: "service",
    automation: "none",
    reversal: "once",
    data: "sensitive",
    groups: "no",
    outage: "nothing",
  }),
  giveBack(17, "approver3", "impact-assessment", [
    '"Nothing happens" if it stops for a day? Your own need says that an ambulance waits ninety seconds without it. Answer the last question again.',
    "停用一天“没有影响”？需求里写着没有它救护车要等九十秒。请重答最后一题。",
  ]),
];
