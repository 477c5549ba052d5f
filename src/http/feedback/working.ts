import { answerTerm } from "../../domain/feedback/answer-term.ts";
import { termGround } from "../../domain/feedback/message-term.ts";
import type { Message } from "../../domain/feedback/message.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import { daysBetween } from "../../domain/words/days.ts";
import type { FactModel } from "../view/components.ts";
import type { Language } from "../view/languages.ts";

/** How the day was reckoned by which an answer is owed, step by step, in working days and in calendar days. */
export function workingOf({ t, format }: Language, message: Message, policy: Policy): readonly FactModel[] {
  const ground = termGround(message);
  const { receivedOn, days, pauses } = ground;
  const term = answerTerm(policy.safeguards.workingDays, ground);
  const list = (some: readonly string[]): string => format.list(some.map((day) => format.date(day)));
  const fact = (key: string, value: string): FactModel => ({ term: t(`feedback:working.${key}`), value });
  return [
    fact(message.reopened === null ? "received" : "reopened", format.date(receivedOn)),
    ...(term.counted === receivedOn
      ? []
      : [fact("counted", t("feedback:working.countedOn", { day: format.date(term.counted) }))]),
    fact("days", t("feedback:working.daysOf", { count: message.days })),
    ...(days === message.days ? [] : [fact("extension", t("feedback:working.more", { count: days - message.days }))]),
    ...(pauses.length === 0 ? [] : [fact("waited", t("feedback:working.waitedDays", { count: term.waited }))]),
    ...(term.holidays.length === 0 ? [] : [fact("holidays", list(term.holidays))]),
    ...(term.working.length === 0 ? [] : [fact("worked", list(term.working))]),
    ...(term.unlisted.length === 0
      ? []
      : [fact("unlisted", t("feedback:working.unlistedYears", { years: format.list(term.unlisted.map(String)) }))]),
    fact(
      "due",
      t("feedback:working.dueOn", {
        day: format.date(message.due.on),
        count: daysBetween(receivedOn, message.due.on),
      }),
    ),
    fact("first", t("feedback:working.firstDay")),
  ];
}
