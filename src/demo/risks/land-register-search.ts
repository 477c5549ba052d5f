import { noRisk, risk } from "../deeds/risks.ts";
import { attach } from "../steps.ts";
import type { Step } from "../steps.ts";
import type { Words } from "../words.ts";

const reasons: Words = ["One reason in ten, checked", "十查其一核对记录"];

/** A great risk that one control lowers by three steps, as long as its evidence stands. */
export const landRegisterRisks: readonly Step[] = [
  attach(8, reasons, {
    kind: "paper",
    file: "reasons-checked.pdf",
    lines: ["212 of 2,118 searches read against their case files.", "Two without a file; both accounts ended."],
  }),
  ...risk(7, "evaluator4", {
    name: ["Somebody looks up a neighbour", "有人查邻居"],
    family: "protection",
    library: "account-misused",
    cause: ["What a flat cost is the favourite talk of any office.", "谁家房子多少钱，哪个办公室都爱聊。"],
    event: ["An official types the name of the man upstairs.", "工作人员输入楼上住户的名字。"],
    consequence: [
      "Owners learn of it from gossip, and the register is closed for notaries as well.",
      "权利人从闲话里知道，登记查询对公证处也一并关停。",
    ],
    rated: ["VH", "H"],
    treatment: "reduce",
    how: [
      "No name without a case number, and a tenth of all reasons is read against the file within the week.",
      "没有案号不能查姓名，事由一周内抽一成核对案卷。",
    ],
    owner: "planner",
    by: 8,
    done: 9,
    controls: [[["One reason in ten is read", "事由十查其一"], "likelihood", "L", reasons]],
  }),
  ...risk(7, "evaluator4", {
    name: ["Volumes before 1998 cannot be read", "一九九八年前的卷读不出"],
    family: "feasibility",
    cause: ["Carbon copies in violet, bound too tightly to lie flat.", "紫色复写件，装订太紧摊不平。"],
    event: ["A search finds no owner where there is one.", "明明有权利人却查不到。"],
    consequence: [
      "A notary certifies that a house is free of debt, and it is not.",
      "公证处证明房屋无抵押，而实际有。",
    ],
    rated: ["M", "M"],
    treatment: "reduce",
    how: [
      "For the old volumes the answer says “ask the counter” until two people have typed them.",
      "旧卷一律答复“请到窗口查”，直到双人录入完毕。",
    ],
    owner: "planner",
    by: -60,
  }),
  ...risk(6, "approver5", {
    name: ["The indexer is one person", "建索引的只有一人"],
    family: "management",
    cause: ["He has done it since the first scanner came.", "自从有第一台扫描仪就是他在做。"],
    event: ["He falls ill in court week.", "法院集中查询周他病了。"],
    consequence: ["New volumes wait for a month.", "新卷要等一个月。"],
    rated: ["L", "M"],
    treatment: "reduce",
    how: ["A trainee sits beside him on two days of each week.", "每周两天带一名学员同做。"],
    owner: "planner",
    by: -90,
  }),
  ...noRisk(6, "approver5", "social", [
    "Forty-one notaries, six courts and officials search; the counter in Salt Market stays for everybody else.",
    "查询的只有公证处、法院和公务人员，其他人仍去盐市窗口。",
  ]),
  ...risk(6, "approver5", {
    name: ["The whole list is asked for", "有人索要整份名单"],
    family: "legal",
    cause: ["A search engine could print all owners in an hour.", "检索系统一小时能打出全部权利人。"],
    event: ["An order from elsewhere asks for exactly that.", "外地来函要的正是这个。"],
    consequence: [
      "The addresses of judges and of women in hiding are in a file that travels.",
      "法官和避难妇女的住址进了一份四处流转的文件。",
    ],
    rated: ["VL", "VH"],
    treatment: "avoid",
    how: [
      "It answers for one plot at a time and has no list to give; that stands in the regulation now.",
      "一次只答一宗，系统里没有名单可给，规定里也写了。",
    ],
    owner: "planner",
    by: 10,
    done: 11,
  }),
];
