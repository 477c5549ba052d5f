import { accept, handIn } from "../deeds/safeguards.ts";
import type { Step } from "../steps.ts";

export const parkingGuidance: readonly Step[] = [
  handIn(40, "interfaces", {
    exchanges: "yes",
    interfaces: [
      {
        name: { en: "Free places", zh: "空余车位" },
        direction: "offers",
        kind: "file",
        data: { en: "free parking places", zh: "空余车位" },
        audience: "residents",
        outside: { en: "Two makers of car maps", zh: "两家车载地图公司" },
      },
    ],
  }),
  accept(38, "evaluator4", "interfaces"),
];
