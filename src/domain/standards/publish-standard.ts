import { addDays, isBefore, isDay } from "../words/days.ts";
import { notAfter, notTooEarly } from "../words/day-limits.ts";
import type { Reason } from "../words/decision.ts";
import { when } from "../words/reasons.ts";
import type { Day } from "../words/text.ts";
import { openDraft } from "./draft-reasons.ts";
import type { PublishStandard, Standard, StandardVersion, VersionEnding } from "./standard.ts";
import { published, replacedOn } from "./standing.ts";

/** What the days of a version are judged by. */
export interface DayFacts {
  readonly today: Day;
  /** The days that the policy leaves for changing from one version to the next. */
  readonly transitionDays: number;
}

/** Nobody plans further ahead: such a day was mistyped. */
const mostDaysAhead = 3653;

/** A successor begins a time to change over: the version in force gets its last day, and leaves no day uncovered. */
export function publishReasons(state: Standard, command: PublishStandard, f: DayFacts): readonly Reason[] {
  const { version, inForceOn, until } = command;
  const replaced = replacedOn(state, f.today);
  const newest = published(state).at(-1);
  return [
    ...openDraft(state, version),
    ...dayReasons(inForceOn, "inForceOn", f),
    ...when(
      newest !== undefined && isDay(inForceOn) && !isBefore(newest.inForceOn ?? "", inForceOn),
      "StandardDaysOutOfOrder",
      "inForceOn",
      { version: newest?.version ?? "", day: newest?.inForceOn ?? "" },
    ),
    ...(replaced === null
      ? when(until !== null, "StandardNothingReplaced", "until")
      : transitionReasons(state, replaced, command, f)),
  ];
}

function transitionReasons(
  state: Standard,
  { version: old }: StandardVersion,
  { inForceOn, until, reason }: PublishStandard,
  f: DayFacts,
): readonly Reason[] {
  if (until === null) return [{ code: "StandardLastDayMissing", params: { version: old }, field: "until" }];
  const days = [
    ...dayReasons(until, "until", f),
    ...lastDayReasons(old, until, f.today),
    ...gapReasons(old, until, inForceOn),
    ...endOrderReasons(state, old, until),
  ];
  if (days.length > 0 || !isDay(inForceOn)) return days;
  const least = leastLastDay(inForceOn, f);
  return when(isBefore(until, least) && reason === null, "StandardTransitionShort", "reason", {
    days: f.transitionDays,
    least,
  });
}

/** The earliest last day that leaves the time which the policy asks for, once the successor can be used. */
export const leastLastDay = (inForceOn: Day, { today, transitionDays }: DayFacts): Day =>
  addDays(isBefore(inForceOn, today) ? today : inForceOn, transitionDays);

export const dayReasons = (day: Day, field: string, { today }: Pick<DayFacts, "today">): readonly Reason[] => [
  ...when(!isDay(day), "DayMalformed", field),
  ...notTooEarly(day, field),
  ...notAfter(day, addDays(today, mostDaysAhead), field),
];

/** Nothing is withdrawn behind the backs of those who rest on it. */
export const lastDayReasons = (version: string, until: Day, today: Day): readonly Reason[] =>
  when(isDay(until) && isBefore(until, today), "StandardLastDayPast", "until", { version, today });

/** The old one withdrawn before the new one is in force would leave days on which nothing counts. */
export const gapReasons = (old: string, until: Day, inForceOn: Day): readonly Reason[] =>
  when(isDay(until) && isDay(inForceOn) && isBefore(addDays(until, 1), inForceOn), "StandardGap", "until", {
    version: old,
    until,
    from: inForceOn,
  });

/** A version does not outlive the one after it, nor end before the one before it. */
export function endOrderReasons(state: Standard, version: string, until: Day): readonly Reason[] {
  const all = published(state);
  const at = all.findIndex((candidate) => candidate.version === version);
  const faulty = all.find(({ ending }, place) =>
    ending === null || place === at
      ? false
      : place < at
        ? isBefore(until, ending.until)
        : isBefore(ending.until, until),
  );
  return when(faulty !== undefined, "StandardEndsOutOfOrder", "until", {
    version: faulty?.version ?? "",
    day: faulty?.ending?.until ?? "",
  });
}

/** What becomes of the version it takes the place of. */
export function replacing(
  state: Standard,
  { version: successor, inForceOn, until, reason }: PublishStandard,
  { today }: DayFacts,
): { readonly version: string; readonly ending: VersionEnding } | null {
  const replaced = replacedOn(state, today);
  if (replaced === null || until === null) return null;
  return { version: replaced.version, ending: { deprecatedOn: inForceOn, until, successor, reason } };
}
