import { accept, handIn } from "../deeds/safeguards.ts";
import { attach } from "../steps.ts";
import type { Step } from "../steps.ts";
import type { Words } from "../words.ts";
import * as answers from "./answers.ts";

const proof: Words = ["Protection of the tender check", "标书核查防护记录"];

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
  attach(5, proof, {
    kind: "paper",
    file: "tender-check-protection.pdf",
    lines: ["Nine items, each seen at the place where it is.", "Penetration test: three findings, one of them open."],
  }),
  attach(5, ["Parts of the tender check", "标书核查组成清单"], {
    kind: "components",
    file: "tender-check-parts.cdx.json",
    components: [
      ["clause-reader", "3.2.0", "Apache-2.0"],
      ["word-index", "1.14.2", "MIT"],
      ["old-table-reader", null, "BSD-3-Clause"],
      ["brand-names", "2026.4", null],
    ],
  }),
  handIn(5, "security-baseline", {
    ...answers.securityItem(
      "access",
      ["Buyers sign in with their card, and see drafts of their own office.", "采购人员刷卡登录，只见本部门草稿。"],
      30,
      proof,
    ),
    ...answers.securityItem(
      "logging",
      ["Each opening of a draft, kept for three years by the audit office.", "每次打开草稿都有日志，由审计局存三年。"],
      30,
      proof,
    ),
    ...answers.securityItem(
      "layers",
      [
        "The check stands behind the city's gate and a second wall of its own.",
        "核查系统设在政务网关之后，另有一道防火墙。",
      ],
      29,
      proof,
    ),
    ...answers.securityItem(
      "detection",
      ["The city's watch reads its logs and rings the buyer on duty.", "由全市监测中心看日志，并致电值班采购员。"],
      29,
      proof,
    ),
    ...answers.securityItem(
      "inTransit",
      ["Drafts travel encrypted between the offices and the check.", "草稿在部门与系统之间加密传输。"],
      28,
      proof,
    ),
    ...answers.securityItem(
      "atRest",
      ["Encrypted disks; the key lies with the finance office.", "磁盘加密，密钥由财政局保管。"],
      28,
      proof,
    ),
    ...answers.securityItem(
      "backup",
      ["Each evening, to the archive across the river.", "每晚备份到江对岸的档案馆。"],
      27,
      proof,
    ),
    ...answers.securityItem(
      "restore",
      [
        "Restored from the tape of the first Monday, twelve tenders compared word by word.",
        "用首个周一的磁带恢复，逐字比对十二份标书。",
      ],
      26,
      proof,
    ),
    ...answers.securityItem(
      "penetration",
      [
        "Three days from outside and one from a buyer's desk, by a firm that had not built it.",
        "外部三天、采购员工位一天，由未参与开发的公司测试。",
      ],
      24,
      proof,
    ),
    restoreMinutes: 55,
    level: "2",
    filingNumber: { en: "Filed 2-0431", zh: "备案 2-0431" },
    filedOn: { daysAgo: 300 },
    filingProof: { piece: proof },
    assessedOn: { daysAgo: 290 },
    supply: "yes",
    components: { piece: ["Parts of the tender check", "标书核查组成清单"] },
    supplyOn: { daysAgo: 10 },
    weaknesses: "yes",
    findings: [
      {
        severity: "high",
        finding: [
          "A buyer could read drafts of other offices by changing a number in the address of the page.",
          "改动网页地址里的编号，就能读到别的部门的草稿。",
        ],
        remedyBy: { daysAgo: 2 },
        remedied: "no",
      },
      {
        severity: "medium",
        finding: [
          "Words of reading were cut off in the log after 200 characters.",
          "日志只记前二百个字符，后面被截断。",
        ],
        remedyBy: { daysAgo: -14 },
        remedied: "no",
      },
      {
        severity: "low",
        finding: ["The page of signing in named the version of its server.", "登录页显示服务器版本号。"],
        remedyBy: { daysAgo: 8 },
        remedied: "yes",
        remediedOn: { daysAgo: 12 },
        remedyProof: { piece: proof },
      },
    ],
  }),
  accept(3, "approver3", "security-baseline", [
    "All is said, the bad with the good. The drafts of others must be closed before anybody asks me for a completion.",
    "好坏都讲了。能读别人草稿的漏洞不补上，别来找我办试点完成。",
  ]),
];
