import { accept, handIn } from "../deeds/safeguards.ts";
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
];
