import { risk } from "../deeds/risks.ts";
import type { Step } from "../steps.ts";

export const floodGaugeRisks: readonly Step[] = [
  ...risk(3, "approver4", {
    name: ["Batteries die in the cold", "低温下电池失效"],
    family: "feasibility",
    library: "devices-wear",
    cause: ["They were tried in a hall at eighteen degrees.", "电池是在十八度的室内试的。"],
    event: ["In the first frost a third of the gauges fall silent.", "第一场霜冻，三分之一水位计没了信号。"],
    consequence: [
      "The ice breaks at night, and the desk sees an empty map and thinks that all is well.",
      "夜里冰排下来，值班室看着空白地图以为平安。",
    ],
    rated: ["H", "VH"],
    treatment: "reduce",
    how: [
      "Two batteries in each, of two makes; a gauge that is silent for five minutes is drawn in red.",
      "每处装两家厂的两块电池；静默五分钟即标红。",
    ],
    owner: "planner",
    by: -20,
    controls: [[["A second battery of another make", "另一厂家的第二块电池"], "likelihood", "L"]],
  }),
  ...risk(3, "approver4", {
    name: ["A gauge washed away looks like low water", "水位计被冲走显示为低水位"],
    family: "feasibility",
    cause: ["It hangs from two bolts in old concrete.", "两颗螺栓固定在老混凝土上。"],
    event: ["A tree trunk takes it along on the worst night.", "最险的一夜被树干带走。"],
    consequence: ["The line falls on the screen while the street fills.", "屏幕上水位在降，街上水在涨。"],
    rated: ["M", "H"],
    treatment: "reduce",
    how: [
      "A fall that is faster than water can fall is shown as a broken gauge, and the patrol rides out.",
      "降得比水还快的按故障显示，并派巡查员。",
    ],
    owner: "planner",
    by: -9,
  }),
];
