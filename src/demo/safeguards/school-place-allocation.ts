import { accept, handIn } from "../deeds/safeguards.ts";
import { attach } from "../steps.ts";
import type { Step } from "../steps.ts";
import * as answers from "./answers.ts";

export const schoolPlaceAllocation: readonly Step[] = [
  handIn(79, "data-record", {
    sets: [
      {
        setName: { en: "Applications", zh: "入学申请" },
        holds: [
          "Child, address, siblings and the papers that prove them, for 9,000 applications a year.",
          "每年九千份申请中的儿童、住址、兄弟姐妹及其证明材料。",
        ],
        object: "publicInterest",
        degree: "serious",
        personal: "sensitive",
        purposes: [
          "To give each child a place by rules that were published before.",
          "按事先公布的规则给每个孩子安排学位。",
        ],
        basis: "duty",
        retentionUnit: "years",
        retention: 3,
        shared: "yes",
        sharedWith: ["The school that a child is offered to.", "孩子被分配到的学校。"],
        abroad: "no",
      },
      {
        setName: { en: "Distances", zh: "通学距离" },
        holds: ["Metres on foot from every address to every school.", "每个地址步行到每所学校的米数。"],
        object: "publicInterest",
        degree: "general",
        personal: "none",
        retentionUnit: "lasting",
        shared: "no",
        abroad: "no",
      },
    ],
    promised: "no",
  }),
  accept(79, "approver3", "data-record"),
  handIn(79, "personal-impact", {
    ...answers.triggers({
      sensitive: ["All of it is about children.", "全部涉及儿童。"],
      passedOn: ["Schools are bodies of their own.", "学校是独立单位。"],
      majorEffect: ["A school place shapes six years.", "学位影响六年。"],
    }),
    purpose: [
      "Every child has a place by rules that anyone can follow, and parents learn the reason with the offer.",
      "每个孩子按人人看得懂的规则入学，家长随结果得知理由。",
    ],
    effects: [
      "A child refused by mistake loses a year with its friends; an address in wrong hands endangers a family that hides.",
      "误拒会让孩子与伙伴分开一年；住址泄露会危及躲避他人的家庭。",
    ],
    measures: [
      "Each refusal is read by an officer before it is sent, protected addresses never enter the engine, and objections are heard within a week.",
      "每份未录取结果发出前由人审读，受保护地址不进系统，异议一周内答复。",
    ],
    madeOn: { daysAgo: 79 },
  }),
  accept(79, "approver4", "personal-impact", [
    "Protected addresses kept out altogether: that was my only worry.",
    "受保护地址一律不进系统，我唯一的顾虑没有了。",
  ]),
  handIn(70, "algorithm-dossier", {
    decides: "supports",
    version: "2026.1",
    purpose: [
      "It orders applications by the published rules and proposes one school for each child.",
      "按公布的规则给申请排序，并为每个孩子提出一所学校。",
    ],
    logic: [
      "Siblings first, then distance on foot, then lot. Each step is written down with the numbers it used.",
      "先看兄弟姐妹，再看步行距离，最后抽签；每一步连同所用数字都记录在案。",
    ],
    data: [
      "Applications, the household register and the city's map of footpaths; no marks, no income, no origin.",
      "使用入学申请、户籍登记和步行地图；不用成绩、收入和籍贯。",
    ],
    limits: [
      "It knows nothing of ferries that do not run in fog, nor of a grandmother who minds the child.",
      "它不知道大雾停航，也不知道谁家由祖母带孩子。",
    ],
    explained: [
      "Your child was placed by three questions in this order: is a brother or sister there, how far is it on foot, and if still equal, the lot.",
      "您孩子的学校按三个问题依次确定：有无兄弟姐妹在读、步行多远，仍相同则抽签。",
    ],
    explainedVersion: "2026.1",
    review: "each",
    reviewHow: [
      "An officer reads each refusal with its numbers and can place the child elsewhere, with a reason on record.",
      "招生人员逐份审读未录取结果及数字，可另行安排并记录理由。",
    ],
    contest: [
      "At any enrolment office within fourteen days, by word of mouth or in writing; an answer comes within seven.",
      "十四天内到任一招生办口头或书面提出，七天内答复。",
    ],
    filing: "no",
    filingWhy: [
      "It runs inside the department and recommends nothing to the public over the internet.",
      "在局内运行，不通过互联网向公众推荐内容。",
    ],
    website: "https://enrolment.jiangwan.invalid/places",
    contact: { en: "Enrolment office, room 204", zh: "招生办二〇四室" },
    team: { en: "Enrolment and schools planning", zh: "招生与学校规划科" },
    benefits: [
      "Twins stay together, and a place is known six weeks earlier than with card boxes.",
      "双胞胎不再分开，结果比卡片盒时代早六周知道。",
    ],
    previous: [
      "Four officers sorted 9,000 cards in a gymnasium over three weekends.",
      "四名招生人员用三个周末在体育馆里排九千张卡片。",
    ],
    alternatives: [
      "A lot alone, which is fair and sends children across the river; first come first served, which rewards whoever can queue.",
      "只抽签虽公平，却让孩子过江；先到先得则便宜了有空排队的人。",
    ],
    integration: [
      "Its proposal stands beside the application; the officer accepts it or writes another school over it.",
      "建议显示在申请旁，招生人员可采纳，也可改填别的学校。",
    ],
    scale: [
      "9,000 applications a year, one in twelve of them changed by an officer so far.",
      "每年九千份申请，迄今十二份中有一份由人改动。",
    ],
    training: [
      "A morning with last year's hard cases, repeated before each season.",
      "用去年难办的案例练一上午，每季开始前重练。",
    ],
    phase: "testing",
    maintenance: [
      "Rules are changed once a year by ordinance, the map of footpaths each quarter.",
      "规则每年由规定修改一次，步行地图每季更新。",
    ],
    risks: [
      "Villages are refused too often where the map lacks a footpath; the map is being walked again.",
      "地图缺步道的乡村容易误拒，正在重新踏勘。",
    ],
  }),
  accept(68, "approver3", "algorithm-dossier", [
    "My neighbour, who left school at fourteen, understood the three questions. That is the test.",
    "我邻居只念到十四岁，这三个问题他听懂了，这就够了。",
  ]),
  handIn(50, "supplier-ties", {
    anybody: "yes",
    ties: [
      { organisation: { en: "Qingyan Software", zh: "青砚软件" }, relation: "supplied", tiedFrom: { daysAgo: 700 } },
      {
        organisation: { en: "Ruilin Assessment", zh: "瑞临评测" },
        relation: "ownedBy",
        other: { en: "Qingyan Software", zh: "青砚软件" },
        tiedFrom: { daysAgo: 900 },
      },
      {
        organisation: { en: "Reed Lake Institute", zh: "芦湖研究院" },
        relation: "evaluated",
        tiedFrom: { daysAgo: 1500 },
        tiedUntil: { daysAgo: 1300 },
      },
    ],
  }),
  accept(49, "approver3", "supplier-ties", [
    "The assessor we had in mind belongs to the supplier. Good that it stands here before anybody ordered a report.",
    "原打算请的评测机构是供应商的子公司，幸好下单前写在了这里。",
  ]),
  handIn(30, "impact-assessment", {
    people: "many",
    scale: "city",
    rights: "benefits",
    automation: "proposes",
    review: "after",
    reasons: "each",
    reversal: "effort",
    data: "sensitive",
    groups: "mainly",
    outage: "stops",
  }),
  accept(28, "approver3", "impact-assessment", [
    "One answer more and it would be the highest tier. Whoever changes the review of refusals must come back here.",
    "再重一项就到最高级。谁要改动未录取复核，必须回来重评。",
  ]),
  attach(20, ["Audit of the allocation, Hetai", "入学分配审计报告（和泰）"], {
    kind: "paper",
    file: "allocation-audit-hetai.pdf",
    lines: ["Version 2026.1. 9,012 applications run twice.", "Two findings, one of them put right."],
  }),
  handIn(18, "independent-audit", {
    auditor: { en: "Hetai Audit", zh: "和泰审计" },
    independent: "yes",
    version: "2026.1",
    scope: [
      "Rules against ordinance, both runs of last year's applicants, the log of changes, and forty refusals read one by one.",
      "对照规定核规则，重跑去年申请两遍，查改动日志，逐份读四十份未录取结果。",
    ],
    begunOn: { daysAgo: 34 },
    reportedOn: { daysAgo: 21 },
    report: { piece: ["Audit of the allocation, Hetai", "入学分配审计报告（和泰）"] },
    found: "yes",
    findings: [
      {
        severity: "major",
        finding: [
          "Eleven village footpaths are missing; eighty-three children are measured along the road instead.",
          "缺十一条乡村步道，八十三名儿童改按公路计算距离。",
        ],
        remedyBy: { daysAgo: -35 },
        remedied: "no",
      },
      {
        severity: "minor",
        finding: ["The log of changes did not name the officer on two evenings.", "有两晚的改动日志没有记下经办人。"],
        remedyBy: { daysAgo: 15 },
        remedied: "yes",
        remediedOn: { daysAgo: 19 },
        remedyProof: { piece: ["Audit of the allocation, Hetai", "入学分配审计报告（和泰）"] },
      },
    ],
    opinion: "qualified",
    opinionWhy: [
      "The engine does what the ordinance says. The map it measures on does not know every footpath of the villages.",
      "系统按规定办事，但所用地图缺部分乡村步道。",
    ],
    validUntil: { daysAgo: -380 },
  }),
  accept(15, "approver3", "independent-audit"),
  attach(13, ["Parents' addresses entered anew", "家长住址重录试验"], {
    kind: "paper",
    file: "addresses-entered-anew.pdf",
    lines: ["500 addresses entered twice in the fields of 2025.", "All floors found; no lane in a wrong field."],
  }),
  handIn(12, "conformance", {
    standard: "addresses@2025",
    evidence: { piece: ["Parents' addresses entered anew", "家长住址重录试验"] },
    whole: "yes",
  }),
  accept(11, "evaluator3", "conformance"),
  handIn(11, "interfaces", {
    exchanges: "yes",
    interfaces: [
      {
        name: { en: "Who lives where", zh: "户籍核对" },
        direction: "consumes",
        kind: "service",
        data: { en: "household register", zh: "户籍登记" },
        audience: "own-staff",
        standard: "city-api@2.0",
        counterpart: { technology: "Data-sharing exchange" },
      },
    ],
  }),
  accept(10, "evaluator3", "interfaces"),
  handIn(9, "bias", {
    version: "2026.1",
    outcomes: { piece: ["Offers and refusals by area", "各片区录取与未录结果"] },
    reading: [
      "Children of the villages are refused by mistake far more often than those of the inner city; the new district is no worse off than the limit allows.",
      "乡村孩子被误拒远多于中心城区；新区未超出允许的差距。",
    ],
    leftOut: [
      "Twenty-three island children are too few to say anything about; their refusals were read one by one.",
      "岛上只有二十三名儿童，人数太少无法判断，其未录取结果已逐份审读。",
    ],
    done: [
      "The missing footpaths are being surveyed, and until then an officer measures each village refusal on foot.",
      "缺失步道正在测绘，测完前每份乡村未录取结果由人实地核距。",
    ],
  }),
  accept(8, "evaluator3", "bias", [
    "Honest about the villages. It stands as a statement and not as a pass.",
    "对乡村的情况讲得坦白。这是如实说明，不等于通过。",
  ]),
];
