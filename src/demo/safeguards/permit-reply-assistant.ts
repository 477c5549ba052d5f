import { advise, answerCommittee, inviteCommittee, noConflict, recuse } from "../deeds/committee.ts";
import { accept, handIn } from "../deeds/safeguards.ts";
import { attach } from "../steps.ts";
import type { Step } from "../steps.ts";
import * as answers from "./answers.ts";

export const permitReplyAssistant: readonly Step[] = [
  handIn(78, "data-record", {
    sets: [
      {
        setName: { en: "Questions and replies", zh: "咨询与答复" },
        holds: [
          "What residents asked about fences, sheds and roofs, and what was answered, with name and address.",
          "居民就围墙、棚屋、屋顶提出的咨询及答复，含姓名和地址。",
        ],
        object: "rights",
        degree: "serious",
        personal: "general",
        purposes: ["To answer whoever asked.", "答复咨询人。"],
        basis: "duty",
        retentionUnit: "years",
        retention: 5,
        shared: "no",
        abroad: "no",
      },
      {
        setName: { en: "Clause index", zh: "条款索引" },
        holds: [
          "Every clause in force since 1998 with the day it was repealed.",
          "一九九八年以来全部条款及其废止日期。",
        ],
        object: "publicInterest",
        degree: "general",
        personal: "none",
        retentionUnit: "lasting",
        shared: "no",
        abroad: "no",
      },
    ],
    promised: "yes",
    promises: [
      {
        promisedSet: { en: "Clause index", zh: "条款索引" },
        promisedTo: "justice",
        promisedBy: { daysAgo: -20 },
        promiseKept: "no",
      },
    ],
  }),
  accept(78, "approver3", "data-record"),
  handIn(77, "personal-impact", {
    ...answers.triggers({
      automated: ["A draft is made before anybody reads the question.", "未经人看问题即先出草稿。"],
    }),
    purpose: [
      "Residents have a correct reply within a day, and clerks see where each sentence comes from.",
      "居民一天内得到正确答复，办事员看得到每句出处。",
    ],
    effects: [
      "A draft may repeat what another resident wrote about a neighbour; a clerk in a hurry may send it on.",
      "草稿可能带出别人投诉邻居的话，忙中容易照发。",
    ],
    measures: [
      "Names are replaced before anything is drafted, and the second signature is asked for wherever a house number appears.",
      "起草前先替换姓名；凡出现门牌号须第二人签字。",
    ],
    madeOn: { daysAgo: 77 },
  }),
  accept(76, "approver5", "personal-impact", [
    "The second signature at a house number is simple and will hold.",
    "见门牌号就加签，简单，也守得住。",
  ]),
  handIn(62, "algorithm-dossier", {
    decides: "supports",
    version: "2.4",
    purpose: [
      "It proposes the words of a reply to a permit question; a clerk changes and signs them.",
      "为许可咨询拟出答复文字，由办事员修改并签发。",
    ],
    logic: [
      "It looks for clauses that speak of the same thing, and sets a sentence from earlier signed letters beside each.",
      "查找相关条款，并从以往签发的函件中为每条配一句话。",
    ],
    data: [
      "Letters signed since 2015, names replaced, and the clause index; nothing from outside the city.",
      "二〇一五年以来签发并替换姓名的函件和条款索引，不用外部数据。",
    ],
    limits: [
      "It does not know the street; it has been wrong about corner plots and about everything that floats.",
      "它不认识街道；转角地块和水上建筑都出过错。",
    ],
    explained: [
      "A computer proposed this wording. A named clerk read it, changed what was wrong and signed it.",
      "本函文字由计算机初拟，署名办事员已审读、修改并签发。",
    ],
    explainedVersion: "2.4",
    review: "each",
    reviewHow: [
      "The clerk has to touch every paragraph before the letter can be printed.",
      "办事员逐段确认后才能打印。",
    ],
    contest: [
      "By answering the letter: a second clerk, without the draft in sight, writes anew.",
      "回信即可：由另一名办事员不看草稿重写。",
    ],
    filing: "no",
    filingWhy: ["Only clerks use it, at their desks.", "只供办事员在窗口使用。"],
  }),
  accept(60, "approver2", "algorithm-dossier"),
  handIn(55, "supplier-ties", {
    anybody: "yes",
    ties: [
      {
        organisation: { en: "Lanqiao Language Systems", zh: "蓝桥语言系统" },
        relation: "built",
        tiedFrom: { daysAgo: 500 },
      },
      {
        organisation: { en: "Reed Lake Institute", zh: "芦湖研究院" },
        relation: "evaluated",
        tiedFrom: { daysAgo: 420 },
        tiedUntil: { daysAgo: 330 },
      },
    ],
  }),
  accept(54, "approver3", "supplier-ties"),
  attach(30, ["Audit of the drafts, Hetai", "答复草拟审计报告（和泰）"], {
    kind: "paper",
    file: "drafts-audit-hetai.pdf",
    lines: ["Version 2.4. 300 drafts read against the letters that were signed.", "No finding."],
  }),
  handIn(28, "independent-audit", {
    auditor: { en: "Hetai Audit", zh: "和泰审计" },
    independent: "yes",
    version: "2.4",
    scope: [
      "Three hundred drafts beside the letters that left the house, and the index of clauses against the gazette.",
      "比对三百份草稿与发出的函件，并以公报核对条款索引。",
    ],
    begunOn: { daysAgo: 46 },
    reportedOn: { daysAgo: 32 },
    report: { piece: ["Audit of the drafts, Hetai", "答复草拟审计报告（和泰）"] },
    found: "no",
    opinion: "favourable",
    opinionWhy: [
      "Clerks changed one draft in three, so they do read. No clause was quoted that was not in force.",
      "三份草稿改一份，说明确实在看；未引用失效条款。",
    ],
    validUntil: { daysAgo: -500 },
  }),
  accept(25, "approver3", "independent-audit"),
  handIn(14, "impact-assessment", {
    people: "many",
    scale: "department",
    rights: "benefits",
    automation: "proposes",
    review: "before",
    reasons: "each",
    reversal: "effort",
    data: "personal",
    groups: "among",
    outage: "slower",
  }),
  accept(12, "approver3", "impact-assessment"),
  attach(12, ["Citations checked by the archive", "档案馆核对引文记录"], {
    kind: "paper",
    file: "citations-checked.pdf",
    lines: ["200 letters: every citation found in the index of the archive."],
  }),
  handIn(11, "conformance", {
    standard: "case-records@1.2",
    evidence: { piece: ["Citations checked by the archive", "档案馆核对引文记录"] },
    whole: "yes",
  }),
  accept(9, "approver3", "conformance"),
  handIn(11, "interfaces", {
    exchanges: "yes",
    interfaces: [
      {
        name: { en: "Borders of a plot", zh: "宗地界址" },
        direction: "consumes",
        kind: "service",
        data: { en: "parcel borders", zh: "宗地界址" },
        audience: "own-staff",
        standard: "city-api@2.0",
        counterpart: { technology: "Land register search" },
      },
      {
        name: { en: "Signed letters", zh: "签发函件" },
        direction: "offers",
        kind: "file",
        data: { en: "replies on permits", zh: "许可答复" },
        audience: "own-staff",
        outside: { en: "City archive", zh: "市档案馆" },
      },
    ],
  }),
  accept(9, "approver3", "interfaces"),
  inviteCommittee(
    7,
    "approver",
    21,
    [
      "Would you let these drafts into all seven counter halls, and if so, under which conditions?",
      "是否同意在七个大厅全面使用这些草稿？如同意，附什么条件？",
    ],
    "expert",
    "expert2",
    "expert3",
    "expert4",
    "planner2",
    "planner4",
    "planner6",
  ),
  recuse(6, "expert3", [
    "My institute examined this model for the supplier last winter.",
    "去年冬天我所在研究院为供应商测评过该模型。",
  ]),
  noConflict(5, "expert"),
  noConflict(5, "expert2"),
  noConflict(5, "expert4"),
  noConflict(4, "planner2"),
  noConflict(4, "planner4"),
  noConflict(4, "planner6"),
  handIn(4, "algorithm-dossier", {
    decides: "supports",
    version: "2.5",
    purpose: [
      "It proposes the words of a reply to a permit question; a clerk changes and signs them.",
      "为许可咨询拟出答复文字，由办事员修改并签发。",
    ],
    logic: [
      "It looks for clauses that speak of the same thing, and sets a sentence from earlier signed letters beside each.",
      "查找相关条款，并从以往签发的函件中为每条配一句话。",
    ],
    data: [
      "As before, and since this version also the replies of the two desks in Weir Town.",
      "与前相同，本版另加堰镇两个工位的答复。",
    ],
    limits: [
      "Corner plots are better now; it still knows nothing of what floats, and it has become wordier.",
      "转角地块好些了，水上建筑仍不懂，话也变多了。",
    ],
    explained: [
      "A computer proposed this wording from letters of nine desks. A named clerk read it and signed it.",
      "本函文字由计算机依据九个工位的函件初拟，署名办事员审读签发。",
    ],
    explainedVersion: "2.5",
    review: "each",
    reviewHow: [
      "As before, paragraph by paragraph; the print button now also waits for the citation to be opened once.",
      "仍逐段确认；另须点开一次引文才能打印。",
    ],
    contest: [
      "By answering the letter; a second clerk writes anew and says what is different.",
      "回信即可；另一名办事员重写并说明不同之处。",
    ],
    filing: "no",
    filingWhy: [
      "Nothing has changed about who uses it: clerks, at their desks, for letters they sign.",
      "使用者未变：办事员在窗口用，写自己签发的函。",
    ],
  }),
  advise(
    2,
    "expert",
    "for-with-conditions",
    [
      "The drafting server stands in the same room as the mail server; whoever takes one has both. Otherwise it is sound.",
      "起草服务器与邮件服务器同处一室，攻破一台就得两台。其余可行。",
    ],
    ["Move the drafting server behind a wall of its own.", "起草服务器另设隔离区。"],
  ),
  advise(2, "expert2", "against", [
    "A letter binds the city. A clerk who changes one draft in three has stopped reading the other two, and no court will accept that a machine was nearly always right.",
    "函件对政府有约束力。三份改一份，说明另两份已不再细看；法院不会接受“机器几乎不出错”。",
  ]),
  advise(2, "planner4", "for", [
    "The index is clean and its repeals are dated. Few of our own registers can say as much.",
    "索引干净，废止日期齐全，我们不少登记都做不到。",
  ]),
  advise(2, "planner6", "for", [
    "It saves what two clerks cost and can be switched off within the hour.",
    "省下两名办事员的开支，一小时内可停用。",
  ]),
  advise(
    2,
    "expert4",
    "for-with-conditions",
    [
      "Letters have grown longer since the trial began, and longer letters shut people out.",
      "试点以来函件变长了，长函会把一些人挡在门外。",
    ],
    ["No draft is longer than a page, and each begins with the answer.", "草稿不超过一页，开头先给结论。"],
  ),
  advise(2, "planner2", "abstain", ["I know roads, not letters.", "我懂道路，不懂函件。"]),
  answerCommittee(2, 1, true, [
    "Moved on Thursday night to the cabinet of the pension office, with a wall of its own; the city's network team signed for it.",
    "周四夜间已迁入社保机柜并单独隔离，市网络组签字确认。",
  ]),
];
