import { risk } from "../deeds/risks.ts";
import type { Step } from "../steps.ts";

/** Adopted long ago: what showed that a control works has expired, and more is left of the risk than then. */
export const eInvoiceRisks: readonly Step[] = [
  ...risk(189, "evaluator2", {
    name: ["The archive cannot be read back", "归档读不回来"],
    family: "feasibility",
    library: "restore-untried",
    cause: ["Eleven years of invoices lie on two arrays of one make.", "十一年发票存在同一厂家的两组磁盘上。"],
    event: ["Both take the same faulty update on the same night.", "两组磁盘同一夜装了同一个有错的更新。"],
    consequence: [
      "The city cannot show for what it paid, in the month in which the auditors come.",
      "审计进驻当月，拿不出钱花在哪里的凭据。",
    ],
    rated: ["M", "VH"],
    treatment: "reduce",
    how: [
      "The arrays are updated a week apart, and each quarter a month is read back with all offices working.",
      "两组磁盘隔周更新；每季在全部门办公时读回一个月。",
    ],
    owner: "planner",
    by: 190,
    done: 192,
    controls: [
      [
        ["A month read back while all work", "办公时间读回一个月"],
        "likelihood",
        "VL",
        ["All offices, month's end", "全部门月末监测"],
      ],
    ],
  }),
  ...risk(188, "approver5", {
    name: ["Invoices are kept too long", "发票保存过久"],
    family: "legal",
    library: "kept-too-long",
    cause: ["Nobody ever deleted paper, so nobody wrote the rule.", "纸质件从没人删，也就没人写规则。"],
    event: ["A former supplier asks what is still held of him.", "早已不合作的供应商来问还存着什么。"],
    consequence: ["The answer takes nine people a week.", "九个人查一星期才答得出。"],
    rated: ["L", "M"],
    treatment: "reduce",
    how: [
      "Each kind of document has its years; what is over is deleted each January with two signatures.",
      "各类凭证定保存年限，到期的每年一月双签删除。",
    ],
    owner: "planner",
    by: 185,
    done: 191,
  }),
];
