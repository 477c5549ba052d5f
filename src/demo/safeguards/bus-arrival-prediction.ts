import { accept, handIn } from "../deeds/safeguards.ts";
import type { Step } from "../steps.ts";

export const busArrivalPrediction: readonly Step[] = [
  handIn(8, "interfaces", {
    exchanges: "yes",
    interfaces: [
      {
        name: { en: "Arrivals at the stop", zh: "到站时刻" },
        direction: "offers",
        kind: "service",
        data: { en: "arrival times", zh: "到站时间" },
        audience: "residents",
        standard: "city-api@2.0",
        outside: { en: "City app", zh: "市民应用" },
      },
      {
        name: { en: "Green waves asked for", zh: "绿波申请" },
        direction: "offers",
        kind: "message",
        data: { en: "positions of late buses", zh: "晚点公交位置" },
        audience: "own-staff",
        counterpart: { technology: "Traffic signal priority" },
      },
    ],
  }),
  accept(6, "evaluator", "interfaces"),
];
