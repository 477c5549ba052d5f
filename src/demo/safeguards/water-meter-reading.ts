import { accept, handIn } from "../deeds/safeguards.ts";
import { attach } from "../steps.ts";
import type { Step } from "../steps.ts";

export const waterMeterReading: readonly Step[] = [
  attach(90, ["Readings handed over, tried", "抄表数据交接试验"], {
    kind: "paper",
    file: "readings-handover.pdf",
    lines: ["Calls between offices 1.0: 31 of 33 rules kept.", "Two answers leave out the time of reading."],
  }),
  handIn(85, "conformance", {
    standard: "city-api@1.0",
    evidence: { piece: ["Readings handed over, tried", "抄表数据交接试验"] },
    whole: "no",
    notMet: [
      "Two answers leave out the time of the reading; bills are made by day, so nobody has missed it.",
      "两处应答缺抄表时刻；按日计费，暂无影响。",
    ],
    until: { daysAgo: -20 },
  }),
  accept(83, "evaluator", "conformance"),
  handIn(50, "interfaces", {
    exchanges: "yes",
    interfaces: [
      {
        name: { en: "Bills", zh: "水费账单" },
        direction: "consumes",
        kind: "service",
        data: { en: "invoices", zh: "发票" },
        audience: "own-staff",
        standard: "city-api@1.0",
        counterpart: { technology: "E-invoice archive" },
      },
    ],
  }),
  accept(48, "evaluator", "interfaces"),
];
