import type { Scene } from "../scene.ts";
import * as does from "../steps.ts";
import { tell } from "../deeds/publication.ts";

/** Approved with a dated condition, and held in its first wave: answers grew slow when the third hospital joined. */
export const hospitalAppointmentExchange: Scene = {
  name: { en: "Hospital appointment exchange", zh: "医院预约交换" },
  summary: [
    "One place to book with every public hospital, by app, phone or at the pharmacy counter.",
    "用手机、电话或在药店柜台，统一预约各公立医院号源。",
  ],
  need: [
    "Booking differs in each hospital, so one in nine appointments is missed and the sick queue at five in the morning.",
    "各医院预约方式不一，九个号就有一个爽约，病人凌晨五点还在排队。",
  ],
  needOf: [
    "180,000 patients a year, nine hospitals, and the registration desks that open at dawn.",
    "每年十八万患者、九家医院，以及天不亮就开的挂号窗口。",
  ],
  risks: [
    "Scalpers book in bulk; a hospital's own system may stall the others; diagnoses must not travel with the booking.",
    "黄牛批量抢号；一家医院的系统可能拖住大家；病情不得随预约流转。",
  ],
  department: "health",
  planner: "planner2",
  sponsor: "sponsor2",
  tier: "II",
  kind: "service",
  dataClass: "important",
  personal: "sensitive",
  standards: ["HL7 FHIR R4"],
  users: 180_000,
  demand: 0.8,
  recordsPerHour: 9000,
  cost: { pilot: 620_000, annual: 3_100_000 },
  ago: 4,
  course: [
    does.propose(),
    does.vote(3, "approver", "admission", "approve", [
      "Two hospitals that asked for it, one month, booking only: a sensible beginning.",
      "两家主动要求的医院、一个月、只做预约，起步稳妥。",
    ]),
    does.lock(5, {
      sites: [
        "Reed Lake Hospital, the Northgate children's clinic and four pharmacies.",
        "芦湖医院、北闸儿童医院和四家药店。",
      ],
      siteCount: 6,
      starts: 7,
      days: 32,
      looks: [48],
      services: ["booking", "hospital-bridge"],
      latencyMs: 800,
      restoreMinutes: 25,
      exit: [
        "Open bookings are printed for both hospitals; patients get a text with the desk's number.",
        "未就诊预约打印交给两家医院，并短信告知患者窗口电话。",
      ],
      rollback: [
        "Each hospital's own booking stays live; the exchange is turned off by one setting.",
        "各院自有预约照常运行，交换平台一个设置即可关闭。",
      ],
    }),
    does.openPilot(7),
    does.drill(14, 13, [
      "Bridge to Reed Lake restarted at noon; phone desk took eleven bookings meanwhile.",
      "中午重启芦湖接口，其间电话台接了十一个预约。",
    ]),
    does.drill(23, 17, ["Booking database restored from the quarter-hour copy.", "用一刻钟前的副本恢复预约库。"]),
    does.wentWrong(27, 3, [
      "Nineteen patients were given the same slot at the children's clinic.",
      "儿童医院十九名患儿约到了同一个号。",
    ]),
    does.putRight(31, 1, [
      "A slot is locked at the hospital before it is offered; the nineteen were rung the same evening.",
      "号源先在医院锁定再放出，当晚已逐一致电十九户。",
    ]),
    does.drill(34, 12, [
      "Pharmacy terminals went to the telephone for twenty minutes and back.",
      "药店终端改用电话预约二十分钟后切回。",
    ]),
    does.attach(40, ["Monday-morning load, JMeter", "周一早高峰负载（JMeter）"], {
      kind: "load",
      tool: "jmeter",
      file: "monday-morning.jtl",
      asks: ["Free slots", "Book", "Cancel", "Remind"],
      levels: [
        [5, 0.25, 365, 180],
        [12, 0.72, 15, 195],
        [20, 1.02, 15, 240],
        [36, 1.48, 560, 310],
        [55, 1.58, 15, 520],
        [80, 1.6, 15, 830],
      ],
      spread: 0.38,
    }),
    does.attach(40, ["Kuma watch on booking and bridge", "预约与接口监测（Kuma）"], {
      kind: "outages",
      tool: "kuma",
      file: "kuma-booking.json",
      down: [
        [1, 16, 6, 40],
        [0, 24, 12, 20],
      ],
    }),
    does.attach(40, ["Slots exchanged per hour", "每小时交换号源数"], {
      kind: "volume",
      file: "slots-exchanged.csv",
      runs: 24,
      share: 1.44,
      minutes: 30,
    }),
    does.attach(40, ["Patients and desk staff, SUS", "患者与挂号员 SUS"], {
      kind: "sus",
      file: "patients-sus.csv",
      shape: "wide",
      people: 63,
      mean: 82,
      sd: 9,
    }),
    does.attach(40, ["Booking for oneself and a child", "为本人及孩子预约任务"], {
      kind: "tasks",
      file: "booking-tasks.csv",
      people: 32,
      success: 0.95,
      tasks: ["Book a slot", "Book for a child", "Move a date", "Cancel"],
    }),
    does.vote(41, "approver4", "completion", "approve", [
      "The double slot was the useful kind of failure; both hospitals signed the repair.",
      "重号是有价值的失败，两家医院都签字认可了修复。",
    ]),
    does.assign(42, "approver", "evaluator", "evaluator3"),
    does.noInterest(42, "evaluator"),
    does.noInterest(42, "evaluator3"),
    does.score(
      44,
      "evaluator",
      [4, "Seventeen minutes from a copy and not one booking lost.", "十七分钟由副本恢复，一个预约没丢。"],
      [
        5,
        "FHIR at both ends; the pharmacy chain connected with the public guide.",
        "两端都用 FHIR，药店连锁照公开指南就接上了。",
      ],
      [4, "Wrong child, wrong day: put right on the same screen.", "选错孩子或日期，在同一页就能改。"],
      [4, "Desk staff took a morning; patients none.", "挂号员学一上午，患者不用学。"],
    ),
    does.score(
      45,
      "evaluator3",
      [4, "Phone desk as second way is staffed and known.", "电话台作为第二通道有人值守，大家都知道。"],
      [4, "Cancellations come back to the hospital within the minute.", "退号一分钟内回到医院。"],
      [4, "The text message names what was booked, so errors show at once.", "短信写明所约内容，差错一目了然。"],
      [5, "My seventy-year-old tester booked for her sister as well.", "七十岁的受访者顺手给妹妹也约了一个。"],
    ),
    does.planRollout(
      46,
      [
        [["Reed Lake, Northgate and Salt Market hospitals", "芦湖、北闸、盐市三家医院"], 3, 54],
        [["The remaining six hospitals", "其余六家医院"], 6, 75],
      ],
      [
        ["within-share", 0.95, 4320],
        ["failed-share", 0.02, 4320],
      ],
    ),
    does.wentWrong(47, 2, [
      "A test message with the names of two patients went to all pharmacy terminals for nine minutes.",
      "一条含两名患者姓名的测试消息，在全部药店终端显示了九分钟。",
    ]),
    does.wait(48),
    does.draftCondition(50, "approver", does.allPutRight, 91, [
      "Close the matter of the message: test traffic runs with invented names only, shown by two weeks of logs.",
      "关闭该事件：测试只用虚构姓名，并以连续两周日志证明。",
    ]),
    does.vote(51, "approver", "rollout", "approve-with-conditions", [
      "Everything measured is good. The test message was careless, so the first wave goes with that one debt and a date on it.",
      "各项指标都好。测试消息是疏忽，首批推广就背着这一项整改和期限走。",
    ]),
    does.vote(51, "approver2", "rollout", "approve-with-conditions", [
      "Patients have waited long enough; forty days for the repair is fair.",
      "患者等得够久了，给四十天整改合理。",
    ]),
    does.openWave(54, 1),
    does.attach(66, ["First wave, a day in week two", "首批第二周一整天监测"], {
      kind: "load",
      tool: "jmeter",
      file: "wave1-week2.jtl",
      asks: ["Free slots", "Book", "Cancel", "Remind"],
      levels: [[20, 0.19, 1440, 765]],
    }),
    does.lessons(66, "planner2", [
      "Salt Market's own system answers slowly before nine. Measure a hospital's side before it joins, not after.",
      "盐市医院自有系统九点前响应慢。应在接入前测院方一侧，而不是接入后。",
    ]),
    tell(66, {
      purpose: [
        "One place to book a visit at any city hospital. People no longer queue at dawn for a number.",
        "一个入口就能预约全市医院。市民不必再天不亮去排号。",
      ],
      tried: [
        "Hospitals tried it side by side with their old booking. We measured how often it was down, how many bookings it carries, and whether people manage alone.",
        "几家医院与原有挂号方式并行试用，测了中断多少次、能承载多少预约、市民能否自己完成。",
      ],
      reasons: [
        "It carried the demand and people could use it. Some hospitals answer slowly before nine, so it goes step by step.",
        "能承载需求，市民会用。个别医院九点前响应慢，所以分步推广。",
      ],
      next: [
        "More hospitals join only while the first ones keep within the limits. You can still book by phone and at the counter.",
        "前一批医院保持在限值之内，才接入更多医院。电话和窗口预约照旧。",
      ],
    }),
  ],
};
