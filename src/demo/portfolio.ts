import type { Tier } from "../domain/policy/policy.ts";
import type { Bilingual } from "./cast.ts";

/** How far a generated technology has come, and how its evidence turns out. */
export interface Scene {
  readonly name: Bilingual;
  readonly summary: Bilingual;
  readonly need: Bilingual;
  readonly department: string;
  readonly tier: Tier | null;
  readonly users: number;
  /** Requests a second the full rollout must carry. */
  readonly demand: number;
  readonly recordsPerHour: number;
  readonly annualCost: number;
  readonly ending: Ending;
  readonly outcome: Outcome;
}

export type Ending =
  | "draft-like"
  | "proposed"
  | "admission-voting"
  | "withdrawn"
  | "rejected"
  | "plan-locked"
  | "pilot-young"
  | "pilot-late-evidence"
  | "pilot-incident"
  | "pilot-complete"
  | "stopped"
  | "scoring"
  | "moderating"
  | "rollout-gate"
  | "rollout-voting"
  | "wave-one"
  | "wave-two"
  | "held"
  | "adopted"
  | "retired";

/** strong: passes; thin: too few answers; weak: fails a floor. */
export type Outcome = "strong" | "thin" | "weak";

const scene = (
  en: string,
  zh: string,
  summary: readonly [string, string],
  need: readonly [string, string],
  rest: Omit<Scene, "name" | "summary" | "need">,
): Scene => ({
  name: { en, zh },
  summary: { en: summary[0], zh: summary[1] },
  need: { en: need[0], zh: need[1] },
  ...rest,
});

/** Thirty-one technologies of an invented city, in every stage. Everything about them is generated. */
export const portfolio: readonly Scene[] = [
  scene(
    "Permit reply assistant",
    "许可答复助手",
    [
      "Drafts replies to building permit questions for counter staff, with the legal basis quoted.",
      "为窗口人员起草建设许可咨询的答复，并引用法规依据。",
    ],
    [
      "Answers to permit questions take more than one working day in 62 of 100 cases.",
      "每一百件许可咨询中有六十二件超过一个工作日才得到答复。",
    ],
    {
      department: "housing",
      tier: "III",
      users: 420,
      demand: 6,
      recordsPerHour: 1900,
      annualCost: 1_800_000,
      ending: "rollout-gate",
      outcome: "thin",
    },
  ),
  scene(
    "Bus arrival prediction",
    "公交到站预测",
    ["Predicts arrival times at every stop from vehicle positions.", "根据车辆位置预测各站到站时间。"],
    [
      "Passengers cannot plan: timetables are off by more than five minutes at peak.",
      "高峰时段时刻表误差超过五分钟，乘客无法安排出行。",
    ],
    {
      department: "transport",
      tier: "II",
      users: 260_000,
      demand: 7,
      recordsPerHour: 42_000,
      annualCost: 2_400_000,
      ending: "rollout-voting",
      outcome: "strong",
    },
  ),
  scene(
    "School place allocation",
    "学位分配",
    [
      "Allocates school places by published rules and explains every offer.",
      "按公开规则分配学位，并说明每个结果的理由。",
    ],
    ["Allocation by hand takes eleven weeks and produces 900 objections.", "人工分配需要十一周，并引出九百件异议。"],
    {
      department: "education",
      tier: "III",
      users: 31_000,
      demand: 5,
      recordsPerHour: 6000,
      annualCost: 950_000,
      ending: "rollout-gate",
      outcome: "weak",
    },
  ),
  scene(
    "Hospital appointment exchange",
    "医院预约交换",
    ["One place to book with every public hospital.", "统一预约各公立医院的号源。"],
    [
      "Booking differs in each hospital; one in nine appointments is missed.",
      "各医院预约方式不一，每九个预约就有一个爽约。",
    ],
    {
      department: "health",
      tier: "II",
      users: 180_000,
      demand: 7,
      recordsPerHour: 9000,
      annualCost: 3_100_000,
      ending: "held",
      outcome: "strong",
    },
  ),
  scene(
    "Digital ID counter kiosk",
    "数字证照自助终端",
    ["Self-service kiosk that issues certified copies from the digital ID.", "凭数字身份自助打印证照副本。"],
    ["Two thirds of counter visits are for certified copies.", "窗口来访中三分之二只为打印证照副本。"],
    {
      department: "services",
      tier: "II",
      users: 90_000,
      demand: 4,
      recordsPerHour: 1200,
      annualCost: 1_300_000,
      ending: "wave-two",
      outcome: "strong",
    },
  ),
  scene(
    "Flood gauge network",
    "洪水监测网",
    ["Radio gauges on 140 bridges report water levels each minute.", "一百四十座桥上的无线水位计每分钟上报水位。"],
    ["Warnings come from eleven gauges and arrive forty minutes late.", "预警只依靠十一个水位计，且平均晚四十分钟。"],
    {
      department: "water",
      tier: "III",
      users: 60,
      demand: 5,
      recordsPerHour: 8400,
      annualCost: 760_000,
      ending: "pilot-young",
      outcome: "strong",
    },
  ),
  scene(
    "Street-light fault detection",
    "路灯故障识别",
    ["Finds failed lamps from meter readings.", "从电表读数中识别故障路灯。"],
    ["Faults wait for a citizen to report them, nine days on average.", "路灯故障平均九天后才由市民报告。"],
    {
      department: "urban",
      tier: "I",
      users: 40,
      demand: 3,
      recordsPerHour: 22_000,
      annualCost: 210_000,
      ending: "pilot-late-evidence",
      outcome: "thin",
    },
  ),
  scene(
    "Hotline call transcription",
    "热线通话转写",
    ["Writes out calls to the city hotline and suggests the responsible office.", "转写热线通话并建议承办部门。"],
    ["Clerks type for a third of each call.", "话务员每通电话有三分之一时间在打字。"],
    {
      department: "hotline",
      tier: "III",
      users: 310,
      demand: 4,
      recordsPerHour: 2600,
      annualCost: 1_450_000,
      ending: "pilot-incident",
      outcome: "strong",
    },
  ),
  scene(
    "Land register search",
    "不动产登记查询",
    [
      "Full-text search in the land register with a reason for every access.",
      "不动产登记全文检索，每次查询须填写事由。",
    ],
    ["A search takes two days and a paper form.", "一次查询需要两天和一张纸质表格。"],
    {
      department: "resources",
      tier: "II",
      users: 2300,
      demand: 6,
      recordsPerHour: 5200,
      annualCost: 680_000,
      ending: "rollout-voting",
      outcome: "strong",
    },
  ),
  scene(
    "Pension eligibility check",
    "养老待遇资格核验",
    ["Checks pension eligibility against registers the city already holds.", "用市级已有登记数据核验养老待遇资格。"],
    ["80,000 pensioners appear in person each year to prove they are alive.", "每年八万名退休人员须到场证明健在。"],
    {
      department: "social",
      tier: "IV",
      users: 80_000,
      demand: 5,
      recordsPerHour: 15_000,
      annualCost: 540_000,
      ending: "admission-voting",
      outcome: "strong",
    },
  ),
  scene(
    "E-invoice archive",
    "电子发票归档",
    ["Keeps invoices in the form they arrived, signed and searchable.", "按原样保存电子发票，带签名、可检索。"],
    ["Auditors wait three weeks for a box of paper.", "审计人员调阅一箱纸质发票要等三周。"],
    {
      department: "finance",
      tier: "I",
      users: 800,
      demand: 3,
      recordsPerHour: 9500,
      annualCost: 160_000,
      ending: "adopted",
      outcome: "strong",
    },
  ),
  scene(
    "Parking guidance",
    "停车诱导",
    ["Shows free places from sensors in twelve car parks.", "用十二个停车场的传感器显示空余车位。"],
    ["A third of inner-city traffic looks for a place to park.", "中心城区三分之一车流在找车位。"],
    {
      department: "transport",
      tier: "I",
      users: 120_000,
      demand: 5,
      recordsPerHour: 18_000,
      annualCost: 430_000,
      ending: "adopted",
      outcome: "strong",
    },
  ),
  scene(
    "Water meter reading",
    "远传水表",
    ["Reads water meters by radio once a day.", "每日无线抄读水表。"],
    ["Leaks stay undetected for a whole billing period.", "漏损在整个计费周期内无人发现。"],
    {
      department: "water",
      tier: "II",
      users: 210_000,
      demand: 4,
      recordsPerHour: 30_000,
      annualCost: 1_100_000,
      ending: "adopted",
      outcome: "strong",
    },
  ),
  scene(
    "Library one card",
    "图书馆一卡通",
    ["One card for all 34 public libraries.", "一卡通行三十四家公共图书馆。"],
    ["Readers hold up to five cards.", "一名读者最多持有五张读者证。"],
    {
      department: "culture",
      tier: "I",
      users: 150_000,
      demand: 4,
      recordsPerHour: 3500,
      annualCost: 190_000,
      ending: "adopted",
      outcome: "strong",
    },
  ),
  scene(
    "Waste route planning",
    "垃圾收运路线规划",
    ["Plans collection routes from fill levels.", "按满溢程度规划收运路线。"],
    ["Lorries drive the same route whether bins are full or not.", "无论垃圾桶是否装满，车辆都走同一路线。"],
    {
      department: "urban",
      tier: "I",
      users: 130,
      demand: 3,
      recordsPerHour: 5000,
      annualCost: 240_000,
      ending: "adopted",
      outcome: "strong",
    },
  ),
  scene(
    "Fax gateway",
    "传真网关",
    ["Received faxes as scanned mail.", "把传真转为扫描邮件。"],
    ["Offices without a fax could not be reached by courts.", "没有传真机的部门无法接收法院文书。"],
    {
      department: "services",
      tier: "I",
      users: 500,
      demand: 2,
      recordsPerHour: 200,
      annualCost: 45_000,
      ending: "retired",
      outcome: "strong",
    },
  ),
  scene(
    "Tax letter drafts",
    "税务函件起草",
    ["Drafted tax letters from case notes.", "根据案件记录起草税务函件。"],
    ["Letters take a clerk forty minutes each.", "每封函件需要四十分钟。"],
    {
      department: "finance",
      tier: "III",
      users: 260,
      demand: 3,
      recordsPerHour: 400,
      annualCost: 700_000,
      ending: "stopped",
      outcome: "weak",
    },
  ),
  scene(
    "Crowd counting cameras",
    "客流计数摄像",
    ["Counts people on squares by camera.", "用摄像头统计广场人数。"],
    ["Stewards estimate by eye.", "安保人员靠目测估计人数。"],
    {
      department: "urban",
      tier: "IV",
      users: 30,
      demand: 4,
      recordsPerHour: 12_000,
      annualCost: 890_000,
      ending: "rejected",
      outcome: "weak",
    },
  ),
  scene(
    "Chat counter for residents",
    "居民咨询聊天窗口",
    ["Answers residents' questions in a chat window.", "在聊天窗口回答居民提问。"],
    ["The hotline is busy at noon.", "午间热线经常占线。"],
    {
      department: "hotline",
      tier: "III",
      users: 400_000,
      demand: 6,
      recordsPerHour: 5000,
      annualCost: 1_200_000,
      ending: "withdrawn",
      outcome: "thin",
    },
  ),
  scene(
    "Air quality grid",
    "空气质量网格",
    ["Low-cost sensors in a 500 m grid.", "以五百米网格布设低成本传感器。"],
    ["Six stations cannot show where the air is bad.", "六个站点无法说明哪里空气差。"],
    {
      department: "ecology",
      tier: "II",
      users: 70,
      demand: 4,
      recordsPerHour: 26_000,
      annualCost: 520_000,
      ending: "pilot-complete",
      outcome: "strong",
    },
  ),
  scene(
    "Building model check",
    "建筑模型审查",
    ["Checks building models against the code before a person does.", "人工审查前先按规范核查建筑模型。"],
    ["Reviews take seven weeks, most of it for missing sheets.", "审查需要七周，多数时间花在补件上。"],
    {
      department: "housing",
      tier: "II",
      users: 140,
      demand: 3,
      recordsPerHour: 900,
      annualCost: 880_000,
      ending: "scoring",
      outcome: "strong",
    },
  ),
  scene(
    "Elder care check-in",
    "独居老人关怀",
    ["Daily check-in by phone or a single key.", "每日电话或一键报平安。"],
    ["Nobody notices a fall for eleven hours on average.", "老人跌倒平均十一小时后才被发现。"],
    {
      department: "social",
      tier: "III",
      users: 12_000,
      demand: 4,
      recordsPerHour: 1500,
      annualCost: 990_000,
      ending: "moderating",
      outcome: "strong",
    },
  ),
  scene(
    "Snow clearing orders",
    "扫雪调度",
    ["Orders ploughs by road temperature.", "按路面温度调度除雪车。"],
    ["Ploughs leave by the clock.", "除雪车按固定时间出发。"],
    {
      department: "urban",
      tier: "I",
      users: 90,
      demand: 3,
      recordsPerHour: 2800,
      annualCost: 130_000,
      ending: "plan-locked",
      outcome: "strong",
    },
  ),
  scene(
    "Court date reminders",
    "开庭提醒",
    ["Reminds parties of court dates by message.", "以短信提醒当事人开庭时间。"],
    ["One hearing in eight is adjourned because somebody is missing.", "每八次开庭就有一次因当事人缺席而延期。"],
    {
      department: "justice",
      tier: "II",
      users: 26_000,
      demand: 4,
      recordsPerHour: 1100,
      annualCost: 120_000,
      ending: "wave-one",
      outcome: "strong",
    },
  ),
  scene(
    "Noise complaints map",
    "噪声投诉地图",
    ["Maps complaints against permits for building works.", "将噪声投诉与施工许可对照上图。"],
    ["Inspectors learn of night works the next day.", "执法人员次日才知道夜间施工。"],
    {
      department: "ecology",
      tier: "I",
      users: 55,
      demand: 3,
      recordsPerHour: 600,
      annualCost: 95_000,
      ending: "proposed",
      outcome: "strong",
    },
  ),
  scene(
    "Grant application form",
    "补助申请表单",
    ["One form for 41 grants, filled from registers.", "一张表单办理四十一项补助，自动带入登记数据。"],
    ["Applicants give the same fact nine times.", "申请人要把同一信息填写九次。"],
    {
      department: "finance",
      tier: null,
      users: 17_000,
      demand: 4,
      recordsPerHour: 800,
      annualCost: 310_000,
      ending: "draft-like",
      outcome: "strong",
    },
  ),
  scene(
    "Vaccination record",
    "预防接种记录",
    ["Residents see and share their vaccination record.", "居民可查看并分享接种记录。"],
    ["Schools collect copies of paper booklets.", "学校仍在收取纸质接种本复印件。"],
    {
      department: "health",
      tier: "IV",
      users: 300_000,
      demand: 7,
      recordsPerHour: 7000,
      annualCost: 830_000,
      ending: "proposed",
      outcome: "strong",
    },
  ),
  scene(
    "Tree inventory from images",
    "影像树木普查",
    ["Finds and measures street trees in aerial images.", "从航拍影像中识别并测量行道树。"],
    ["The tree register is eleven years old.", "行道树台账已有十一年未更新。"],
    {
      department: "ecology",
      tier: "I",
      users: 25,
      demand: 3,
      recordsPerHour: 16_000,
      annualCost: 140_000,
      ending: "pilot-young",
      outcome: "thin",
    },
  ),
  scene(
    "Procurement document check",
    "采购文件核查",
    ["Points out clauses that exclude bidders without need.", "指出无必要排斥投标人的条款。"],
    ["One tender in five is challenged.", "每五个招标就有一个被质疑。"],
    {
      department: "finance",
      tier: "II",
      users: 120,
      demand: 3,
      recordsPerHour: 450,
      annualCost: 260_000,
      ending: "pilot-complete",
      outcome: "weak",
    },
  ),
  scene(
    "Emergency call location",
    "报警位置定位",
    ["Shows where an emergency call comes from within fifty metres.", "五十米内显示报警来源位置。"],
    ["Callers cannot say where they are in one case of seven.", "每七个报警人就有一个说不清位置。"],
    {
      department: "services",
      tier: "IV",
      users: 900,
      demand: 6,
      recordsPerHour: 3000,
      annualCost: 1_700_000,
      ending: "rollout-gate",
      outcome: "strong",
    },
  ),
  scene(
    "Ferry ticket machines",
    "轮渡售票机",
    ["Contactless tickets at nine piers.", "九个码头非接触购票。"],
    ["Queues at the pier delay one departure in six.", "码头排队使六分之一航班晚点。"],
    {
      department: "transport",
      tier: "I",
      users: 14_000,
      demand: 3,
      recordsPerHour: 1300,
      annualCost: 170_000,
      ending: "adopted",
      outcome: "strong",
    },
  ),
];
