import { accept, handIn } from "../deeds/safeguards.ts";
import type { Step } from "../steps.ts";

export const procurementDocumentCheck: readonly Step[] = [
  handIn(9, "impact-assessment", {
    people: "some",
    scale: "city",
    rights: "benefits",
    automation: "informs",
    reasons: "general",
    reversal: "effort",
    data: "sensitive",
    groups: "no",
    outage: "slower",
  }),
  accept(8, "approver3", "impact-assessment", [
    "It was called a small tool. A firm that loses a tender by it loses a year's work: the higher tier is right.",
    "当初说是小工具。企业因它丢标就丢掉一年的活，定高一级是对的。",
  ]),
  handIn(6, "interfaces", {
    exchanges: "yes",
    interfaces: [
      {
        name: { en: "Invoices of past tenders", zh: "以往采购发票" },
        direction: "consumes",
        kind: "service",
        data: { en: "invoices", zh: "发票" },
        audience: "own-staff",
        standard: "city-api@1.0",
        counterpart: { technology: "E-invoice archive" },
      },
    ],
  }),
];
