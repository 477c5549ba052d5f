import { acceptRisk, askAcceptance, risk } from "../deeds/risks.ts";
import type { StoryRisk } from "../deeds/risks.ts";
import { attach } from "../steps.ts";
import type { Step } from "../steps.ts";
import type { Words } from "../words.ts";

const readingList: Words = ["Reading list, call by call", "逐通来电查阅记录"];

const leaves: StoryRisk = {
  name: ["Transcript read by another office", "转写被无关部门看到"],
  family: "protection",
  library: "data-leaves",
  cause: [
    "Thirty-one offices have an account, and a complaint often names three of them.",
    "三十一个部门有账号，一通诉求常牵涉三家。",
  ],
  event: ["Somebody opens a call in which their own neighbour speaks.", "有人打开了自己邻居打来的那通电话。"],
  consequence: [
    "What was told in trust is known in the stairwell by evening; nobody rings the hotline again.",
    "出于信任说的话，傍晚就传遍楼道；以后没人再打热线。",
  ],
  rated: ["H", "VH"],
  treatment: "reduce",
  how: [
    "Each office sees only the calls routed to it; every look is in a list that the data office reads on Fridays.",
    "各部门只见派给自己的来电；每次查阅留痕，数据管理部门每周五核对。",
  ],
  owner: "planner3",
  by: -26,
  controls: [[["Offices see routed calls only", "只见派给本部门的来电"], "likelihood", "M", readingList]],
};

const listening: StoryRisk = {
  name: ["Clerks stop listening", "话务员不再用心听"],
  family: "social",
  cause: ["The words appear by themselves while the caller still speaks.", "来电人还在说，文字已自动出现。"],
  event: ["A clerk reads and no longer hears that somebody weeps.", "话务员只顾看字，没听出对方在哭。"],
  consequence: [
    "A call for help is filed as a complaint about heating, twice in the trial already.",
    "求助被记成供暖投诉，试点中已有两次。",
  ],
  rated: ["M", "M"],
  treatment: "accept",
  how: [
    "Shift leaders listen in on four calls a day; nothing that a machine measures would show it.",
    "班长每天旁听四通，这事靠系统量不出来。",
  ],
  owner: "planner3",
};

/** One acceptance runs out next week, another waits for its approver; a treatment is over its day. */
export const hotlineRisks: readonly Step[] = [
  attach(15, readingList, {
    kind: "paper",
    file: "reading-list.pdf",
    lines: ["Four weeks, 2,140 looks at transcripts.", "None by an office to which the call was not routed."],
  }),
  ...risk(14, "approver5", leaves),
  ...risk(14, "approver5", {
    name: ["Dialect comes out as nonsense", "方言转成乱码"],
    family: "algorithm",
    library: "groups-served-unequally",
    cause: [
      "It learnt to listen from newsreaders; one caller in seven speaks as they do below the weir.",
      "模型跟播音员学听话，七个来电就有一个是堰下口音。",
    ],
    event: ["A street name becomes another that exists as well.", "路名被听成另一条真有的路。"],
    consequence: [
      "The crew drives to the wrong end of the city while water runs down the stairs.",
      "抢修车开到城市另一头，水还在往楼下流。",
    ],
    rated: ["VH", "M"],
    treatment: "reduce",
    how: [
      "Forty hours of calls from Weir Town are written out by hand and learnt from.",
      "人工听写堰镇四十小时来电，供模型学习。",
    ],
    owner: "planner3",
    by: 6,
  }),
  ...risk(7, "approver4", listening),
  ...risk(13, "evaluator2", {
    name: ["Callers learn too late that they may refuse", "来电人太晚才知道可以拒绝"],
    family: "legal",
    library: "consent-not-free",
    cause: ["The sentence comes after the caller has begun.", "告知语在来电人开口之后才播。"],
    event: ["Somebody in haste is written down without having agreed.", "心急的人没同意就已被转写。"],
    consequence: [
      "The regulator has every transcript of that month deleted, the useful ones too.",
      "监管部门要求删除当月全部转写，有用的也留不下。",
    ],
    rated: ["L", "H"],
    treatment: "avoid",
    how: [
      "The sentence is spoken before anything is heard; pressing nine ends the writing.",
      "先播告知再接通，按九即停止转写。",
    ],
    owner: "planner3",
    by: 12,
    done: 16,
  }),
  askAcceptance(12, leaves, "approver4", 20, [
    "Names will be hidden from the offices in three weeks. Until then I ask to go on with the twenty seats we have.",
    "三周后对承办部门隐去姓名。在此之前，请准许二十个席位继续运行。",
  ]),
  acceptRisk(11, "approver4", leaves, [
    "For twenty days and twenty seats, not one more. If the list shows a single look that has no reason, I end it.",
    "只给二十天、二十个席位。记录里只要有一次无故查阅，我就收回。",
  ]),
  askAcceptance(3, listening, "approver5", 60, [
    "We cannot measure whether somebody listens. I would rather say so than invent a figure.",
    "是否用心听没法测。与其编个数字，不如如实说明。",
  ]),
];
