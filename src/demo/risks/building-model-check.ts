import { askAcceptance, risk } from "../deeds/risks.ts";
import type { StoryRisk } from "../deeds/risks.ts";
import type { Step } from "../steps.ts";

const fireDoor: StoryRisk = {
  name: ["Who answers for a missed fire door", "漏掉的防火门由谁负责"],
  family: "legal",
  cause: ["Two people sign, and a machine has looked first.", "两个人签字，机器先看过。"],
  event: ["A door opens the wrong way and all three passed it.", "门开反了，三方都没看出来。"],
  consequence: [
    "After a fire each points at the other, and the one who pays is whoever signed last.",
    "着火之后互相推，最后签字的人赔。",
  ],
  rated: ["L", "VH"],
  treatment: "accept",
  how: [
    "The check is named in the file as an aid; the reviewer's signature means what it meant before.",
    "案卷写明核查只是辅助，审图员签字责任不变。",
  ],
  owner: "planner",
};

/** All four families are looked at; for one of them an approver is asked. */
export const buildingModelRisks: readonly Step[] = [
  ...risk(5, "evaluator2", {
    name: ["A green tick is believed", "轻信绿勾"],
    family: "algorithm",
    library: "suggestion-followed-blindly",
    cause: ["Nineteen reviewers, fourteen hundred plans a year.", "十九名审图员，一年一千四百份图。"],
    event: ["A staircase too narrow by a hand has a green tick.", "窄了一掌的楼梯打着绿勾。"],
    consequence: [
      "It is built, and torn out again at the acceptance, at the owner's cost.",
      "盖好了，验收时再拆，费用由业主承担。",
    ],
    rated: ["H", "M"],
    treatment: "reduce",
    how: [
      "Ticks stay hidden until the reviewer has written down what he found himself.",
      "审图员写完自己的意见才显示核查结果。",
    ],
    owner: "planner",
    by: 4,
    done: 6,
    controls: [
      [
        ["Reviewers find as much as before", "审图员查出的不比以前少"],
        "likelihood",
        "L",
        ["The same plans with the check", "使用核查后的同批图任务"],
      ],
    ],
  }),
  ...risk(5, "evaluator2", {
    name: ["The rule set ages", "规则库变旧"],
    family: "management",
    library: "standard-replaced",
    cause: ["The fire code changes twice a year, in prose.", "防火规范一年改两次，写的是文字。"],
    event: ["Plans are checked by the rules of last summer.", "按去年夏天的规则核图。"],
    consequence: ["Architects are sent away over rules that no longer exist.", "设计单位因已废止的条文被退件。"],
    rated: ["VH", "M"],
    treatment: "share",
    how: [
      "The chamber of architects writes each change as a rule within ten days; it is paid per rule.",
      "由建筑师协会十天内把修订写成规则，按条付费。",
    ],
    owner: "planner",
    by: -25,
  }),
  ...risk(4, "approver4", {
    name: ["Small firms have no model software", "小事务所没有建模软件"],
    family: "social",
    cause: ["A licence costs what a draughtsman earns in a month.", "一份软件要绘图员一个月工资。"],
    event: ["They go on handing in sheets and wait the seven weeks.", "他们仍交图纸，还是等七周。"],
    consequence: ["Work moves to the four large offices.", "活都流向四家大院。"],
    rated: ["VH", "L"],
    treatment: "reduce",
    how: ["The hall has two places with the software, free by the hour.", "大厅设两个免费工位，按小时预约。"],
    owner: "planner",
    by: -50,
  }),
  ...risk(4, "approver4", fireDoor),
  askAcceptance(2, fireDoor, "approver2", 150, [
    "Insurers want a name before they write the clause. Nothing that we can build makes this smaller.",
    "保险公司要先有人担责才肯写条款。这不是技术能降下来的。",
  ]),
];
