import { acceptRisk, askAcceptance, noRisk, risk } from "../deeds/risks.ts";
import type { StoryRisk } from "../deeds/risks.ts";
import type { Step } from "../steps.ts";

const dearer: StoryRisk = {
  name: ["Displays cost more than was said", "站牌花费超出预计"],
  family: "management",
  library: "cost-grows",
  cause: ["Every second stop turned out to have no power.", "一半站点现场没有电源。"],
  event: ["Six hundred stops are dug up instead of two hundred.", "要开挖的站点从二百个变成六百个。"],
  consequence: [
    "The rollout eats the money for benches and shelters of the next two years.",
    "推广会吃掉今后两年候车亭和座椅的钱。",
  ],
  rated: ["H", "H"],
  treatment: "reduce",
  how: [
    "Solar displays at stops without power; the first forty are bought before anything is dug.",
    "无电站点改用太阳能站牌，先买四十块，不先开挖。",
  ],
  owner: "planner2",
  by: -45,
};

/** Looked at before its gate; an approver answers for what it may cost. */
export const busRisks: readonly Step[] = [
  ...risk(5, "evaluator3", {
    name: ["No positions in the Heron tunnel", "鹭洲隧道内收不到位置"],
    family: "feasibility",
    library: "connection-lost",
    cause: ["Two kilometres of rock, and no aerial in them.", "两公里岩层，里面没有天线。"],
    event: ["A bus vanishes from the displays for four minutes.", "车辆从站牌上消失四分钟。"],
    consequence: ["People at the far end think that it is cancelled.", "出口一侧的乘客以为车取消了。"],
    rated: ["VH", "L"],
    treatment: "accept",
    how: [
      "The display says “in the tunnel”, which is what the driver would say as well.",
      "站牌显示“隧道内”，司机也只能这么说。",
    ],
    owner: "planner2",
  }),
  ...risk(5, "evaluator3", {
    name: ["Predictions age with the timetable", "换时刻表后预测变旧"],
    family: "algorithm",
    library: "data-drift",
    cause: ["It learnt from the summer, when the schools were closed.", "模型用暑期数据训练，当时学校放假。"],
    event: ["School traffic returns and every line is four minutes slower.", "开学后各线都慢四分钟。"],
    consequence: [
      "Displays are wrong exactly at the hour at which children stand in the dark.",
      "偏偏在孩子摸黑等车的时段报不准。",
    ],
    rated: ["H", "M"],
    treatment: "reduce",
    how: [
      "It learns anew each Sunday from the four weeks before; a week of errors above two minutes rings a bell.",
      "每周日用前四周数据重训；误差连续一周超两分钟即报警。",
    ],
    owner: "planner2",
    by: -12,
  }),
  ...risk(4, "approver5", dearer),
  ...risk(4, "approver5", {
    name: ["Drivers feel watched", "司机觉得被监视"],
    family: "social",
    cause: ["The same positions show who drives too fast.", "同样的位置数据看得出谁开得快。"],
    event: ["A foreman uses them in a talk about bonuses.", "班长谈奖金时拿出来用。"],
    consequence: ["Aerials break remarkably often.", "天线坏得格外勤。"],
    rated: ["M", "L"],
    treatment: "avoid",
    how: ["The works council holds the only key to positions older than a day.", "超过一天的轨迹，钥匙只在工会手里。"],
    owner: "planner2",
    by: 3,
    done: 4,
  }),
  ...noRisk(4, "approver5", "legal", [
    "Positions belong to vehicles, the agreement with the works council is signed, and nothing is known of passengers.",
    "位置属车辆数据，与工会的协议已签，不涉及乘客信息。",
  ]),
  askAcceptance(3, dearer, "approver4", 118, [
    "The decision is about whether it helps; what it costs is known in spring, when the first forty stand.",
    "评审看的是管不管用；开春头四十块装好，花费就清楚了。",
  ]),
  acceptRisk(2, "approver4", dearer, [
    "Until the end of winter. The cost report comes to me each month, and I stop it at three million.",
    "到冬末为止。每月费用报告报我，到三百万我就叫停。",
  ]),
];
