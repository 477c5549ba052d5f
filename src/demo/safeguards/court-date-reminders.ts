import { accept, handIn } from "../deeds/safeguards.ts";
import { attach } from "../steps.ts";
import type { Step } from "../steps.ts";
import * as answers from "./answers.ts";

export const courtDateReminders: readonly Step[] = [
  handIn(60, "personal-impact", {
    ...answers.triggers({
      sensitive: ["That somebody is a party to a case.", "某人是案件当事人这一事实。"],
      passedOn: ["The telephone company sends the messages.", "短信由运营商发送。"],
    }),
    purpose: [
      "A message a week before a hearing, so that fewer are adjourned because somebody forgot.",
      "开庭前一周发短信，减少因遗忘而改期。",
    ],
    effects: [
      "Whoever reads the telephone learns that its owner has business with the court; a number may have changed hands.",
      "旁人看到手机就知道机主涉诉；号码也可能已经换人。",
    ],
    measures: [
      "The message names court, room and hour and nothing else; a number that answers wrongly once is struck out.",
      "短信只写法院、法庭和时间；回复有误的号码当即剔除。",
    ],
    madeOn: { daysAgo: 60 },
  }),
  accept(59, "approver2", "personal-impact"),
  handIn(10, "interfaces", {
    exchanges: "yes",
    interfaces: [
      {
        name: { en: "Changed addresses", zh: "地址变更" },
        direction: "consumes",
        kind: "event",
        data: { en: "addresses of residents", zh: "居民地址" },
        audience: "own-staff",
        standard: "notices@1.1",
        counterpart: { technology: "Data-sharing exchange" },
      },
      {
        name: { en: "Reminders", zh: "开庭提醒" },
        direction: "offers",
        kind: "message",
        data: { en: "court dates", zh: "开庭日期" },
        audience: "residents",
        outside: { en: "Telephone companies", zh: "通信运营商" },
      },
    ],
  }),
  accept(8, "evaluator", "interfaces"),
  attach(13, ["Lists of the reminder mornings", "提醒系统培训签到册"], {
    kind: "paper",
    file: "reminder-mornings.pdf",
    lines: ["Chambers 1 to 5: 18 of 18 came, 17 passed.", "Chambers 6 to 9: 10 of 20 came, 8 passed."],
  }),
  handIn(8, "training", {
    contents: [
      "Reading the list of sent messages, striking out a number, and what to say to somebody who got a stranger's date.",
      "看发送清单、剔除号码，以及有人收到别人的开庭日期时怎么说。",
    ],
    courses: [
      {
        wave: 1,
        site: { en: "Civil chambers 1 to 5", zh: "民事一至五庭" },
        role: { en: "Clerks of the court", zh: "书记员" },
        planned: 18,
        by: { daysAgo: 10 },
        held: "yes",
        heldOn: { daysAgo: 14 },
        attended: 18,
        passed: 17,
        heldProof: { piece: ["Lists of the reminder mornings", "提醒系统培训签到册"] },
      },
      {
        wave: 1,
        site: { en: "Civil chambers 6 to 9", zh: "民事六至九庭" },
        role: { en: "Clerks of the court", zh: "书记员" },
        planned: 20,
        by: { daysAgo: 10 },
        held: "yes",
        heldOn: { daysAgo: 13 },
        attended: 10,
        passed: 8,
        heldProof: { piece: ["Lists of the reminder mornings", "提醒系统培训签到册"] },
      },
      {
        wave: 2,
        site: { en: "Family and labour chambers", zh: "家事与劳动庭" },
        role: { en: "Clerks of the court", zh: "书记员" },
        planned: 16,
        by: { daysAgo: -12 },
        held: "no",
      },
    ],
  }),
  accept(7, "evaluator", "training", [
    "Half of chambers 6 to 9 sat in hearings that morning. It is said openly; a second morning has to follow.",
    "六至九庭那天上午一半人在开庭。情况属实，须补办一次。",
  ]),
];
