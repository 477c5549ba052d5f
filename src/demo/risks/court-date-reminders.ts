import { acceptRisk, askAcceptance, risk } from "../deeds/risks.ts";
import type { StoryRisk } from "../deeds/risks.ts";
import type { Step } from "../steps.ts";

const neighbour: StoryRisk = {
  name: ["A neighbour learns of the case", "邻居得知有官司"],
  family: "social",
  library: "trust-lost",
  cause: ["One number in thirty now belongs to somebody else.", "三十个号码就有一个已经换了人。"],
  event: ["A reminder of a divorce reaches a colleague of the wife.", "离婚案的提醒发到了女方同事手机上。"],
  consequence: [
    "One such message in the evening paper, and half of the parties strike out their number.",
    "晚报登一次，半数当事人就会要求删号。",
  ],
  rated: ["M", "H"],
  treatment: "reduce",
  how: [
    "The message names a room and an hour only; numbers older than a year are asked to confirm first.",
    "短信只写法庭和时间；一年以上的号码先确认再发。",
  ],
  owner: "planner",
  by: -28,
};

/** All of it was looked at before the rollout was decided; one stands on an acceptance that ends in four weeks. */
export const courtRisks: readonly Step[] = [
  ...risk(20, "evaluator2", {
    name: ["The telephone company's line", "运营商线路"],
    family: "feasibility",
    library: "connection-lost",
    cause: ["All messages leave through one gateway in another city.", "全部短信经外市同一网关发出。"],
    event: ["It is down from the afternoon until the next morning.", "网关从下午断到次日早上。"],
    consequence: [
      "Four hundred people hear of their hearing on the morning on which it takes place.",
      "四百人到开庭当天早上才收到提醒。",
    ],
    rated: ["M", "M"],
    treatment: "reduce",
    how: [
      "Messages go out by five in the afternoon, so that a night is left to send them by the second company.",
      "下午五点前发完，留一夜可改走第二家运营商。",
    ],
    owner: "planner",
    by: 20,
    done: 22,
    controls: [
      [
        ["A night's queue sent in forty minutes", "整夜队列四十分钟发完"],
        "likelihood",
        "L",
        ["Evening dispatch, Gatling", "晚间批量发送（Gatling）"],
      ],
    ],
  }),
  ...risk(20, "evaluator2", {
    name: ["One clerk knows the list", "只有一人会做清单"],
    family: "management",
    library: "one-person-knows",
    cause: ["The export was built by a clerk who retires in spring.", "导出程序是一位开春退休的书记员做的。"],
    event: ["The court renames its chambers and the export stands still.", "法庭改名，导出程序停摆。"],
    consequence: ["Envelopes are written again for a fortnight.", "要再手写两周信封。"],
    rated: ["H", "L"],
    treatment: "reduce",
    how: [
      "Two clerks of the second chamber make the list on alternate days and write down what they do.",
      "二庭两名书记员隔日轮做，边做边写步骤。",
    ],
    owner: "planner",
    by: -40,
  }),
  ...risk(20, "approver4", neighbour),
  ...risk(20, "approver4", {
    name: ["A message is taken for the summons", "短信被当成传票"],
    family: "legal",
    cause: ["People read their telephone and not their post.", "人们看手机，不看信箱。"],
    event: ["A party ignores the letter because the message said another hour.", "当事人因短信时间不同而不理会传票。"],
    consequence: [
      "A judgment in absence is lifted, and the case begins anew in front of another bench.",
      "缺席判决被撤销，案件换合议庭重来。",
    ],
    rated: ["L", "H"],
    treatment: "reduce",
    how: ["Each message ends with: the letter counts.", "每条短信末尾写明：以书面传票为准。"],
    owner: "planner",
    by: 20,
    done: 24,
  }),
  askAcceptance(16, neighbour, "approver4", 44, [
    "A first wave of nine chambers, two evenings a week, until the old numbers are confirmed.",
    "首批九个庭、每周两晚，直到旧号码核实完毕。",
  ]),
  acceptRisk(15, "approver4", neighbour, [
    "A letter can lie in the wrong letter box too. Six weeks, then I want to see how many numbers are left.",
    "信也会投错信箱。给六周，到时我要看还剩多少号码。",
  ]),
];
