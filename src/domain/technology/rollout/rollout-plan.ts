import type { Decision, Reason } from "../../words/decision.ts";
import { isJudged, measureOf } from "../../measures/measures.ts";
import type { Policy } from "../../policy/policy.ts";
import type { Indicator } from "../../measures/measures.ts";
import { indicatorOf } from "../../scoring/guard.ts";
import type { WavePlan } from "../state/rollout.ts";
import { addDays, isBefore, isDay } from "../../words/days.ts";
import type { GuardLimit } from "../../scoring/guard.ts";
import type { Facts } from "../state/facts.ts";
import { hasBegun } from "./next-wave.ts";
import { mayAuthor } from "../state/people.ts";
import { isApplicable } from "../looks/is-applicable.ts";
import { notAfter, notTooEarly } from "../../words/day-limits.ts";
import { pinnedPolicy } from "../state/policy-of.ts";
import { unless, when } from "../../words/reasons.ts";
import type { Technology, TechnologyCommand, TechnologyEvent } from "../state/technology.ts";
import { required } from "../../words/required.ts";

type Command<T extends TechnologyCommand["type"]> = Extract<TechnologyCommand, { type: T }>;

/** Days from today to the start of a wave, at most. */
export const waveReach = 1096;

/** Waves and their guard limits; as long as none was opened they may be planned anew. */
export function planRollout(t: Technology, c: Command<"PlanRollout">, f: Facts): Decision<TechnologyEvent> {
  const policy = pinnedPolicy(t, f);
  const reasons = [
    ...mayAuthor(t, f.actor.id),
    ...when(hasBegun(t), "WaveAlreadyOpened", "waves"),
    ...when(c.waves.length === 0, "WaveMissing", "waves"),
    ...c.waves.flatMap((wave, i) => waveReasons(wave, c.waves[i - 1], `waves.${i}`, f)),
    ...when(c.guards.length === 0, "GuardMissing", "guards"),
    ...c.guards.flatMap((guard, i) => guardReasons(t, guard, c.guards.slice(0, i), `guards.${i}`, policy)),
  ];
  return unless(reasons, () => [{ type: "RolloutPlanned", schema: 1, payload: { waves: c.waves, guards: c.guards } }]);
}

/** A rollback that nobody has rehearsed is a hope. */
export function recordDrill(_: Technology, c: Command<"RecordDrill">, f: Facts): Decision<TechnologyEvent> {
  const { on, minutes, text } = c;
  const reasons = [
    ...when(!isDay(on), "DayMalformed", "on"),
    ...when(isDay(on) && isBefore(f.today, on), "DrillInFuture", "on", { today: f.today }),
    ...(isDay(on) ? notTooEarly(on, "on") : []),
    ...when(!(Number.isFinite(minutes) && minutes > 0), "NotPositive", "minutes"),
    ...required(text, "text"),
  ];
  return unless(reasons, () => [{ type: "DrillRecorded", schema: 1, payload: { on, minutes, text } }]);
}

const waveReasons = (wave: WavePlan, before: WavePlan | undefined, path: string, f: Facts): readonly Reason[] => [
  ...required(wave.name, `${path}.name`),
  ...when(!(Number.isSafeInteger(wave.reach) && wave.reach > 0), "NotPositive", `${path}.reach`),
  ...(isDay(wave.startsOn)
    ? [
        ...when(isBefore(wave.startsOn, f.today), "StartInPast", `${path}.startsOn`),
        ...notAfter(wave.startsOn, addDays(f.today, waveReach), `${path}.startsOn`),
        ...when(
          before !== undefined && isBefore(wave.startsOn, before.startsOn),
          "WavesNotAscending",
          `${path}.startsOn`,
        ),
      ]
    : when(true, "DayMalformed", `${path}.startsOn`)),
];

function guardReasons(
  t: Technology,
  { indicator: key, limit, minimumSample }: GuardLimit,
  before: readonly GuardLimit[],
  path: string,
  policy: Policy,
): readonly Reason[] {
  const indicator = indicatorOf(policy, key);
  if (indicator === undefined) return when(true, "IndicatorUnknown", `${path}.indicator`, { indicator: key });
  const [, most] = measureOf(indicator.measure).range;
  const applies = t.plan === null || isApplicable(t.plan.plan, indicator);
  return [
    ...when(isJudged(indicator.measure), "GuardNotMeasured", `${path}.indicator`, { indicator: key }),
    ...when(!applies, "IndicatorNotApplicable", `${path}.indicator`, { indicator: key }),
    ...when(
      before.some((guard) => guard.indicator === key),
      "GuardRepeated",
      `${path}.indicator`,
      { indicator: key },
    ),
    ...when(!isLimit(limit, indicator), "NotPositive", `${path}.limit`),
    // "10" meant as percent would be a limit that nothing ever breaks.
    ...when(limit > most, "LimitOffScale", `${path}.limit`, {
      most,
    }),
    ...when(!(Number.isSafeInteger(minimumSample) && minimumSample > 0), "NotPositive", `${path}.minimumSample`),
  ];
}

/** None at all is a limit for what is counted one by one; a bound on a share or a mean never reaches it. */
const isLimit = (limit: number, { measure }: Indicator): boolean =>
  Number.isFinite(limit) && (limit > 0 || (limit === 0 && measureOf(measure).figure.as === "count"));
