import { accept, handIn } from "../deeds/safeguards.ts";
import type { Step } from "../steps.ts";

export const ferryTicketMachines: readonly Step[] = [
  handIn(70, "interfaces", {
    exchanges: "yes",
    interfaces: [
      {
        name: { en: "Next boat", zh: "下一班船" },
        direction: "offers",
        kind: "service",
        data: { en: "arrival times", zh: "到站时间" },
        audience: "residents",
        outside: { en: "Displays at nine piers", zh: "九个码头显示屏" },
      },
    ],
  }),
  accept(68, "evaluator", "interfaces", [
    "It shows the same times as the bus displays, made a second time. I accept the statement; the doubling is for others to end.",
    "与公交站牌显示同样的时间，等于重做一遍。说明属实，同意；重复建设另行处理。",
  ]),
];
