import { askAcceptance, refuseRisk, risk } from "../deeds/risks.ts";
import type { StoryRisk } from "../deeds/risks.ts";
import type { Step } from "../steps.ts";

const walking: StoryRisk = {
  name: ["People on foot lose their seconds", "行人过街时间被挤占"],
  family: "social",
  library: "trust-lost",
  cause: ["A green wave is long for those who wait across it.", "绿波一长，横向过街的人就得等。"],
  event: ["At the school in Northgate the light turns after nine seconds.", "北闸小学门口绿灯九秒就变红。"],
  consequence: ["A child or an old man stands in the middle of four lanes.", "孩子或老人被困在四车道中间。"],
  rated: ["H", "H"],
  treatment: "accept",
  how: [
    "The twelve seconds stand in the plan; eleven of nineteen junctions cannot count them yet.",
    "方案写明十二秒，但十九个路口有十一个还不能计时。",
  ],
  owner: "planner2",
};

/** Nobody would answer for one of them; the family of law has not been looked at. */
export const trafficSignalRisks: readonly Step[] = [
  ...risk(9, "evaluator", {
    name: ["A forged request opens every junction", "伪造请求打开所有路口"],
    family: "protection",
    cause: ["Requests travel by radio that anyone can hear.", "请求走无线电，谁都能收听。"],
    event: ["Somebody sends an ambulance that does not exist.", "有人冒充一辆不存在的救护车。"],
    consequence: [
      "Two streams meet at full speed on the crossing in front of the hospital.",
      "医院门口路口两股车流全速相遇。",
    ],
    rated: ["L", "VH"],
    treatment: "reduce",
    how: [
      "Keys change each night, and the controller never shortens the red between two greens.",
      "密钥每夜更换，信号机绝不缩短全红时间。",
    ],
    owner: "planner2",
    by: -15,
    controls: [[["A key for each vehicle", "一车一密钥"], "impact", "M"]],
  }),
  ...risk(9, "evaluator", walking),
  ...risk(8, "approver2", {
    name: ["Drivers learn to be late", "司机学会故意晚点"],
    family: "management",
    cause: ["Only a late bus gets its wave.", "晚点的车才有绿波。"],
    event: ["Somebody waits behind the corner for three minutes.", "有人在拐角后等三分钟。"],
    consequence: ["The timetable becomes a fiction on four lines.", "四条线的时刻表形同虚设。"],
    rated: ["M", "L"],
    treatment: "reduce",
    how: ["The depot sees who is late at the same stop each day.", "车队看得到谁天天在同一站晚点。"],
    owner: "planner2",
    by: -30,
  }),
  askAcceptance(6, walking, "approver4", 90, [
    "New lights for eleven junctions come with the budget of spring. I ask for a quarter in which we watch them by eye.",
    "十一个路口的新信号机要等开春预算。请给一个季度，先靠人盯。",
  ]),
  refuseRisk(4, "approver4", walking, [
    "Twelve seconds were the reason why I let this begin. Leave those eleven junctions out until they can count; then nobody has to answer for a child.",
    "我当初同意立项，就因为这十二秒。能计时之前把那十一个路口拿掉，也就不用谁来为孩子担责。",
  ]),
];
