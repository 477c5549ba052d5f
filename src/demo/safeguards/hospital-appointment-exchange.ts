import { accept, handIn } from "../deeds/safeguards.ts";
import type { Step } from "../steps.ts";
import * as answers from "./answers.ts";

export const hospitalAppointmentExchange: readonly Step[] = [
  handIn(69, "data-record", {
    sets: [
      {
        setName: { en: "Appointments", zh: "预约记录" },
        holds: [
          "Who is to see which doctor when, passed between eleven hospitals; no diagnosis goes along.",
          "十一家医院之间传递何人何时看哪位医生，不带诊断。",
        ],
        object: "publicInterest",
        degree: "serious",
        personal: "sensitive",
        purposes: ["To find a free hour nearer to where somebody lives.", "为患者就近找到空号。"],
        basis: "duty",
        retentionUnit: "months",
        retention: 13,
        shared: "yes",
        sharedWith: ["The hospital that has the free hour, and nobody else.", "只给有空号的那家医院。"],
        abroad: "no",
      },
    ],
    promised: "yes",
    promises: [
      {
        promisedSet: { en: "Appointments", zh: "预约记录" },
        promisedTo: "social",
        promisedBy: { daysAgo: 12 },
        promiseKept: "no",
      },
    ],
  }),
  accept(69, "approver", "data-record", [
    "Graded as it should be: a list of who sees an oncologist is more than a timetable.",
    "定级恰当：谁去看肿瘤科，远不只是一张时间表。",
  ]),
  handIn(68, "personal-impact", {
    ...answers.triggers({
      sensitive: ["Which clinic somebody goes to tells what ails them.", "去哪个科室就看得出得了什么病。"],
      passedOn: ["Between hospitals, which are bodies of their own.", "医院各为独立法人，互相传递。"],
    }),
    purpose: [
      "A patient of the outer districts waits nine days longer than one in the centre; free hours elsewhere are not seen.",
      "外围区患者比中心城区多等九天，别处的空号看不到。",
    ],
    effects: [
      "Somebody at a desk in another hospital could learn of a visit to a psychiatrist; a wrong match sends a patient to the wrong town.",
      "别院窗口人员可能得知某人看过精神科；配错会让患者跑错地方。",
    ],
    measures: [
      "The desk sees department and hour, the name only after the patient agrees; every look is logged and read once a week.",
      "窗口只见科室和时间，患者同意后才见姓名；查阅留痕，每周抽查。",
    ],
    madeOn: { daysAgo: 69 },
  }),
  accept(68, "approver4", "personal-impact", [
    "The consent at the desk convinces me; I would read the log myself in the first month.",
    "窗口先征得同意，这点说服了我；头一个月我会亲自看日志。",
  ]),
  handIn(15, "interfaces", {
    exchanges: "yes",
    interfaces: [
      {
        name: { en: "Who is at the desk", zh: "窗口身份核验" },
        direction: "consumes",
        kind: "service",
        data: { en: "proof of identity", zh: "身份核验结果" },
        audience: "residents",
        standard: "city-api@2.0",
        counterpart: { technology: "Digital ID counter kiosk" },
      },
      {
        name: { en: "Free hours", zh: "空号查询" },
        direction: "offers",
        kind: "service",
        data: { en: "free hours of clinics", zh: "门诊空号" },
        audience: "residents",
        standard: "city-api@2.0",
        outside: { en: "Appointment desks of eleven hospitals", zh: "十一家医院挂号处" },
      },
    ],
  }),
  accept(13, "evaluator3", "interfaces"),
];
