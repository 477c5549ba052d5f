import type { Reason } from "../words/decision.ts";
import { addDays, isBefore, isDay } from "../words/days.ts";
import { notAfter } from "../words/day-limits.ts";
import { when } from "../words/reasons.ts";
import type { Day } from "../words/text.ts";
import { barredReasons } from "./barred.ts";
import type { Deputy, PeopleFacts, PersonState } from "./person.ts";
import { personIn } from "./roster.ts";

/** Named by the approver or an administrator, for a stretch of days, among those who hold the same office. */
export function deputyReasons(state: PersonState, { deputy, from, until }: Deputy, f: PeopleFacts): readonly Reason[] {
  const named = personIn(f.people, deputy);
  return [
    ...mayName(f),
    // Who came in by somebody else's link hands the office to nobody either.
    ...(f.actor.id === f.subject ? barredReasons(f, f.subject) : []),
    ...when(state.disabled, "PersonDisabled", undefined, { person: f.subject }),
    ...when(!state.roles.includes("approver"), "NoOfficeToDeputise", undefined, { person: f.subject }),
    ...when(deputy === f.subject, "DeputyIsOneself", "deputy"),
    ...when(named === undefined, "PersonUnknown", "deputy", { person: deputy }),
    ...when(named !== undefined && !named.roles.includes("approver"), "DeputyLacksRole", "deputy", {
      person: deputy,
      role: "approver",
    }),
    ...dayReasons(from, until, f),
  ];
}

export const endDeputyReasons = (state: PersonState, f: PeopleFacts): readonly Reason[] => [
  ...mayName(f),
  ...when(state.deputy === null, "NoDeputy"),
];

const mayName = ({ actor, subject }: PeopleFacts): readonly Reason[] =>
  when(actor.id !== subject && !actor.roles.includes("administrator"), "RoleMissing", undefined, {
    person: actor.id,
    roles: ["administrator"],
  });

/** An office that somebody else holds for years has changed hands: that is a matter of roles. */
function dayReasons(from: Day, until: Day, { today, policy }: PeopleFacts): readonly Reason[] {
  const mostDays = policy.terms.deputyDays;
  const malformed = [...when(!isDay(from), "DayMalformed", "from"), ...when(!isDay(until), "DayMalformed", "until")];
  if (malformed.length > 0) return malformed;
  return [
    ...when(isBefore(until, from), "PeriodReversed", "until"),
    ...when(isBefore(until, today), "DateNotAhead", "until", { today }),
    ...notAfter(from, addDays(today, mostDays), "from"),
    ...when(isBefore(addDays(from, mostDays - 1), until), "DeputyTooLong", "until", {
      mostDays,
      latest: addDays(from, mostDays - 1),
    }),
  ];
}
