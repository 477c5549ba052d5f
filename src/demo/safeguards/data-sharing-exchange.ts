import { accept, handIn } from "../deeds/safeguards.ts";
import { attach } from "../steps.ts";
import type { Step } from "../steps.ts";

export const dataSharingExchange: readonly Step[] = [
  attach(60, ["Receipt of the first transfer", "首次传输回执"], {
    kind: "paper",
    file: "first-transfer-receipt.pdf",
    lines: ["Household register, 214,000 rows, received by Education.", "Counted on both sides; the counts agree."],
  }),
  handIn(58, "data-record", {
    sets: [
      {
        setName: { en: "Household register", zh: "户籍登记" },
        holds: [
          "Who lives with whom and where, as the police register has it.",
          "谁与谁同住、住在哪里，与公安登记一致。",
        ],
        object: "economy",
        degree: "particularlySerious",
        personal: "sensitive",
        purposes: ["To spare residents the way with a paper proof.", "免去居民跑腿开证明。"],
        basis: "duty",
        retentionUnit: "purpose",
        shared: "yes",
        sharedWith: ["Offices with a purpose on record, one question at a time.", "用途已备案的部门，一次一问。"],
        abroad: "no",
      },
      {
        setName: { en: "Log of questions", zh: "查询日志" },
        holds: ["Which office asked what, when and why; no answer is in it.", "哪个部门何时因何查询，不含查询结果。"],
        object: "socialOrder",
        degree: "general",
        personal: "none",
        retentionUnit: "years",
        retention: 3,
        shared: "no",
        abroad: "no",
      },
    ],
    promised: "yes",
    promises: [
      {
        promisedSet: { en: "Household register", zh: "户籍登记" },
        promisedTo: "education",
        promisedBy: { daysAgo: 55 },
        promiseKept: "yes",
        keptOn: { daysAgo: 61 },
        keptProof: { piece: ["Receipt of the first transfer", "首次传输回执"] },
      },
    ],
  }),
  accept(57, "approver2", "data-record", [
    "Core, and rightly so: this set is what all the others are checked against.",
    "定为核心数据是对的，其他数据都要拿它来核对。",
  ]),
  handIn(20, "interfaces", {
    exchanges: "yes",
    interfaces: [
      {
        name: { en: "Household look-up", zh: "户籍查询" },
        direction: "offers",
        kind: "service",
        data: { en: "household register", zh: "户籍登记" },
        audience: "own-staff",
        standard: "city-api@2.0",
        counterpart: { technology: "School place allocation" },
      },
      {
        name: { en: "Changed addresses", zh: "地址变更" },
        direction: "offers",
        kind: "event",
        data: { en: "addresses of residents", zh: "居民地址" },
        audience: "own-staff",
        standard: "notices@1.1",
        counterpart: { technology: "Court date reminders" },
      },
    ],
  }),
  accept(18, "evaluator3", "interfaces"),
];
