import { accept, handIn } from "../deeds/safeguards.ts";
import { attach } from "../steps.ts";
import type { Step } from "../steps.ts";

export const eInvoiceArchive: readonly Step[] = [
  attach(250, ["Calls of the archive, tried", "档案调用试验记录"], {
    kind: "paper",
    file: "archive-calls-trial.pdf",
    lines: ["Calls between offices 1.0: 38 of 38 rules kept."],
  }),
  handIn(240, "conformance", {
    standard: "city-api@1.0",
    evidence: { piece: ["Calls of the archive, tried", "档案调用试验记录"] },
    whole: "yes",
  }),
  accept(238, "evaluator", "conformance"),
  handIn(180, "interfaces", {
    exchanges: "yes",
    interfaces: [
      {
        name: { en: "Invoice look-up", zh: "发票查询" },
        direction: "offers",
        kind: "service",
        data: { en: "invoices", zh: "发票" },
        audience: "own-staff",
        standard: "city-api@1.0",
        outside: { en: "Audit office", zh: "审计局" },
      },
    ],
  }),
  accept(178, "evaluator", "interfaces"),
];
