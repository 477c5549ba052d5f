import { accept, handIn } from "../deeds/safeguards.ts";
import { attach } from "../steps.ts";
import type { Step } from "../steps.ts";

export const digitalIdCounterKiosk: readonly Step[] = [
  attach(60, ["Kiosk tried by eleven blind visitors", "十一名视障来访者试用记录"], {
    kind: "paper",
    file: "kiosk-screen-reader.pdf",
    lines: ["Eleven visitors, nine tasks each, with a screen reader.", "Ninety-four of ninety-nine done alone."],
  }),
  handIn(50, "conformance", {
    standard: "web-pages@2.2",
    evidence: { piece: ["Kiosk tried by eleven blind visitors", "十一名视障来访者试用记录"] },
    whole: "yes",
  }),
  accept(48, "evaluator4", "conformance"),
  handIn(34, "interfaces", {
    exchanges: "yes",
    interfaces: [
      {
        name: { en: "Proof of identity", zh: "身份核验" },
        direction: "offers",
        kind: "service",
        data: { en: "proof of identity", zh: "身份核验结果" },
        audience: "residents",
        standard: "city-api@2.0",
        counterpart: { technology: "Hospital appointment exchange" },
      },
    ],
  }),
  accept(33, "evaluator4", "interfaces"),
];
